import type { BoundaryDocument } from '../formats/boundaries.js';
import type { Boundaries } from '../model/boundaries.js';
import type { Dataset } from '../model/dataset.js';
import { failure, ProblemList, success, type Problem, type Result } from '../model/problem.js';
import { isAllowedAddress } from '../sources/address.js';
import { loadBoundaries } from '../sources/boundary-source.js';
import type { Transport } from '../sources/transport.js';
import { inSlices } from '../tasks/slices.js';
import { joinRegions, type Join } from '../view/join.js';
import { countByLevel, type Selection } from '../view/selection.js';
import type { GivenBoundaries } from './given-boundaries.js';
import { absoluteAddress, addressLevel, failed, fillAddress, uses, withUrl, type Inputs } from './inputs.js';
import { learnFromBoundaries } from './region-directory.js';

/** The figures that shapes are asked for. */
export interface Figures {
  readonly dataset: Dataset;
  /** Address the dataset came from; empty for data given as a property or inline. */
  readonly url: string;
  readonly selection: Selection;
}

/** Shapes of one level, laid beside the figures, with what is known of their division and where they came from. */
export interface Shapes {
  readonly boundaries: Boundaries;
  readonly join: Join;
  readonly year: number | null;
  readonly url: string;
}

/** A request for shapes under way. */
export interface BoundaryPlan {
  readonly url: string;
  readonly document: Promise<Result<BoundaryDocument>>;
}

const given = (document: GivenBoundaries): BoundaryPlan => ({ url: '', document: Promise.resolve(document) });

/** Shapes whose address needs nothing from the dataset are asked for beside it, not after it. */
export function fetchEarly(inputs: Inputs, level: string, transport: Transport): BoundaryPlan | null {
  if (inputs.boundariesData) return given(inputs.boundariesData);
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
  const address = fillAddress(asked.template, inputs, level, period, year);
  const url = address === null ? null : absoluteAddress(address, asked.base);
  return url === null ? null : { url, document: loadBoundaries({ src: url, level, year }, transport) };
}

/** The address that the embedder gave, else the one that the dataset itself names, where it may. */
function fetchNamedBoundaries(
  inputs: Inputs,
  { dataset, url: datasetUrl, selection }: Figures,
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
  const url = absoluteAddress(named.href, base);
  const pointer = `/extension/zicht-op/boundaries/${level}/href`;
  if (url === null) return { url: named.href, document: Promise.resolve(failure('invalid-boundaries', pointer)) };
  if (!isAllowedAddress(url, { documentUrl: base, pageUrl: inputs.baseUrl, allowOrigins: inputs.allowOrigins })) {
    const items = ['not-allowed', new URL(url).origin];
    return { url, document: Promise.resolve(failure('invalid-boundaries', pointer, { items })) };
  }
  return fetchBoundaries(inputs, { template: named.href, base, level, period, year: named.year }, transport);
}

/** The year whose division the figures follow: as the publisher says, else the year of the period. */
function divisionYear({ dataset, selection }: Figures): number | null {
  const declared = dataset.boundaries[selection.level]?.year ?? dataset.release?.boundaryYear ?? null;
  return declared ?? dataset.periods[selection.timeIndex]?.year ?? null;
}

/** What the reader should know of figures and shapes laid beside each other: lone codes, and years that differ. */
function joinProblems(figures: Figures, { join, year, url }: Shapes): Problem[] {
  const list = new ProblemList();
  const lone = [...join.withoutShape, ...join.withoutRow];
  if (lone.length > 0) list.add('unmatched', '', { count: lone.length, items: lone.slice(0, 20), url });
  const wanted = divisionYear(figures);
  if (wanted !== null && year !== null && wanted !== year)
    list.add('year-differs', '', { items: [String(wanted), String(year)], url });
  return list.toArray();
}

/**
 * The shapes for these figures, from what was asked for early where that serves. Errors: those of transport and reading;
 * `invalid-boundaries` where nobody gave an address; `no-match` where no code has a shape.
 */
export async function loadShapes(
  inputs: Inputs,
  figures: Figures,
  transport: Transport,
  early: BoundaryPlan | null = inputs.boundariesData && given(inputs.boundariesData),
): Promise<Result<Shapes>> {
  const { dataset, selection } = figures;
  const { level } = selection;
  const usable = early && (!uses(inputs.boundaries, 'level', 'levels') || addressLevel(inputs) === level);
  const plan = usable ? early : fetchNamedBoundaries(inputs, figures, transport);
  if (!plan) return failure('invalid-boundaries', '', { items: ['missing'] });
  const { url } = plan;
  const document = await plan.document;
  if (!document.ok) return failed(document.problems, url);
  if (!document.value.levels.has(level))
    return failure('no-match', '', { url, items: [...countByLevel(dataset).keys()] });
  const read = await inSlices(document.value.ofLevelInSteps(level), transport);
  if (!read.ok) return failed(read.problems, url);
  const boundaries = read.value;
  learnFromBoundaries(boundaries);
  const join = joinRegions(dataset.geo, boundaries);
  if (join.matched === 0) return failure('no-match', '', { url });
  const year = boundaries.year ?? document.value.year ?? dataset.boundaries[level]?.year ?? null;
  const shapes = { boundaries, join, year, url };
  const problems = withUrl([...document.problems, ...read.problems], url);
  return success(shapes, [...problems, ...joinProblems(figures, shapes)]);
}
