/** Level of a region by the prefix of its code. Contract, section 3; prefixes are CBS's, `RI` is ours. */
const LEVEL_BY_PREFIX: Readonly<Record<string, string>> = {
  NL: 'land',
  LD: 'landsdeel',
  PV: 'provincie',
  CR: 'corop',
  RE: 'politieregio',
  RI: 'riec',
  VR: 'veiligheidsregio',
  GM: 'gemeente',
  WK: 'wijk',
  BU: 'buurt',
};

/** The levels we have names for, from wide to narrow. */
export const LEVELS = [
  'land',
  'landsdeel',
  'provincie',
  'corop',
  'politieregio',
  'riec',
  'veiligheidsregio',
  'gemeente',
  'wijk',
  'buurt',
] as const;

/** Dutch plural of each level, as it stands in file names and addresses (`{levels}`). */
const PLURAL: Readonly<Record<string, string>> = {
  land: 'land',
  landsdeel: 'landsdelen',
  provincie: 'provincies',
  corop: 'corops',
  politieregio: 'politieregios',
  riec: 'riecs',
  veiligheidsregio: 'veiligheidsregios',
  gemeente: 'gemeenten',
  wijk: 'wijken',
  buurt: 'buurten',
};

/** A prefix of two letters and two to eight digits or letters: CBS codes have letters since 2024 (`BU0363AA01`). */
const REGION_CODE = /^([A-Z]{2})[0-9A-Z]{2,8}$/;

/** Codes as they are joined: trimmed and in capitals. CBS pads them to a fixed width. */
export const normaliseCode = (code: string): string => code.trim().toUpperCase();

/** True for what looks like a CBS region code, or our fictional ones (`GMV001`). */
export const isRegionCode = (code: string): boolean => REGION_CODE.test(code);

/**
 * Level of a normalised code. A prefix without a name is a level of that name in lower case (`GG30` → `gg`).
 * A code that isn't of CBS's form is of level `regio`; a bare `NL` is the country.
 */
export function levelOf(code: string): string {
  if (code === 'NL') return 'land';
  const prefix = REGION_CODE.exec(code)?.[1];
  return prefix === undefined ? 'regio' : (LEVEL_BY_PREFIX[prefix] ?? prefix.toLowerCase());
}

/** The plural in addresses; a level we don't know gets an `s`-less copy of itself. */
export const pluralOf = (level: string): string => PLURAL[level] ?? level;

/**
 * Code of the area that this one lies in, as far as the code itself tells: a buurt in its wijk, a wijk in its
 * gemeente. Null for anything else. The parent may not exist in any dataset.
 * Source: CBS, coding of districts and neighbourhoods (gemeente + 2, wijk + 2).
 */
export function parentByCode(code: string): string | null {
  if (code.startsWith('BU') && code.length === 10) return `WK${code.slice(2, 8)}`;
  if (code.startsWith('WK') && code.length === 8) return `GM${code.slice(2, 6)}`;
  return null;
}
