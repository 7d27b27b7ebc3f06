import { existsSync, readFileSync } from 'node:fs';
import type { Topology } from 'topojson-specification';

const FOLDER = new URL('../../../../../shared/data/', import.meta.url);

/** Real boundaries and samples are not part of the repository; what needs them is skipped, and listed, without. */
export const hasRealData = existsSync(new URL('geo/', FOLDER));

export interface RealLayer {
  readonly file: string;
  readonly object: string;
  readonly level: string;
  readonly count: number;
}

export const REAL_LAYERS: readonly RealLayer[] = [
  { file: 'provincies-2022', object: 'provincies', level: 'provincie', count: 12 },
  { file: 'gemeenten-2017', object: 'gemeenten', level: 'gemeente', count: 388 },
  { file: 'gemeenten-2019', object: 'gemeenten', level: 'gemeente', count: 355 },
  { file: 'gemeenten-2022', object: 'gemeenten', level: 'gemeente', count: 345 },
  { file: 'gemeenten-2024', object: 'gemeenten', level: 'gemeente', count: 342 },
  { file: 'gemeenten-2024', object: 'veiligheidsregios', level: 'veiligheidsregio', count: 25 },
  { file: 'wijken-2019', object: 'wijken', level: 'wijk', count: 3164 },
  { file: 'wijken-2022', object: 'wijken', level: 'wijk', count: 3340 },
  { file: 'wijken-2024', object: 'wijken', level: 'wijk', count: 3393 },
  { file: 'buurten-2019', object: 'buurten', level: 'buurt', count: 13594 },
  { file: 'buurten-2024', object: 'buurten', level: 'buurt', count: 14566 },
];

/** A layer as JSON.parse gives it; a fresh one at every call. */
export const readLayer = (file: string): Topology =>
  JSON.parse(readFileSync(new URL(`geo/${file}.topojson`, FOLDER), 'utf8')) as Topology;

/** A wire sample of `formats/`. */
export const readSample = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`formats/${file}`, FOLDER), 'utf8'));
