import { failure, success, type Result } from '../model/problem.js';
import { listAt, objectAt, pointer, toText, type JsonObject } from './json-access.js';
import type { AttributeValue, Level, SdmxAttribute, SdmxStructure } from './sdmx-structure.js';

/** What stands for a value of a form nobody explained: it makes a status unknown. */
const UNREADABLE: AttributeValue = { id: '?', name: '' };

/** Stands for what two groups say differently. */
const IN_CONFLICT: unique symbol = Symbol('in conflict');

/** A value as sent: an index of the attribute's values where it has any, else the value itself. Null: nothing sent. */
function readValue(attribute: SdmxAttribute, raw: unknown): AttributeValue | null {
  if (raw === null || raw === undefined || raw === '') return null;
  if (attribute.values.length > 0 && typeof raw === 'number') {
    const value = attribute.values[raw];
    // A value without an id has a name at most, which is a unit's but no status.
    return value && value.id !== '' ? value : { ...UNREADABLE, name: value?.name ?? '' };
  }
  const text = toText(Array.isArray(raw) && raw.length === 1 ? raw[0] : raw);
  return text === '' ? UNREADABLE : { id: text, name: text };
}

/** Values of attributes at every level that a cell lies under; narrower levels win. */
export type LevelValues = Partial<Record<Level, readonly unknown[]>>;

/**
 * Reads one attribute, wherever it is attached. The narrowest level that sent something counts, then the default that the
 * structure gives. Null: the message has nothing to say.
 */
export class AttributeReader {
  readonly #attributes: readonly SdmxAttribute[];
  readonly #fallback: AttributeValue | null;

  constructor(structure: SdmxStructure, ...ids: readonly string[]) {
    this.#attributes = structure.attributes.filter(({ id }) => ids.includes(id)).reverse();
    this.#fallback = this.#attributes.find(({ fallback }) => fallback)?.fallback ?? null;
  }

  get isUsed(): boolean {
    return this.#attributes.length > 0;
  }

  /** True where cells of one message may differ in it. */
  get varies(): boolean {
    return this.#attributes.some(({ level }) => level !== 'dataSet');
  }

  read(values: LevelValues): AttributeValue | null {
    return this.readAll(values)[0] ?? this.#fallback;
  }

  /** All that the narrowest level sent, for a message that has the attribute there more than once; else the default. */
  readAll(values: LevelValues): readonly AttributeValue[] {
    let level: Level | null = null;
    const sent: AttributeValue[] = [];
    for (const attribute of this.#attributes) {
      if (level !== null && attribute.level !== level) break;
      const found = readValue(attribute, values[attribute.level]?.[attribute.position]);
      if (!found) continue;
      level = attribute.level;
      sent.push(found);
    }
    return sent.length > 0 || !this.#fallback ? sent : [this.#fallback];
  }
}

/** More kinds of groups than this in one message are no groups any more. */
const MOST_GROUPINGS = 64;

interface Grouping {
  /** Dimensions that its keys name. */
  readonly dimensions: readonly number[];
  readonly byKey: Map<string, readonly unknown[]>;
}

/** Attributes of groups of cells: keys with an index for each dimension that counts, and nothing for the others. */
export class GroupAttributes {
  readonly #groupings: readonly Grouping[];

  private constructor(groupings: readonly Grouping[]) {
    this.#groupings = groupings;
  }

  /**
   * Reads `dimensionGroupAttributes`. A slot stands for each dimension of series and observations, in that order, or for
   * each dimension there is, by its position. Error: `invalid-dataset` at a key that fits neither, as a group may well
   * tell what is confidential.
   */
  static read(dataSet: JsonObject, structure: SdmxStructure, path: string): Result<GroupAttributes> {
    const groups = objectAt(dataSet, 'dimensionGroupAttributes');
    const all = structure.dimensions.map((_, i) => i);
    const inKeys = all.filter((i) => structure.dimensions[i].level !== 'dataSet');
    const byPosition = [...all].sort(
      (a, b) => structure.dimensions[a].keyPosition - structure.dimensions[b].keyPosition,
    );
    const groupings = new Map<string, Grouping>();
    for (const key of Object.keys(groups)) {
      const slots = key.split(':');
      const order = slots.length === inKeys.length ? inKeys : slots.length === all.length ? byPosition : null;
      const isIndex = (slot: string, i: number) => Number(slot) < structure.dimensions[order?.[i] ?? 0].codes.length;
      if (!order || !slots.every((slot, i) => slot === '' || (/^\d+$/.test(slot) && isIndex(slot, i))))
        return failure('invalid-dataset', `${path}${pointer('dimensionGroupAttributes', key)}`);
      const named = slots
        .flatMap((slot, i) => (slot === '' ? [] : [[order[i], Number(slot)] as const]))
        .sort(([a], [b]) => a - b);
      const name = named.map(([dimension]) => dimension).join();
      const grouping = groupings.get(name) ?? { dimensions: named.map(([dimension]) => dimension), byKey: new Map() };
      grouping.byKey.set(named.map(([, index]) => index).join(), listAt(groups, key));
      groupings.set(name, grouping);
    }
    if (groupings.size > MOST_GROUPINGS) return failure('invalid-dataset', `${path}/dimensionGroupAttributes`);
    return success(new GroupAttributes([...groupings.values()]));
  }

  get isEmpty(): boolean {
    return this.#groupings.length === 0;
  }

  /**
   * Values for a cell, by its index per dimension. Where several groups hold it, later ones fill what earlier left open;
   * where two say different things, nobody can tell which holds.
   */
  valuesOf(indexes: ArrayLike<number>): readonly unknown[] {
    const merged: unknown[] = [];
    for (const { dimensions, byKey } of this.#groupings) {
      const values = byKey.get(dimensions.map((dimension) => indexes[dimension]).join());
      values?.forEach((value, i) => {
        if (value === null || value === undefined) return;
        merged[i] = merged[i] === undefined || merged[i] === value ? value : IN_CONFLICT;
      });
    }
    return merged;
  }
}
