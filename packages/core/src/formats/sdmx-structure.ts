import { failure, success, type Result } from '../model/problem.js';
import {
  firstText,
  isObject,
  listAt,
  member,
  objectAt,
  pointer,
  textAt,
  toText,
  type JsonObject,
} from './json-access.js';
import { naturalTexts } from './csvw.js';
import { soundsWithheld } from './status.js';

/** Levels of a data message at which a component can be attached, from wide to narrow. */
export const ATTACHMENTS = ['dataSet', 'dimensionGroup', 'series', 'observation'] as const;

export type Level = (typeof ATTACHMENTS)[number];

export interface SdmxDimension {
  readonly id: string;
  readonly label: string;
  readonly level: Level;
  readonly keyPosition: number;
  readonly roles: readonly string[];
  readonly codes: readonly string[];
  readonly labels: readonly string[];
  readonly parents: readonly string[];
}

/** An attribute's value: its id, and its name for people. */
export interface AttributeValue {
  readonly id: string;
  readonly name: string;
}

export interface SdmxAttribute {
  readonly id: string;
  readonly level: Level;
  /** Position in the array that is sent at its level; of an observation that begins with the measures. */
  readonly position: number;
  readonly values: readonly AttributeValue[];
  /** What holds where nothing is sent. */
  readonly fallback: AttributeValue | null;
}

export interface SdmxMeasure {
  readonly id: string;
  readonly label: string;
  /** Numbers and texts that stand for no value; true where the name says that it is kept back. */
  readonly sentinels: ReadonlyMap<unknown, boolean>;
}

export interface SdmxStructure {
  readonly label: string;
  /** In the order of data set, series and observation keys. */
  readonly dimensions: readonly SdmxDimension[];
  readonly measures: readonly SdmxMeasure[];
  readonly attributes: readonly SdmxAttribute[];
}

/** `name`, else `names` in the best language. */
export const nameOf = (component: unknown): string =>
  textAt(component, 'name') || (naturalTexts(member(component, 'names'))[0] ?? '');

const valuesOf = (component: JsonObject): readonly unknown[] => listAt(component, 'values');

/** Id of a component's value; an uncoded one has a `value`, which may be localised. */
const valueId = (value: unknown): string =>
  firstText(value, 'id', 'value') || toText(value) || (naturalTexts(member(value, 'value'))[0] ?? '');

function readDimension(raw: unknown, level: Level): SdmxDimension | null {
  if (!isObject(raw) || textAt(raw, 'id') === '') return null;
  const values = valuesOf(raw);
  const codes = values.map(valueId);
  const position = member(raw, 'keyPosition');
  const roles = [...listAt(raw, 'roles'), ...listAt(raw, 'role'), member(raw, 'role')].map(toText);
  return {
    id: textAt(raw, 'id'),
    label: nameOf(raw) || textAt(raw, 'id'),
    level,
    keyPosition: typeof position === 'number' ? position : NaN,
    roles,
    codes,
    labels: values.map((value, i) => nameOf(value) || codes[i]),
    parents: values.map((value) => textAt(value, 'parent')),
  };
}

function readAttribute(raw: unknown, level: Level, position: number): SdmxAttribute {
  const values = (isObject(raw) ? valuesOf(raw) : []).map((value) => {
    const id = valueId(value);
    return { id, name: nameOf(value) || id };
  });
  const fallback = textAt(raw, 'default');
  return {
    id: textAt(raw, 'id').toUpperCase(),
    level,
    position,
    values,
    fallback: fallback ? (values.find(({ id }) => id === fallback) ?? { id: fallback, name: fallback }) : null,
  };
}

function readMeasure(raw: unknown): SdmxMeasure {
  const sentinels = listAt(objectAt(raw, 'format'), 'sentinelValues').filter(isObject);
  return {
    id: textAt(raw, 'id') || 'OBS_VALUE',
    label: nameOf(raw),
    sentinels: new Map(
      sentinels.flatMap((sentinel) => {
        const kept = soundsWithheld(`${nameOf(sentinel)} ${textAt(sentinel, 'description')}`);
        const value = member(sentinel, 'value');
        // A number is written as a text in the structure, and may be either among the observations.
        return [value, toText(value), Number(toText(value) || NaN)].map((form) => [form, kept] as const);
      }),
    ),
  };
}

/**
 * Reads a structure of SDMX-JSON 1.0 or 2.x. Errors: `invalid-dataset` at a dimension without id or values, with two
 * values of one id, and at one of the data set that has other than one value.
 */
export function readStructure(raw: JsonObject, path: string): Result<SdmxStructure> {
  const dimensions: SdmxDimension[] = [];
  for (const level of ['dataSet', 'series', 'observation'] as const) {
    const components = listAt(objectAt(raw, 'dimensions'), level);
    for (const [i, component] of components.entries()) {
      const dimension = readDimension(component, level);
      const size = dimension?.codes.length ?? 0;
      const isWhole = dimension !== null && size > 0 && new Set(dimension.codes).size === size;
      if (!isWhole || (level === 'dataSet' && size !== 1))
        return failure('invalid-dataset', `${path}${pointer('dimensions', level, i)}`);
      dimensions.push(dimension);
    }
  }
  const declared = listAt(objectAt(raw, 'measures'), 'observation').map(readMeasure);
  const measures = declared.length > 0 ? declared : [readMeasure(undefined)];
  const attributes = ATTACHMENTS.flatMap((level) =>
    listAt(objectAt(raw, 'attributes'), level).map((component, i) =>
      readAttribute(component, level, level === 'observation' ? measures.length + i : i),
    ),
  );
  return success({ label: nameOf(raw), dimensions, measures, attributes });
}
