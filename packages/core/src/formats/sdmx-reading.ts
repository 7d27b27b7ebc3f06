import { NO_UNIT, type Unit } from '../model/dataset.js';
import { KIND_CODE } from '../model/observation.js';
import { decimalsOf } from './json-access.js';
import { AttributeReader } from './sdmx-attributes.js';
import type { SdmxObservation } from './sdmx-observations.js';
import type { SdmxMeasure, SdmxStructure } from './sdmx-structure.js';
import { statusReader, strictest, type Status } from './status.js';

/** A measure's value as sent, by itself: whatever a status says of it. `isBad`: neither number nor a word for missing. */
export interface Measured {
  readonly kind: number;
  readonly value: number;
  readonly isBad: boolean;
}

const missing = (kind: number, isBad = false): Measured => ({ kind, value: NaN, isBad });

const NONE = missing(KIND_CODE.none);
const UNKNOWN = missing(KIND_CODE.unknown);
const WITHHELD = missing(KIND_CODE.withheld);
const BAD = missing(KIND_CODE.unknown, true);

export function readMeasured(raw: unknown, { sentinels }: SdmxMeasure): Measured {
  if (raw === null || raw === undefined) return NONE;
  const isKept = sentinels.get(raw);
  if (isKept !== undefined) return isKept ? WITHHELD : UNKNOWN;
  if (typeof raw === 'number' && Number.isFinite(raw)) return { kind: KIND_CODE.value, value: raw, isBad: false };
  return raw === 'NaN' || raw === '#N/A' ? UNKNOWN : BAD;
}

/** What the attributes of an indicator's cells say; a text on which they disagree is not said. */
export class MetricNotes {
  readonly units = new Set<string>();
  readonly decimals = new Set<number>();
  readonly multipliers = new Set<number>();

  /** Power of ten that the figures are written in: the smallest, to which the others are brought. */
  get multiplier(): number {
    return this.multipliers.size === 0 ? 0 : Math.min(...this.multipliers);
  }

  /** The unit in words, with its power of ten as CBS writes it: `x 1 000 euro`. */
  toUnit(): Unit {
    const [text = ''] = this.units.size === 1 ? this.units : [];
    const [decimals = null] = this.decimals.size === 1 && this.multipliers.size <= 1 ? this.decimals : [];
    const { multiplier } = this;
    if (multiplier === 0)
      return text === '%' ? { ...NO_UNIT, symbol: '%', decimals } : { ...NO_UNIT, label: text, decimals };
    const power = multiplier > 0 ? (10 ** multiplier).toLocaleString('en').replaceAll(',', ' ') : `10^${multiplier}`;
    return { ...NO_UNIT, label: `x ${power} ${text}`.trim(), decimals };
  }
}

const PERCENT = /^(%|PT|PC|PCT|PERCENT)$/i;

/** Reads the parts of a message that tell how a figure is to be taken. */
export class SdmxReading {
  readonly #status: AttributeReader;
  readonly #confidentiality: AttributeReader;
  readonly #unit: AttributeReader;
  readonly #decimals: AttributeReader;
  readonly #multiplier: AttributeReader;
  readonly #readStatus = statusReader();

  constructor(structure: SdmxStructure) {
    this.#status = new AttributeReader(structure, 'OBS_STATUS', 'OBS_FLAG');
    this.#confidentiality = new AttributeReader(structure, 'CONF_STATUS', 'OBS_CONF');
    this.#unit = new AttributeReader(structure, 'UNIT_MEASURE', 'UNIT');
    this.#decimals = new AttributeReader(structure, 'DECIMALS');
    this.#multiplier = new AttributeReader(structure, 'UNIT_MULT', 'UNIT_MULTIPLIER');
  }

  /** True where the power of ten has to be known of all cells before one can be written. */
  get multiplierVaries(): boolean {
    return this.#multiplier.varies;
  }

  statusOf({ values }: SdmxObservation): Status {
    const status = this.#status.readAll(values);
    const confidentiality = this.#confidentiality.readAll(values);
    const [one] = status;
    if (status.length <= 1 && confidentiality.length === 0) return this.#readStatus(one?.id ?? '');
    return strictest([
      ...status.map(({ id }) => this.#readStatus(id)),
      ...confidentiality.map(({ id }) => this.#readStatus(id === '' ? '' : `/${id}`)),
    ]);
  }

  multiplierOf({ values }: SdmxObservation): number {
    const power = Number(this.#multiplier.read(values)?.id ?? 0);
    return Number.isInteger(power) && Math.abs(power) <= 15 ? power : 0;
  }

  noteMultiplier(notes: MetricNotes, observation: SdmxObservation): void {
    if (this.#multiplier.isUsed) notes.multipliers.add(this.multiplierOf(observation));
  }

  noteUnit(notes: MetricNotes, { values }: SdmxObservation): void {
    const unit = this.#unit.isUsed ? this.#unit.read(values) : null;
    if (unit) notes.units.add(PERCENT.test(unit.id) ? '%' : unit.name);
    const decimals = this.#decimals.isUsed ? decimalsOf(this.#decimals.read(values)?.id) : null;
    if (decimals !== null) notes.decimals.add(decimals);
  }
}
