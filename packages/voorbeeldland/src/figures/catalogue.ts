import { SOURCE, UPDATED } from './json-stat-writer.js';

/** An analysis in the catalogue: which dataset, in which element, with which attributes. */
interface CatalogueItem {
  readonly class: 'dataset';
  readonly href: string;
  readonly label: string;
  readonly extension: {
    readonly 'zicht-op': {
      readonly theme: string;
      readonly title: string;
      readonly element: string;
      readonly attributes: Readonly<Record<string, string>>;
    };
  };
}

/** A JSON-stat 2.0 collection of all datasets, with the profile of contract 2. */
export interface Catalogue {
  readonly version: '2.0';
  readonly class: 'collection';
  readonly label: string;
  readonly source: string;
  readonly updated: string;
  readonly link: { readonly item: readonly CatalogueItem[] };
}

const item = (
  href: string,
  theme: string,
  title: string,
  element: string,
  attributes: Record<string, string> = {},
): CatalogueItem => ({
  class: 'dataset',
  href,
  label: title,
  extension: { 'zicht-op': { theme, title, element, attributes } },
});

const THREE = { levels: 'gemeente wijk buurt', level: 'gemeente' };
const TWO = { levels: 'gemeente wijk', level: 'gemeente' };

const ITEMS: readonly CatalogueItem[] = [
  item('vastgoed-{level}.json', 'vastgoed', 'Risico-indicatoren vastgoed op de kaart', 'zo-choropleth', THREE),
  item('vastgoed-{level}.json', 'vastgoed', 'Risico-indicatoren vastgoed in de tabel', 'zo-indicator-table', THREE),
  item('vastgoed-{level}.json', 'vastgoed', 'Gebieden die op meer indicatoren hoog scoren', 'zo-search-area', TWO),
  item('drugs-{level}.json', 'drugs', 'Drugsmisdrijven en verdachten', 'zo-trend', TWO),
  item('drugs-{level}.json', 'drugs', 'Geruimde hennepkwekerijen', 'zo-choropleth', {
    ...TWO,
    indicator: 'kwekerijen-per-inwoner',
  }),
  item('drugs-{level}.json', 'drugs', 'Opgerolde drugslaboratoria', 'zo-choropleth', {
    levels: 'gemeente',
    level: 'gemeente',
    indicator: 'laboratoria',
    symbols: 'proportional',
  }),
  item('profielen.json', 'drugs', 'Kenmerken van verdachten', 'zo-profile', { filter: 'Groep=hennep' }),
  item('stromen.json', 'drugs', 'Waar verdachten wonen en waar zij verdacht zijn', 'zo-flow'),
  item('jonge-aanwas-{level}.json', 'drugs', 'Jonge aanwas', 'zo-choropleth', THREE),
  item('drijfveren-{level}.json', 'drugs', 'Factoren achter jonge aanwas', 'zo-drivers', TWO),
  item('paden.json', 'drugs', 'Verdenkingen voor een drugsmisdrijf', 'zo-pathway'),
  item('transacties-{level}.json', 'transacties', 'Verdachte transacties', 'zo-choropleth', {
    levels: 'gemeente',
    level: 'gemeente',
  }),
  item('transacties-{level}.json', 'transacties', 'Verdachte transacties per soort', 'zo-ranking', {
    levels: 'gemeente',
    level: 'gemeente',
  }),
  item('landen.json', 'transacties', 'Landen van herkomst en bestemming', 'zo-ranking'),
  item('profielen.json', 'transacties', 'Kenmerken van bedrijven', 'zo-profile', { filter: 'Groep=tx-bedrijven' }),
  item('branches-{level}.json', 'branches', 'Concentratie van branches', 'zo-choropleth', TWO),
  item('branches-{level}.json', 'branches', 'Branches met de hoogste concentratie', 'zo-ranking', TWO),
  item('branches-{level}.json', 'branches', 'Twee branches over elkaar', 'zo-compare', TWO),
  item('branche-omzet-{level}.json', 'branches', 'Omzet tegen verwachting', 'zo-branch-outlier', TWO),
];

export const makeCatalogue = (): Catalogue => ({
  version: '2.0',
  class: 'collection',
  label: 'Voorbeeldland: alle analyses',
  source: SOURCE,
  updated: UPDATED,
  link: { item: ITEMS },
});
