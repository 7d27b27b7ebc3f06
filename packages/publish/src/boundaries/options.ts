import { parseArgs } from 'node:util';
import type { BoundaryPlan } from './make-boundaries.js';

/** What to read, what to write, and how. */
export interface BoundaryOptions {
  readonly input: string;
  readonly out: string;
  readonly plan: BoundaryPlan;
}

/** Says what is wrong with what was typed. */
export class UsageError extends Error {}

export const HELP = `Usage: zicht-op boundaries <file> --out <file> [options]

Writes the shapes of regions as compact boundaries: the same shapes in about half
the bytes, and faster to read. The input is TopoJSON or GeoJSON, in degrees or RD metres.

  --out <file>            where to write; with a name that ends in .gz it is compressed
  --level <level>         a level to take (gemeente, wijk, buurt …); may be repeated;
                          default: all there are
  --grid <metres>         places are rounded to steps of so many metres; default: as the
                          TopoJSON is quantised, so that nothing changes; else 1
  --simplify <metres>     leaves out bends smaller than half a square of so many metres,
                          once for both sides of a border; default: 0, keep all
  --year <year>           year of the division: to take where the file has several, to
                          write where it has none
  --attribution <text>    whom to thank; default: what the file says
  --help                  this text

For a map of the whole country: --simplify 300 --grid 50.
Exit code: 0 written, 1 can't be read or written, 2 what you typed isn't understood.
`;

const OPTIONS = {
  out: { type: 'string' },
  level: { type: 'string', multiple: true },
  grid: { type: 'string' },
  simplify: { type: 'string' },
  year: { type: 'string' },
  attribution: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** Null where help is asked for. Throws a `UsageError`. */
export function readOptions(parameters: readonly string[]): BoundaryOptions | null {
  const { values, positionals } = parse(parameters);
  if (values.help) return null;
  const { out, level = [], attribution = null } = values;
  if (positionals.length !== 1) throw new UsageError('name one file to read');
  if (out === undefined || out === '') throw new UsageError('say with --out where to write');
  const plan: BoundaryPlan = {
    grid: numberOf('grid', values.grid, 0.01, 100_000),
    simplify: numberOf('simplify', values.simplify, 0, 100_000) ?? 0,
    levels: level,
    year: numberOf('year', values.year, 1800, 2200),
    attribution,
  };
  if (plan.year !== null && !Number.isInteger(plan.year)) throw new UsageError('--year takes a whole year');
  return { input: positionals[0], out, plan };
}

function parse(parameters: readonly string[]) {
  try {
    return parseArgs({ args: [...parameters], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function numberOf(option: string, text: string | undefined, least: number, most: number): number | null {
  if (text === undefined) return null;
  const number = text.trim() === '' ? NaN : Number(text);
  if (!(number >= least && number <= most)) throw new UsageError(`--${option} takes a number from ${least} to ${most}`);
  return number;
}
