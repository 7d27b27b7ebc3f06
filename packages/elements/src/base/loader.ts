import type { BoundaryDocument } from '@zicht-op/core/formats/boundaries.js';
import type { DatasetType } from '@zicht-op/core/formats/detect.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import type { Dataset } from '@zicht-op/core/model/dataset.js';
import { parsePeriod } from '@zicht-op/core/model/period.js';
import { failure, success, type Problem, type Result } from '@zicht-op/core/model/problem.js';
import { LEVELS, pluralOf } from '@zicht-op/core/model/region.js';
import { expandAddress, isAllowedAddress } from '@zicht-op/core/sources/address.js';
import { loadDataset } from '@zicht-op/core/sources/dataset-source.js';
import { onDemand } from '@zicht-op/core/sources/reading.js';
import type { Transport } from '@zicht-op/core/sources/transport.js';
import { loadClassMethod } from '@zicht-op/core/view/classify.js';
import { countByLevel, findPeriod, resolveSelection, type Selection } from '@zicht-op/core/view/selection.js';
import { makePicture, type ClassOptions, type Picture } from './picture.js';
import { learnFromBoundaries, learnFromDataset } from './region-directory.js';
import type { ShapeReader } from './shape-reader.js';

/** A choice, and whether it was asked for by name: what is merely shared is ignored where the data doesn't have it. */
export interface Choice {
  readonly value: string;
  readonly strict: boolean;
  /** What the element itself was asked for, which holds where the data lacks what is shared. */
  readonly own?: string;
}

/** All that decides a picture, read from the element at one moment. */
export interface Inputs {
  readonly src: string;
  readonly type: string;
  readonly columns: string;
  readonly metadata: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly levels: readonly string[];
  readonly allowOrigins: readonly string[];
  readonly boundaries: string;
  /** Data given as a property or inline; `src` isn't read then. */
  readonly data: Result<Dataset> | null;
  readonly boundariesData: Result<BoundaryDocument> | null;
  readonly needsBoundaries: boolean;
  /** Null for elements that never draw shapes. */
  readonly shapeReader: ShapeReader | null;
  readonly indicator: Choice;
  /** Metric id to show where none is asked for; empty: the first. */
  readonly defaultIndicator: (dataset: Dataset) => string;
  readonly period: Choice;
  readonly level: Choice;
  readonly within: Choice;
  readonly filter: Readonly<Record<string, string>>;
  /** What the element itself was asked for; see `Choice`. */
  readonly ownFilter: Readonly<Record<string, string>>;
  readonly reference: string;
  readonly classOptions: ClassOptions;
  /** Address of the page, for relative addresses. */
  readonly baseUrl: string;
}

/** Nothing to load: no address, or one with an empty placeholder. */
export const IDLE = Symbol('idle');

const uses = (template: string, ...names: string[]): boolean => names.some((name) => template.includes(`{${name}}`));

const byWidth = (a: string, b: string): number => rank(a) - rank(b);
const rank = (level: string): number => {
  const at = (LEVELS as readonly string[]).indexOf(level);
  return at < 0 ? LEVELS.length : at;
};

/** A choice as far as it holds: what was asked by name, else what is shared where it is there, else the element's own. */
const held = ({ value, strict, own = '' }: Choice, isThere: (value: string) => boolean): string =>
  strict || (value !== '' && isThere(value)) ? value : own;

/** Level that a level-wise address is asked for: as chosen, where the address serves it, else the first it serves. */
function addressLevel({ src, level, levels }: Inputs): string {
  if (!uses(src, 'level', 'levels')) return level.value;
  return held(level, (value) => levels.length === 0 || levels.includes(value)) || (levels[0] ?? '');
}

function fill(template: string, inputs: Inputs, level: string, period: string, year: number | null): string | null {
  return expandAddress(template, {
    level,
    levels: level ? pluralOf(level) : '',
    period,
    year: String(year ?? (period ? (parsePeriod(period).year ?? '') : '')),
    within: inputs.within.value,
  });
}

const absolute = (address: string, base: string): string | null =>
  URL.canParse(address, base) ? new URL(address, base).href : null;

function fetchDataset(
  inputs: Inputs,
  level: string,
  transport: Transport,
): { url: string; dataset: Promise<Result<Dataset>> } | null {
  if (inputs.data) return { url: '', dataset: Promise.resolve(inputs.data) };
  const address = inputs.src ? fill(inputs.src, inputs, level, inputs.period.value, null) : null;
  if (!address) return null;
  const url = absolute(address, inputs.baseUrl);
  if (url === null) return { url: address, dataset: Promise.resolve(failure('network', '', { url: address })) };
  const request = {
    src: url,
    type: (inputs.type || undefined) as DatasetType | undefined,
    columns: inputs.columns || undefined,
    metadata: inputs.metadata || undefined,
    settings: inputs.settings,
    baseUrl: inputs.baseUrl,
  };
  return { url, dataset: loadDataset(request, transport) };
}

