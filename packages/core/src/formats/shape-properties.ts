import { LEVELS, levelOf, normaliseCode } from '../model/region.js';
import { integerIn, toText, type JsonObject } from './json-access.js';

const NARROW_TO_WIDE = [...LEVELS].reverse();
const WIDTHS: ReadonlyMap<string, number> = new Map(NARROW_TO_WIDE.map((level, i) => [level, i + 1]));

/** Reads `{level}code`, from narrow to wide. A function each: engines remember for each of them that it isn't there. */
const LEVEL_CODES: readonly { readonly level: string; readonly read: (properties: JsonObject) => unknown }[] = [
  { level: 'buurt', read: (properties) => properties.buurtcode },
  { level: 'wijk', read: (properties) => properties.wijkcode },
  { level: 'gemeente', read: (properties) => properties.gemeentecode },
  { level: 'veiligheidsregio', read: (properties) => properties.veiligheidsregiocode },
  { level: 'riec', read: (properties) => properties.rieccode ?? properties.riec },
  { level: 'politieregio', read: (properties) => properties.politieregiocode },
  { level: 'corop', read: (properties) => properties.coropcode },
  { level: 'provincie', read: (properties) => properties.provinciecode },
  { level: 'landsdeel', read: (properties) => properties.landsdeelcode },
  { level: 'land', read: (properties) => properties.landcode },
];
const NAME_KEYS: ReadonlyMap<string, string> = new Map(LEVELS.map((level) => [level, `${level}naam`]));

/** How wide a level is, 1 for a buurt; 0 for one we don't know. */
const widthOf = (level: string): number => WIDTHS.get(level) ?? 0;

/** The keys are ours and fixed, so this needn't ask whether the member is the object's own: it is asked a million times. */
const textOf = (properties: JsonObject, key: string): string => {
  const found = properties[key];
  return found === undefined ? '' : toText(found);
};

/**
 * Code of a feature: `statcode`, `{level}code`, `code`, feature id, in that order (contract, section 3), normalised;
 * empty without any. A feature has the codes of the areas it lies in too, so the narrowest level counts, also where it
 * is `code` or the feature id that has it.
 */
export function codeOf(properties: JsonObject, id: unknown): string {
  const statcode = textOf(properties, 'statcode');
  if (statcode !== '') return normaliseCode(statcode);
  const other = normaliseCode(textOf(properties, 'code') || toText(id));
  const width = widthOf(levelOf(other));
  for (const { level, read } of LEVEL_CODES) {
    const code = toText(read(properties));
    if (code !== '') return width > 0 && width < widthOf(level) ? other : normaliseCode(code);
  }
  return other;
}

/** `statnaam`, `{level}naam`, `naam`, `name`; null without any. */
export function nameOf(properties: JsonObject, level: string): string | null {
  return (
    textOf(properties, 'statnaam') ||
    textOf(properties, NAME_KEYS.get(level) ?? `${level}naam`) ||
    textOf(properties, 'naam') ||
    textOf(properties, 'name') ||
    null
  );
}

/** A year as CBS writes it in `jaarcode`, as the first half of `jrstatcode`, or plainly; null without any. */
export const yearOf = (properties: JsonObject): number | null =>
  asYear(textOf(properties, 'jaarcode')) ??
  asYear(textOf(properties, 'jrstatcode').slice(0, 4)) ??
  asYear(textOf(properties, 'year'));

/** A whole year that a division can have; null for anything else. */
export const asYear = (input: unknown): number | null =>
  input === '' || input === undefined ? null : integerIn(input, 1800, 2200);

/** Gemeente numbers that stand for abroad (Belgium, Germany, elsewhere) in CBS's divisions. */
const ABROAD = /^(GM|WK|BU)(0998|0999|999\d)/;
/** The fictive neighbourhoods that CBS lays over inland and open water. */
const WATER = /^BU[0-9A-Z]{4}999[78]$/;

/** True for water and for land that isn't ours, which have no figures. */
export function isLeftOut(properties: JsonObject, code: string): boolean {
  if (code.includes('99') && (ABROAD.test(code) || WATER.test(code))) return true;
  const water = textOf(properties, 'water');
  return water !== '' && /^(JA|B)$/i.test(water);
}

const NOWHERE: readonly string[] = [];

/** Codes of the wider areas that the properties name, as `parent`, `{level}code` or `riec`; from narrow to wide. */
export function liesIn(properties: JsonObject, code: string, level: string): readonly string[] {
  const parent = textOf(properties, 'parent');
  if (parent === '' && LEVEL_CODES.every(({ read }) => read(properties) === undefined)) return NOWHERE;
  const found: string[] = [];
  const own = widthOf(level);
  const add = (text: string, expected: string | null): void => {
    const wider = normaliseCode(text);
    const width = widthOf(levelOf(wider));
    // `gemeentecode` without its prefix ("0363") is no code of ours.
    const isOther = expected !== null && levelOf(wider) !== expected;
    if (wider === '' || wider === code || isOther || (width > 0 && width <= own) || found.includes(wider)) return;
    found.push(wider);
  };
  add(parent, null);
  for (const { level: wide, read } of LEVEL_CODES) {
    add(toText(read(properties)), wide);
  }
  return found.sort((a, b) => widthOf(levelOf(a)) - widthOf(levelOf(b)));
}
