import type { Dataset } from '../model/dataset.js';
import { parsePeriod } from '../model/period.js';
import type { Problem, Result } from '../model/problem.js';
import { pluralOf } from '../model/region.js';
import { expandAddress } from '../sources/address.js';
import type { GivenBoundaries } from './given-boundaries.js';
import type { ClassOptions } from './picture.js';
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
  readonly boundariesData: GivenBoundaries | null;
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

/** True where an address has one of these placeholders. */
export const uses = (template: string, ...names: string[]): boolean =>
  names.some((name) => template.includes(`{${name}}`));

/** A choice as far as it holds: what was asked by name, else what is shared where it is there, else the element's own. */
export const held = ({ value, strict, own = '' }: Choice, isThere: (value: string) => boolean): string =>
  strict || (value !== '' && isThere(value)) ? value : own;

/** Level that a level-wise address is asked for: as chosen, where the address serves it, else the first it serves. */
export function addressLevel({ src, level, levels }: Inputs): string {
  if (!uses(src, 'level', 'levels')) return level.value;
  return held(level, (value) => levels.length === 0 || levels.includes(value)) || (levels[0] ?? '');
}

/** An address with its placeholders filled in; null where one that it uses is empty. */
export function fillAddress(
  template: string,
  inputs: Inputs,
  level: string,
  period: string,
  year: number | null,
): string | null {
  return expandAddress(template, {
    level,
    levels: level ? pluralOf(level) : '',
    period,
    year: String(year ?? (period ? (parsePeriod(period).year ?? '') : '')),
    within: inputs.within.value,
  });
}

/** Null for what can’t be read as an address. */
export const absoluteAddress = (address: string, base: string): string | null =>
  URL.canParse(address, base) ? new URL(address, base).href : null;

/** Problems with the address they are about, where they name none. */
export const withUrl = (problems: readonly Problem[], url: string): Problem[] =>
  problems.map((problem) => ({ url, ...problem }));

export const failed = (problems: readonly Problem[], url: string): Result<never> => ({
  ok: false,
  problems: withUrl(problems, url),
});
