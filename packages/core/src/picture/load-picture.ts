import type { BoundaryDocument } from '../formats/boundaries.js';
import type { DatasetType } from '../formats/detect.js';
import type { Dataset } from '../model/dataset.js';
import { failure, success, type Result } from '../model/problem.js';
import { LEVELS } from '../model/region.js';
import { loadDataset } from '../sources/dataset-source.js';
import { onDemand } from '../sources/reading.js';
import type { Transport } from '../sources/transport.js';
import { seam } from '../tasks/slices.js';
import { loadClassMethod } from '../view/classify.js';
import { countByLevel, findIndicator, findPeriod, resolveSelection } from '../view/selection.js';
import { absoluteAddress, addressLevel, failed, fillAddress, held, uses, withUrl, type Inputs } from './inputs.js';
import { makePicture, type Picture } from './picture.js';
import { learnFromDataset } from './region-directory.js';

/** Nothing to load: no address, or one with an empty placeholder. */
export const IDLE = Symbol('idle');

const byWidth = (a: string, b: string): number => rank(a) - rank(b);
const rank = (level: string): number => {
  const at = (LEVELS as readonly string[]).indexOf(level);
  return at < 0 ? LEVELS.length : at;
};

function fetchDataset(
  inputs: Inputs,
  level: string,
  transport: Transport,
): { url: string; dataset: Promise<Result<Dataset>> } | null {
  if (inputs.data) return { url: '', dataset: Promise.resolve(inputs.data) };
  const address = inputs.src ? fillAddress(inputs.src, inputs, level, inputs.period.value, null) : null;
  if (!address) return null;
  const url = absoluteAddress(address, inputs.baseUrl);
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
  const isIndicator = (id: string): boolean => findIndicator(dataset, id) >= 0;
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
  const reader = inputs.needsBoundaries ? inputs.shapeReader : null;
  const early = reader?.fetchEarly(inputs, askedLevel, transport) ?? null;
  const classing = onDemand(() => loadClassMethod(inputs.classOptions.method), transport);
  // Should the dataset fail, nobody waits for these any more: their failure must not be an unhandled rejection.
  for (const beside of [early?.document, classing]) beside?.catch(() => undefined);
  const began = performance.now();
  const read = await source.dataset;
  await seam(began);
  if (!read.ok) return failed(read.problems, source.url);
  const dataset = read.value;
  learnFromDataset(dataset);

  const isFixed = inputs.boundariesData || !uses(inputs.boundaries, 'level', 'levels');
  const fixed = isFixed ? await (inputs.boundariesData ?? early?.document) : null;
  const withShapes = levelsWithBoundaries(inputs, dataset, fixed?.ok ? fixed.value : null);
  const chosen = resolveSelection(dataset, selectionRequest(inputs, dataset, askedLevel, withShapes));
  if (!chosen.ok) return failed(chosen.problems, source.url);
  const selection = chosen.value;

  const figures = { dataset, url: source.url, selection };
  const [shapes, method] = await Promise.all([reader?.loadShapes(inputs, figures, transport, early) ?? null, classing]);
  if (shapes && !shapes.ok) return shapes;
  if (!method.ok) return method;
  const parts = {
    ...figures,
    shapes: shapes?.value ?? null,
    levels: switchableLevels(inputs, dataset, selection.level, withShapes),
    classOptions: inputs.classOptions,
    problems: [...withUrl(read.problems, source.url), ...(shapes?.problems ?? [])],
  };
  const picture = makePicture({ ...parts, within: within.value });
  // An area that is shared, and in which this dataset has nothing, is ignored like any shared value it lacks.
  const isElsewhere = !within.strict && picture.regions.length + picture.shapes.length === 0;
  return success(isElsewhere ? makePicture({ ...parts, within: within.own ?? '' }) : picture);
}
