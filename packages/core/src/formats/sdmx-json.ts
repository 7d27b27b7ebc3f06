import { CubeBuilder, MAX_CELLS } from '../model/cube-builder.js';
import {
  dimension,
  indicator,
  NO_META,
  NO_UNIT,
  type Dataset,
  type Dimension,
  type Indicator,
  type Unit,
} from '../model/dataset.js';
import { KIND_CODE } from '../model/observation.js';
import { parsePeriod } from '../model/period.js';
import { failure, ProblemList, success, type Result } from '../model/problem.js';
import { normaliseCode, parentByCode } from '../model/region.js';
import { decimalsOf, isObject, isoDate, listAt, member, objectAt, pointer, type JsonObject } from './json-access.js';
import { findGeo, findTime } from './roles.js';
import { RowCells } from './row-cells.js';
import { AttributeReader } from './sdmx-attributes.js';
import { forEachObservation, type SdmxObservation } from './sdmx-observations.js';
import { nameOf, readStructure, type SdmxDimension, type SdmxMeasure, type SdmxStructure } from './sdmx-structure.js';
import { statusReader, type Status } from './status.js';

const GEO = /^(ref_?area|reference_area|geo|region)$/i;
const TIME = /^time_?period$/i;
const METRIC = /^(indicator|measure|metric|variable|subject|onderwerp)$/i;

/** Positions of dimensions by role; -1 where there is none. */
interface Roles {
  readonly geo: number;
  readonly time: number;
  readonly metric: number;
}

/** Roles as declared or by id, else by content. With several measures these are the indicators. */
function findRoles({ dimensions, measures }: SdmxStructure): Roles {
  const declared = (form: RegExp, taken: readonly number[]): number => {
    const is = (test: (one: SdmxDimension) => boolean) =>
      dimensions.findIndex((one, i) => !taken.includes(i) && test(one));
    const byRole = is(({ roles }) => roles.some((role) => form.test(role)));
    return byRole >= 0 ? byRole : is(({ id }) => form.test(id));
  };
  const found = (taken: readonly number[], find: typeof findGeo): number => {
    const free = dimensions.map((_, i) => i).filter((i) => !taken.includes(i));
    const at = find(free.map((i) => ({ id: dimensions[i].id, codes: dimensions[i].codes.map(normaliseCode) })));
    return at < 0 ? -1 : free[at];
  };
  const geo = declared(GEO, []);
  const time = declared(TIME, [geo]);
  const metric = measures.length > 1 ? -1 : declared(METRIC, [geo, time]);
  const foundGeo = geo >= 0 ? geo : found([time, metric], findGeo);
  return { geo: foundGeo, time: time >= 0 ? time : found([foundGeo, metric], findTime), metric };
}

/** Kind and number of a measure's value as sent. */
function readValue(raw: unknown, { sentinels }: SdmxMeasure): { kind: number; value: number; isBad: boolean } {
  const missing = (kind: number, isBad = false) => ({ kind, value: NaN, isBad });
  if (raw === null || raw === undefined) return missing(KIND_CODE.none);
  const kept = sentinels.get(raw);
  if (kept !== undefined) return missing(kept ? KIND_CODE.withheld : KIND_CODE.unknown);
  if (raw === 'NaN' || raw === '#N/A') return missing(KIND_CODE.unknown);
  const isNumber = typeof raw === 'number' && Number.isFinite(raw);
  return isNumber ? { kind: KIND_CODE.value, value: raw, isBad: false } : missing(KIND_CODE.unknown, true);
}

/** What the attributes of an indicator's cells say; a text on which they disagree is not said. */
class MetricNotes {
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
class Reading {
  readonly #status: AttributeReader;
  readonly #confidentiality: AttributeReader;
  readonly #unit: AttributeReader;
  readonly #decimals: AttributeReader;
  readonly #multiplier: AttributeReader;
  readonly #readStatus = statusReader();

  constructor(structure: SdmxStructure) {
    this.#status = new AttributeReader(structure, 'OBS_STATUS', 'OBS_FLAG');
    this.#confidentiality = new AttributeReader(structure, 'CONF_STATUS');
    this.#unit = new AttributeReader(structure, 'UNIT_MEASURE', 'UNIT');
    this.#decimals = new AttributeReader(structure, 'DECIMALS');
    this.#multiplier = new AttributeReader(structure, 'UNIT_MULT', 'UNIT_MULTIPLIER');
  }

