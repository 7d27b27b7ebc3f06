import type { Recipe } from './draw-counts.js';
import type { Breakdown } from './json-stat-writer.js';

/** A branch of industry, by its code in the Dutch standard classification (SBI 2008). Figures are invented. */
export interface Branch {
  readonly code: string;
  readonly label: string;
  /** Establishments per 1.000 of all establishments. */
  readonly share: number;
  readonly effects: NonNullable<Recipe['effects']>;
  /** Turnover per inhabitant of the country, in euros. */
  readonly turnover: number;
}

/** The commonest first. */
export const BRANCHES: readonly Branch[] = [
  {
    code: '9602',
    label: 'Haarverzorging en schoonheidsverzorging',
    share: 38,
    turnover: 92,
    effects: { urban: 0.12, hardship: 0.1 },
  },
  {
    code: '5610',
    label: "Restaurants, cafetaria's e.d.",
    share: 34,
    turnover: 610,
    effects: { urban: 0.15, tourism: 0.45 },
  },
  { code: '6820', label: 'Verhuur van onroerend goed', share: 31, turnover: 890, effects: { urban: 0.3 } },
  {
    code: '4511',
    label: "Handel in en reparatie van personenauto's",
    share: 22,
    turnover: 1840,
    effects: { industry: 0.35, urban: -0.1 },
  },
  {
    code: '8121',
    label: 'Interieurreiniging van gebouwen',
    share: 16,
    turnover: 305,
    effects: { urban: 0.25, hardship: 0.3 },
  },
  {
    code: '4941',
    label: 'Goederenvervoer over de weg',
    share: 11,
    turnover: 1210,
    effects: { industry: 0.5, urban: -0.25 },
  },
  { code: '7820', label: 'Uitzendbureaus', share: 10, turnover: 1320, effects: { urban: 0.25, industry: 0.3 } },
  { code: '5630', label: 'Cafés', share: 9, turnover: 128, effects: { tourism: 0.5, urban: 0.1 } },
  {
    code: '4520',
    label: "Gespecialiseerde reparatie van auto's",
    share: 9,
    turnover: 165,
    effects: { industry: 0.5, hardship: 0.1 },
  },
  { code: '4711', label: 'Supermarkten', share: 9, turnover: 2480, effects: { urban: 0.08 } },
  { code: '4932', label: 'Vervoer per taxi', share: 8, turnover: 78, effects: { urban: 0.6, hardship: 0.25 } },
  {
    code: '4776',
    label: 'Winkels in bloemen, planten, zaden en huisdieren',
    share: 7,
    turnover: 118,
    effects: { urban: 0.05 },
  },
  {
    code: '5520',
    label: 'Verhuur van vakantiehuisjes en appartementen',
    share: 6,
    turnover: 74,
    effects: { tourism: 0.9, urban: -0.4 },
  },
  { code: '9313', label: 'Fitnesscentra', share: 6, turnover: 66, effects: { urban: 0.2 } },
  {
    code: '4779',
    label: 'Winkels in antiek en tweedehands goederen',
    share: 5,
    turnover: 31,
    effects: { tourism: 0.2, hardship: 0.15 },
  },
  { code: '5510', label: 'Hotels', share: 4, turnover: 245, effects: { tourism: 0.8 } },
  {
    code: '7711',
    label: "Verhuur van personenauto's en lichte bedrijfsauto's",
    share: 3,
    turnover: 230,
    effects: { industry: 0.4, urban: 0.25 },
  },
  { code: '5210', label: 'Opslag', share: 3, turnover: 340, effects: { industry: 0.7 } },
  {
    code: '4777',
    label: 'Winkels in sieraden en uurwerken',
    share: 3,
    turnover: 54,
    effects: { urban: 0.35, tourism: 0.25 },
  },
  { code: '9200', label: 'Loterijen en kansspelen', share: 2, turnover: 145, effects: { urban: 0.4, tourism: 0.2 } },
];

/** The first so many branches as a breakdown. */
export const branchBreakdown = (count: number): Breakdown => ({
  id: 'Branche',
  label: 'Branche (SBI 2008)',
  categories: BRANCHES.slice(0, count).map(({ code, label }) => ({ code, label })),
});
