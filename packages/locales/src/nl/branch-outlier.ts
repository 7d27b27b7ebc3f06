import type { MissingKind } from '@zicht-op/core/model/observation.js';
import { common } from './common.js';

const areas = (level: string, count: number): string => common.level(level, count);

/** Texts of the comparison of actual with predicted figures. Plain statements: no ranks, no superlatives. */
export const branchOutlier = {
  title: (actual: string, predicted: string) => `${actual} tegenover ${predicted}`,
  panels: { scatter: 'Spreiding', list: 'Afwijkingen', map: 'Kaart' },
  panelsLabel: 'Weergave',
  axes: 'Assen',
  axesKind: { log: 'Logaritmisch', linear: 'Lineair' },
  axesUnavailable: 'Logaritmische assen kunnen niet, omdat er een cijfer van nul of minder is.',

  side: {
    above: 'Meer dan verwacht',
    within: 'Zoals verwacht',
    below: 'Minder dan verwacht',
    unrated: 'Niet te beoordelen',
  },
  sideEmpty: {
    above: 'Geen gebieden boven de verwachte band.',
    below: 'Geen gebieden onder de verwachte band.',
  },
  equality: 'gelijk aan verwacht',
  band: 'Verwachte band',
  bandPublished: 'De verwachte band is het interval dat de uitgever bij de voorspelling geeft.',
  bandRobust: (lower: string, upper: string, level: string) =>
    `De verwachte band loopt van ${lower} tot ${upper} keer de voorspelling: de gewone spreiding van alle ${areas(level, 2)} (mediaan en mediane afwijking).`,
  bandNone: 'Er zijn te weinig cijfers voor een verwachte band. Daarom is van geen gebied gezegd of het afwijkt.',

  summary: (
    level: string,
    counts: Readonly<Record<'all' | 'above' | 'within' | 'below' | 'unrated', number>>,
    count: (n: number) => string,
  ) => {
    const all = `${count(counts.all)} ${areas(level, counts.all)} met beide cijfers`;
    const unrated = counts.unrated > 0 ? `, ${count(counts.unrated)} niet te beoordelen` : '';
    if (counts.unrated === counts.all) return `${all}.`;
    return `${all}: ${count(counts.above)} boven, ${count(counts.below)} onder en ${count(counts.within)} binnen de verwachte band${unrated}.`;
  },
  missing: (
    level: string,
    total: number,
    kinds: readonly (readonly [MissingKind, number])[],
    count: (n: number) => string,
  ) => {
    const text = kinds.map(([kind, n]) =>
      kinds.length === 1 ? common.missing[kind] : `${count(n)} ${common.missing[kind]}`,
    );
    return `${count(total)} ${areas(level, total)} zonder cijfer: ${text.join(', ')}.`;
  },
  times: (factor: string) => `${factor} keer zo hoog als verwacht`,
  timesOver: (factor: string) => `meer dan ${factor} keer zo hoog als verwacht`,
  higher: (percent: string) => `${percent}% hoger dan verwacht`,
  lower: (percent: string) => `${percent}% lager dan verwacht`,
  lowerOver: (percent: string) => `meer dan ${percent}% lager dan verwacht`,
  same: 'vrijwel gelijk aan verwacht',
  noRatio: 'geen verhouding te geven',

  actual: 'Werkelijk',
  predicted: 'Verwacht',
  interval: (lower: string, upper: string) => `verwachte band ${lower} tot ${upper}`,
  point: (name: string, actual: string, predicted: string, deviation: string) =>
    `${name}: ${actual}, verwacht ${predicted}; ${deviation}.`,
  place: (at: string, of: string) => `${at} van ${of}.`,
  selected: 'Geselecteerd',
  selectedMissing: (name: string, actual: string, predicted: string) =>
    `${name}: werkelijk ${actual}, verwacht ${predicted}.`,
  reference: (sentence: string) => `Ter vergelijking, ${sentence}`,

  showAll: (count: string, side: string) => `Toon alle ${count}: ${side.toLowerCase()}`,
  showFewer: 'Toon minder',
  chart: (actual: string, predicted: string) => `Spreidingsdiagram: ${actual} tegen ${predicted}`,
  chartRole: 'spreidingsdiagram',
  chartHelp:
    'Pijltjestoetsen gaan langs de gebieden op volgorde van afwijking, Home en End naar het begin en het eind. Enter selecteert, Escape laat los. Dezelfde gebieden staan in de lijst.',

  ordinaryCauses:
    'Een afwijking kan een gewone oorzaak hebben: een hoofdkantoor dat ook omzet van elders boekt, klanten van buiten het gebied, één grote zaak in een klein gebied, of iets plaatselijks dat de voorspelling niet kent. Zij zegt niets over een persoon of een bedrijf.',
  selectHint: 'Kies een gebied in de grafiek, in de lijst of op de kaart.',
  clear: 'Keuze wissen',
  map: (actual: string, predicted: string) => `Kaart: ${actual} tegen ${predicted}`,
  zoomIn: 'Inzoomen',
  zoomOut: 'Uitzoomen',
  fit: 'Hele kaart tonen',
  mapUnavailable: 'De kaart kan niet worden getoond.',
  mapClass: {
    farAbove: (factor: string) => `${factor} keer zo hoog of meer`,
    above: 'hoger dan verwacht',
    within: 'zoals verwacht',
    below: 'lager dan verwacht',
    farBelow: (percent: string) => `${percent}% van verwacht of minder`,
  },
};

/** The shape every locale has; Dutch is the norm. */
export type BranchOutlierTexts = typeof branchOutlier;
