/** Texts of `zo-indicator-table`. */
export const indicatorTable = {
  title: 'Indicatoren',
  titleOfRegion: (name: string) => `Indicatoren van ${name}`,
  caption: (level: string) => `Per ${level} een rij, per indicator een kolom.`,
  sorted: (label: string, descending: boolean) => `Gesorteerd op ${label}, ${descending ? 'aflopend' : 'oplopend'}.`,
  captionOfRegion: (name: string) => `Per indicator een rij, met het cijfer van ${name} en waarmee het vergeleken is.`,
  region: 'Tabel met cijfers per gebied',
  keys: 'Met de pijltjestoetsen gaat u langs de rijen en langs de kolomkoppen, met de spatiebalk kiest u een rij of sorteert u.',
  shown: (shown: string, total: string, level: string) => `${shown} van ${total} ${level}`,
  search: 'Zoek op naam of code',
  onlySelected: 'Alleen geselecteerde',
  columns: 'Kolommen',
  columnsShown: (shown: number, total: number) => `${shown} van ${total}`,
  allColumns: 'Alle kolommen',
  compareWith: (name: string) => `Vergelijk met ${name}`,
  parent: 'het gebied eromheen',
  against: (name: string) => `t.o.v. ${name}`,
  comparison: { higher: 'hoger', lower: 'lager', equal: 'gelijk' },
  comparedWith: {
    higher: (name: string) => `hoger dan ${name}`,
    lower: (name: string) => `lager dan ${name}`,
    equal: (name: string) => `gelijk aan ${name}`,
  },
  notCompared: 'niet te vergelijken',
  noRows: 'Geen gebied gevonden.',
  noneSelected: 'Er is hier geen gebied geselecteerd.',
  noColumns: 'Er is geen kolom gekozen.',
  showAll: 'Alle rijen tonen',
  legend: 'Waarom staat er soms geen cijfer?',
  figure: 'Cijfer',
  compared: 'Vergelijking',
  printed: (shown: string, total: string) =>
    `Hier staan de eerste ${shown} van ${total} rijen. Het bestand bij Downloaden heeft ze alle.`,
};

/** The shape every locale has; Dutch is the norm. */
export type IndicatorTableTexts = typeof indicatorTable;