interface BoundaryPlan {
  readonly url: string;
  readonly document: Promise<Result<BoundaryDocument>>;
}

/** Shapes whose address needs nothing from the dataset are asked for beside it, not after it. */
function fetchEarlyBoundaries(inputs: Inputs, level: string, transport: Transport): BoundaryPlan | null {
  if (!inputs.needsBoundaries) return null;
  if (inputs.boundariesData) return { url: '', document: Promise.resolve(inputs.boundariesData) };
  if (!inputs.boundaries || uses(inputs.boundaries, 'year', 'period')) return null;
  if (uses(inputs.boundaries, 'level', 'levels') && !level) return null;
  return fetchBoundaries(inputs, { template: inputs.boundaries, base: inputs.baseUrl, level }, transport);
}

interface BoundaryAddress {
  readonly template: string;
  readonly base: string;
  readonly level: string;
  /** Of the picture, once it is known. */
  readonly period?: string;
  readonly year?: number | null;
}

function fetchBoundaries(inputs: Inputs, asked: BoundaryAddress, transport: Transport): BoundaryPlan | null {
  const { level, period = '', year = null } = asked;
  const address = fill(asked.template, inputs, level, period, year);
  const url = address === null ? null : absolute(address, asked.base);
  const { shapeReader } = inputs;
  if (url === null || !shapeReader) return null;
  return { url, document: shapeReader.loadBoundaries({ src: url, level, year }, transport) };
}

/** The address that the embedder gave, else the one that the dataset itself names, where it may. */
function fetchNamedBoundaries(
  inputs: Inputs,
  dataset: Dataset,
  datasetUrl: string,
  selection: Selection,
  transport: Transport,
): BoundaryPlan | null {
  const { level } = selection;
  const named = dataset.boundaries[level];
  // A period that was asked for stays as it was written: its file may be called so.
  const period = inputs.period.strict ? inputs.period.value : selection.period;
  if (inputs.boundaries) {
    const year = named?.year ?? dataset.release?.boundaryYear ?? null;
    return fetchBoundaries(
      inputs,
      { template: inputs.boundaries, base: inputs.baseUrl, level, period, year },
      transport,
    );
  }
  if (!named?.href) return null;
  const base = datasetUrl || inputs.baseUrl;
  const url = absolute(named.href, base);
  const pointer = `/extension/zicht-op/boundaries/${level}/href`;
  if (url === null) return { url: named.href, document: Promise.resolve(failure('invalid-boundaries', pointer)) };
  if (!isAllowedAddress(url, { documentUrl: base, pageUrl: inputs.baseUrl, allowOrigins: inputs.allowOrigins })) {
    const items = ['not-allowed', new URL(url).origin];
    return { url, document: Promise.resolve(failure('invalid-boundaries', pointer, { items })) };
  }
  return fetchBoundaries(inputs, { template: named.href, base, level, period, year: named.year }, transport);
}

/** Levels with shapes, as far as can be told without asking for more. */
function levelsWithBoundaries(inputs: Inputs, dataset: Dataset, early: BoundaryDocument | null): Set<string> {
  const named = Object.keys(dataset.boundaries).filter((level) => dataset.boundaries[level].href !== null);
  if (early && !uses(inputs.boundaries, 'level', 'levels')) return new Set(early.levels.keys());
  if (inputs.boundaries) return new Set(inputs.levels.length > 0 ? inputs.levels : countByLevel(dataset).keys());
  return new Set(named);
}

function switchableLevels(
  inputs: Inputs,
  dataset: Dataset,
  current: string,
  withShapes: ReadonlySet<string>,
): string[] {
  if (!inputs.data && uses(inputs.src, 'level', 'levels')) {
    return [...new Set(inputs.levels.length > 0 ? inputs.levels : [current])].sort(byWidth);
  }
  const counts = countByLevel(dataset);
  const several = [...counts.keys()].filter((level) => (counts.get(level) ?? 0) > 1 || level === current);
  const needsShapes = inputs.needsBoundaries && withShapes.size > 0;
  return (needsShapes ? several.filter((level) => withShapes.has(level)) : several).sort(byWidth);
}

/** What is shared is ignored where the dataset lacks it; what was asked by name is kept, and is an error then. */
function selectionRequest(inputs: Inputs, dataset: Dataset, level: string, withShapes: ReadonlySet<string>) {
  const counts = countByLevel(dataset);
  const isIndicator = (id: string): boolean => dataset.metric.index.has(id);
  return {
    indicator: held(inputs.indicator, isIndicator) || inputs.defaultIndicator(dataset),
    period: held(inputs.period, (id) => findPeriod(dataset, id) >= 0) || null,
    level: held({ ...inputs.level, value: level }, (value) => counts.has(value)) || null,
    filter: { ...inputs.ownFilter, ...knownChoices(inputs.filter, dataset) },
    reference: inputs.reference,
    levelsWithBoundaries: withShapes,
  };
}

