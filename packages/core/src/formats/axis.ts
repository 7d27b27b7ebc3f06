import { dimension, type Dimension } from '../model/dataset.js';
import { normaliseCode } from '../model/region.js';
import { toText } from './json-access.js';

/** Codes of a column in order of appearance, for formats that send rows. Reads each different text once. */
export class Axis {
  readonly codes: string[] = [];
  readonly #byText = new Map<unknown, number>();
  readonly #byCode = new Map<string, number>();
  readonly #normalise: (text: string) => string;

  constructor(normalise: (text: string) => string = (text) => text) {
    this.#normalise = normalise;
  }

  /** An axis of regions: codes trimmed and in capitals. */
  static ofRegions(): Axis {
    return new Axis(normaliseCode);
  }

  /** Position of a code as received, padded or not; a new one is added. -1 for what is empty or no code. */
  positionOf(raw: unknown): number {
    const known = this.#byText.get(raw);
    if (known !== undefined) return known;
    const code = this.#normalise(toText(raw));
    const position = code === '' ? -1 : (this.#byCode.get(code) ?? this.codes.push(code) - 1);
    if (position >= 0) this.#byCode.set(code, position);
    if (typeof raw === 'string' || typeof raw === 'number') this.#byText.set(raw, position);
    return position;
  }

  /** The axis as a dimension, with the labels that are known. */
  toDimension(id: string, label: string, labels: ReadonlyMap<string, string> = new Map()): Dimension {
    return dimension(
      id,
      label,
      this.codes,
      this.codes.map((code) => labels.get(code) || code),
    );
  }
}
