import type { MissingKind, Mark } from '@zicht-op/core/model/observation.js';

const levels: Readonly<Record<string, readonly [one: string, many: string]>> = {
  land: ['land', 'landen'],
  landsdeel: ['landsdeel', 'landsdelen'],
  provincie: ['provincie', 'provincies'],
  corop: ['COROP-gebied', 'COROP-gebieden'],
  politieregio: ['politieregio', 'politieregio’s'],
  riec: ['RIEC-regio', 'RIEC-regio’s'],
  veiligheidsregio: ['veiligheidsregio', 'veiligheidsregio’s'],
  gemeente: ['gemeente', 'gemeenten'],
  wijk: ['wijk', 'wijken'],
  buurt: ['buurt', 'buurten'],
  regio: ['gebied', 'gebieden'],
};

const missing: Readonly<Record<MissingKind, string>> = {
  withheld: 'niet gepubliceerd',
  unknown: 'onbekend',
  impossible: 'niet van toepassing',
  none: 'geen gegevens',
  uncovered: 'buiten dekking',
};

const missingHelp: Readonly<Record<MissingKind, string>> = {
  withheld: 'Het cijfer wordt niet gepubliceerd, omdat het herleidbaar zou kunnen zijn.',
  unknown: 'Het cijfer is niet bekend of niet betrouwbaar genoeg.',
  impossible: 'Het cijfer kan hier niet voorkomen.',
  none: 'Er zijn voor dit gebied geen gegevens.',
  uncovered: 'Dit gebied valt buiten de gegevens.',
};

const marks: Readonly<Record<Mark, string>> = {
  P: 'voorlopig',
  B: 'trendbreuk',
  D: 'afwijkende definitie',
  E: 'geschat',
  F: 'prognose',
  G: 'experimenteel',
  I: 'bijgeschat',
  N: 'niet significant',
  S: 'bijzondere omstandigheden',
  U: 'minder betrouwbaar',
  V: 'niet gevalideerd',
  W: 'inclusief andere categorie',
  R: 'herzien',
};

/** Texts that every data widget uses. Functions where a number or name goes in, so that plural rules are code. */
export const common = {
  locale: 'nl-NL',
  missing,
  missingHelp,
  marks,
  quarter: (part: number, year: number) => `${part}e kwartaal ${year}`,
  level: (level: string, count = 2) => levels[level]?.[count === 1 ? 0 : 1] ?? level,

  untitled: 'Gepubliceerde cijfers',
  loading: 'Gegevens worden geladen…',
  received: (megabytes: string, total: string, pages: number) =>
    `${total ? `${megabytes} van ${total}` : megabytes} MB gelezen${pages > 0 ? ` (${pages} pagina${pages === 1 ? '' : '’s'})` : ''}`,
  idle: 'Er is nog geen adres van gegevens opgegeven (attribuut src).',
  empty: 'Er zijn geen gebieden om te tonen.',
  failed: 'De gegevens kunnen niet worden getoond.',
  stale: 'Dit is het laatste beeld dat wél geladen is. Het kan verouderd zijn.',
  retry: 'Opnieuw proberen',
  warnings: (count: number) =>
    count === 1 ? 'Let op: 1 opmerking over de gegevens' : `Let op: ${count} opmerkingen over de gegevens`,

  indicator: 'Indicator',
  period: 'Periode',
  levelLabel: 'Niveau',
  within: 'Gebied',
  wholeCountry: 'Heel het gebied',
  search: 'Zoek een gebied',
  searchPlaceholder: 'Naam of code',
  noResults: 'Geen gebied gevonden',
  results: (count: number, shown = count) =>
    count === 1
      ? '1 gebied gevonden'
      : `${count} gebieden gevonden${shown < count ? `, de eerste ${shown} staan in de lijst` : ''}`,
  settings: 'Instellingen van de weergave',

  caution: 'Wat zegt dit niet?',
  description: 'Wat is dit?',
  sourceLine: (sources: string, period: string) => `Bron: ${sources}${period ? `; ${period}` : ''}`,
  noSource: 'Bron: niet opgegeven',
  boundaryYear: (year: number) => `gebiedsindeling ${year}`,
  provisional: 'voorlopige cijfers',
  rounding: (rounding: string) => `afgerond: ${rounding}`,
  updated: (date: string) => `bijgewerkt ${date}`,
  guidance: 'Aan de slag met dit cijfer',
  guidanceDo: 'Wel doen',
  guidanceDont: 'Niet doen',
  more: 'Meer lezen',

  download: 'Downloaden',
  downloadAs: {
    csv: 'CSV (Excel)',
    json: 'JSON-stat',
    png: 'Afbeelding (PNG)',
    svg: 'Afbeelding (SVG)',
    geojson: 'GeoJSON',
  },
  columns: {
    region: 'Code',
    name: 'Gebied',
    level: 'Niveau',
    period: 'Periode',
    indicator: 'Indicator',
    unit: 'Eenheid',
    value: 'Waarde',
    kind: 'Soort',
    text: 'Cijfer',
    marks: 'Toelichting',
    source: 'Bron',
    caution: 'Wat zegt dit niet',
  },
  kindValue: 'cijfer',

  reference: 'Vergeleken met',
  compare: {
    higher: (name: string, reference: string) => `hoger dan ${name} (${reference})`,
    lower: (name: string, reference: string) => `lager dan ${name} (${reference})`,
    equal: (name: string, reference: string) => `gelijk aan ${name} (${reference})`,
    unavailable: (name: string, kind: string) => `${name}: ${kind}`,
  },
};

/** The shape every locale has; Dutch is the norm. */
export type CommonTexts = typeof common;