  statusOf({ values }: SdmxObservation): Status {
    const status = this.#status.read(values)?.id ?? '';
    const confidentiality = this.#confidentiality.read(values)?.id ?? '';
    return this.#readStatus(confidentiality === '' ? status : `${status}/${confidentiality}`);
  }

  multiplierOf({ values }: SdmxObservation): number {
    const power = Number(this.#multiplier.read(values)?.id ?? 0);
    return Number.isInteger(power) && Math.abs(power) <= 15 ? power : 0;
  }

  note(notes: MetricNotes, observation: SdmxObservation): void {
    const unit = this.#unit.isUsed ? this.#unit.read(observation.values) : null;
    if (unit) notes.units.add(PERCENT.test(unit.id) ? '%' : unit.name);
    const decimals = this.#decimals.isUsed ? decimalsOf(this.#decimals.read(observation.values)?.id) : null;
    if (decimals !== null) notes.decimals.add(decimals);
    if (this.#multiplier.isUsed) notes.multipliers.add(this.multiplierOf(observation));
  }
}

/** Where the parts of a message are: 1.0 has one structure, 2.x a list of them; either may stand under `data`. */
function openMessage(input: unknown): { body: JsonObject; path: string } | null {
  for (const [body, path] of [
    [input, ''],
    [objectAt(input, 'data'), '/data'],
  ] as const)
    if (isObject(body) && Array.isArray(member(body, 'dataSets'))) return { body, path };
  return null;
}

/** The structure of the first data set that says something, and all data sets of that structure. */
function pickDataSets(
  body: JsonObject,
): { structure: JsonObject; at: string; dataSets: readonly (readonly [number, JsonObject])[] } | null {
  const live = listAt(body, 'dataSets')
    .map((one, i) => [i, one] as const)
    .filter(
      (pair): pair is readonly [number, JsonObject] =>
        isObject(pair[1]) && !/^delete$/i.test(String(member(pair[1], 'action') ?? '')),
    );
  const structures = listAt(body, 'structures');
  const indexOf = (dataSet: unknown): number => {
    const index = member(dataSet, 'structure');
    return typeof index === 'number' ? index : 0;
  };
  const index = indexOf(live[0]?.[1]);
  const structure = structures.length > 0 ? structures[index] : member(body, 'structure');
  if (!isObject(structure) || live.length === 0) return null;
  const dataSets = structures.length > 0 ? live.filter(([, one]) => indexOf(one) === index) : live;
  return { structure, at: structures.length > 0 ? `/structures/${index}` : '/structure', dataSets };
}

const toDimension = (one: SdmxDimension): Dimension => dimension(one.id, one.label, one.codes, one.labels);

function toGeo(one: SdmxDimension): { geo: Dimension; parents: Map<string, string> } | null {
  const codes = one.codes.map(normaliseCode);
  const geo = dimension(
    one.id,
    one.label,
    codes,
    one.labels.map((label, i) => (label === one.codes[i] ? codes[i] : label)),
  );
  if (geo.index.size !== codes.length || geo.index.has('')) return null;
  const parents = new Map<string, string>();
  one.parents.forEach((raw, i) => {
    const parent = normaliseCode(raw);
    if (parent && parent !== codes[i] && parentByCode(codes[i]) !== parent) parents.set(codes[i], parent);
  });
  return { geo, parents };
}

/**
 * Reads an SDMX-JSON data message, 1.0 (one `structure`) or 2.x (`structures`), by series or flat.
 *
 * OBS_STATUS and CONF_STATUS are read at whatever level they are attached; what a message omits has the default that the
 * structure gives. Null is `none`; "NaN", "#N/A" and sentinel values are `unknown`, or withheld where the sentinel's name
 * says so. UNIT_MULT is shown in the unit (`x 1 000 …`), figures stay as published; only where the cells of one indicator
 * differ in it they are brought to the smallest. Data sets to delete are left out.
 *
 * Errors: `not-supported` without data sets or structure; `invalid-dataset` with the pointer to what contradicts the
 * structure, or at its dimensions when none is of regions; `too-large`. Warnings: `bad-cell`, `withheld-number`.
 */
export function parseSdmxJson(input: unknown): Result<Dataset> {
  const message = openMessage(input);
  const picked = message && pickDataSets(message.body);
  if (!message || !picked) return failure('not-supported');
  const structurePath = `${message.path}${picked.at}`;
  const read = readStructure(picked.structure, structurePath);
  if (!read.ok) return read;
  const structure = read.value;
  const roles = findRoles(structure);
  if (roles.geo < 0) return failure('invalid-dataset', `${structurePath}/dimensions`);
  const regions = toGeo(structure.dimensions[roles.geo]);
  if (!regions) return failure('invalid-dataset', `${structurePath}/dimensions`);

  const { dimensions, measures } = structure;
  const others = dimensions.map((_, i) => i).filter((i) => i !== roles.geo && i !== roles.time && i !== roles.metric);
  const time = roles.time < 0 ? dimension('time', '', ['']) : toDimension(dimensions[roles.time]);
  const metric =
    roles.metric < 0
      ? dimension(
          'metric',
          '',
          measures.map(({ id }) => id),
          measures.map(({ label, id }) => label || structure.label || id),
        )
      : toDimension(dimensions[roles.metric]);
  if (metric.index.size !== metric.codes.length)
    return failure('invalid-dataset', `${structurePath}/measures/observation`);
  const combinations = others.reduce((product, i) => product * dimensions[i].codes.length, 1);
  const sizes = [metric.codes.length, time.codes.length, combinations, regions.geo.codes.length] as const;
  if (!(CubeBuilder.cellCount(...sizes) <= MAX_CELLS)) return failure('too-large', `${structurePath}/dimensions`);

  const strides = dimensions.map(() => 0);
  let stride = 1;
  for (const i of [roles.geo, ...[...others].reverse(), roles.time, roles.metric]) {
    if (i < 0) continue;
    strides[i] = stride;
    stride *= dimensions[i].codes.length;
  }
  const placeOf = (indexes: ArrayLike<number>): number =>
    strides.reduce((sum, width, i) => sum + indexes[i] * width, 0);
  const metricOf = (indexes: ArrayLike<number>, measure: number): number =>
    roles.metric < 0 ? measure : indexes[roles.metric];

  const cube = new CubeBuilder(...sizes);
  const problems = new ProblemList();
  const cells = new RowCells(cube, problems);
  const reading = new Reading(structure);
  const notes = metric.codes.map(() => new MetricNotes());
  const walk = (visit: (observation: SdmxObservation, path: string, key: string) => void): Result<null> => {
    for (const [i, dataSet] of picked.dataSets) {
      const walked = forEachObservation(
        dataSet,
        structure,
        `${message.path}${pointer('dataSets', i)}`,
        visit,
        problems,
      );
      if (!walked.ok) return walked;
    }
    return success(null);
  };
  const noted = walk((observation) => {
    measures.forEach((_, measure) => reading.note(notes[metricOf(observation.indexes, measure)], observation));
  });
  if (!noted.ok) return noted;
  walk((observation, path, key) => {
    const status = reading.statusOf(observation);
    measures.forEach((measure, m) => {
      const sent = readValue(observation.measured[m], measure);
      const at = metricOf(observation.indexes, m);
      const kind = status.kind === KIND_CODE.value ? sent.kind : status.kind;
      const shift = reading.multiplierOf(observation) - notes[at].multiplier;
      const cell = (roles.metric < 0 ? m * stride : 0) + placeOf(observation.indexes);
      const scaled = shift > 0 ? sent.value * 10 ** shift : sent.value;
      cells.write(cell, kind, scaled, kind === KIND_CODE.none ? 0 : status.marks, path, key);
      if (status.kind === KIND_CODE.withheld && sent.kind === KIND_CODE.value)
        problems.add('withheld-number', `${path}/${key}`);
      else if (sent.isBad || (status.kind !== KIND_CODE.value && sent.kind === KIND_CODE.value))
        problems.add('bad-cell', `${path}/${key}`);
    });
  });
  const indicators = metric.codes.map((id, i): Indicator =>
    indicator(id, { label: metric.labels[i], unit: notes[i].toUnit() }),
  );
  const envelope = isObject(member(input, 'header')) ? objectAt(input, 'header') : objectAt(input, 'meta');
  const sender = nameOf(member(envelope, 'sender'));
  return success<Dataset>(
    {
      ...NO_META,
      label: structure.label,
      sources: sender ? [{ label: sender, href: null }] : [],
      updated: isoDate(member(envelope, 'prepared')),
      geo: regions.geo,
      time,
      periods: time.codes.map((id, i) => parsePeriod(id, time.labels[i] || null)),
      metric,
      indicators,
      breakdowns: others.map((i) => toDimension(dimensions[i])),
      values: cube.values,
      kinds: cube.kinds,
      marks: cube.marks,
      parents: regions.parents,
    },
    problems.toArray(),
  );
}