/** The breakdown choices that a dataset has. */
const knownChoices = (filter: Readonly<Record<string, string>>, { breakdowns }: Dataset): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filter).filter(([id, code]) =>
      breakdowns.some((dimension) => dimension.id === id && dimension.index.has(code)),
    ),
  );

const withUrl = (problems: readonly Problem[], url: string): Problem[] =>
  problems.map((problem) => ({ url, ...problem }));

const failed = (problems: readonly Problem[], url: string): Result<never> => ({
  ok: false,
  problems: withUrl(problems, url),
});

/** Shapes of one level, with what is known of their division and where they came from. */
export interface Shapes {
  readonly boundaries: Boundaries;
  readonly year: number | null;
  readonly url: string;
}

/** Shapes for a picture that was made without; `invalid-boundaries` where nobody gave an address. */
export async function loadShapes(inputs: Inputs, picture: Picture, transport: Transport): Promise<Result<Shapes>> {
  const given = inputs.boundariesData && { url: '', document: Promise.resolve(inputs.boundariesData) };
  return shapesFor(inputs, picture.dataset, picture.url, picture.selection, given, transport);
}

async function shapesFor(
  inputs: Inputs,
  dataset: Dataset,
  datasetUrl: string,
  selection: Selection,
  early: BoundaryPlan | null,
  transport: Transport,
): Promise<Result<Shapes>> {
  const { level } = selection;
  const usable = early && (!uses(inputs.boundaries, 'level', 'levels') || addressLevel(inputs) === level);
  const plan = usable ? early : fetchNamedBoundaries(inputs, dataset, datasetUrl, selection, transport);
  if (!plan) return failure('invalid-boundaries', '', { items: ['missing'] });
  const document = await plan.document;
  if (!document.ok) return failed(document.problems, plan.url);
  if (!document.value.levels.has(level))
    return failure('no-match', '', { url: plan.url, items: [...countByLevel(dataset).keys()] });
  const boundaries = document.value.ofLevel(level);
  if (!boundaries.ok) return failed(boundaries.problems, plan.url);
  learnFromBoundaries(boundaries.value);
  const year = boundaries.value.year ?? document.value.year ?? dataset.boundaries[level]?.year ?? null;
  return success(
    { boundaries: boundaries.value, year, url: plan.url },
    withUrl([...document.problems, ...boundaries.problems], plan.url),
  );
}

/**
 * From addresses to a picture: the one way data takes. Rejects only with the abort of its transport; `IDLE` when there is
 * nothing to ask for.
 */
export async function loadPicture(inputs: Inputs, transport: Transport): Promise<Result<Picture> | typeof IDLE> {
  const { within } = inputs;
  if (inputs.needsBoundaries && !inputs.boundariesData && uses(inputs.boundaries, 'within') && !within.value)
    return IDLE;
  const askedLevel = addressLevel(inputs);
  const source = fetchDataset(inputs, askedLevel, transport);
  if (!source) return IDLE;
  const early = fetchEarlyBoundaries(inputs, askedLevel, transport);
  // Should the dataset fail, nobody waits for the shapes any more: their failure must not be an unhandled rejection.
  early?.document.catch(() => undefined);
  const read = await source.dataset;
  if (!read.ok) return failed(read.problems, source.url);
  const dataset = read.value;
  learnFromDataset(dataset);

  const fixed = early && !uses(inputs.boundaries, 'level', 'levels') ? await early.document : null;
  const given = inputs.boundariesData?.ok ? inputs.boundariesData.value : null;
  const withShapes = levelsWithBoundaries(inputs, dataset, fixed?.ok ? fixed.value : given);
  const chosen = resolveSelection(dataset, selectionRequest(inputs, dataset, askedLevel, withShapes));
  if (!chosen.ok) return failed(chosen.problems, source.url);
  const selection = chosen.value;

  const [shapes, method] = await Promise.all([
    inputs.needsBoundaries ? shapesFor(inputs, dataset, source.url, selection, early, transport) : null,
    onDemand(() => loadClassMethod(inputs.classOptions.method), transport),
  ]);
  if (shapes && !shapes.ok) return shapes;
  if (!method.ok) return method;
  const parts = {
    dataset,
    url: source.url,
    selection,
    boundaries: shapes?.value.boundaries ?? null,
    boundaryYear: shapes
      ? shapes.value.year
      : (dataset.boundaries[selection.level]?.year ?? dataset.release?.boundaryYear ?? null),
    boundariesUrl: shapes?.value.url ?? '',
    levels: switchableLevels(inputs, dataset, selection.level, withShapes),
    classOptions: inputs.classOptions,
    problems: [...withUrl(read.problems, source.url), ...(shapes?.problems ?? [])],
  };
  const picture = makePicture({ ...parts, within: within.value });
  // An area that is shared, and in which this dataset has nothing, is ignored like any shared value it lacks.
  const isElsewhere = picture.ok && !within.strict && picture.value.regions.length + picture.value.shapes.length === 0;
  return isElsewhere ? makePicture({ ...parts, within: within.own ?? '' }) : picture;
}
