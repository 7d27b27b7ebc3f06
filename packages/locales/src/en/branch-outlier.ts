import type { BranchOutlierTexts } from '../nl/branch-outlier.js';
import { common } from './common.js';

const areas = (level: string, count: number): string => common.level(level, count);

export const branchOutlier: BranchOutlierTexts = {
  title: (actual, predicted) => `${actual} against ${predicted}`,
  panels: { scatter: 'Scatter', list: 'Deviations', map: 'Map' },
  panelsLabel: 'View',
  axes: 'Axes',
  axesKind: { log: 'Logarithmic', linear: 'Linear' },
  axesUnavailable: 'Logarithmic axes are not possible, as there is a figure of zero or less.',

  side: {
    above: 'More than expected',
    within: 'As expected',
    below: 'Less than expected',
    unrated: 'Can not be judged',
  },
  sideEmpty: {
    above: 'No areas above the expected band.',
    below: 'No areas below the expected band.',
  },
  equality: 'equal to expected',
  band: 'Expected band',
  bandPublished: 'The expected band is the interval that the publisher gives with the prediction.',
  bandRobust: (lower, upper, level) =>
    `The expected band runs from ${lower} to ${upper} times the prediction: the usual spread of all ${areas(level, 2)} (median and median deviation).`,
  bandNone: 'There are too few figures for an expected band. So no area is said to deviate.',

  summary: (level, counts, count) => {
    const all = `${count(counts.all)} ${areas(level, counts.all)} with both figures`;
    const unrated = counts.unrated > 0 ? `, ${count(counts.unrated)} can not be judged` : '';
    if (counts.unrated === counts.all) return `${all}.`;
    return `${all}: ${count(counts.above)} above, ${count(counts.below)} below and ${count(counts.within)} within the expected band${unrated}.`;
  },
  missing: (level, total, kinds, count) => {
    const text = kinds.map(([kind, n]) =>
      kinds.length === 1 ? common.missing[kind] : `${count(n)} ${common.missing[kind]}`,
    );
    return `${count(total)} ${areas(level, total)} without a figure: ${text.join(', ')}.`;
  },
  times: (factor) => `${factor} times as high as expected`,
  timesOver: (factor) => `more than ${factor} times as high as expected`,
  higher: (percent) => `${percent}% higher than expected`,
  lower: (percent) => `${percent}% lower than expected`,
  lowerOver: (percent) => `more than ${percent}% lower than expected`,
  same: 'nearly equal to expected',
  noRatio: 'no ratio can be given',

  actual: 'Actual',
  predicted: 'Expected',
  interval: (lower, upper) => `expected band ${lower} to ${upper}`,
  point: (name, actual, predicted, deviation) => `${name}: ${actual}, expected ${predicted}; ${deviation}.`,
  place: (at, of) => `${at} of ${of}.`,
  selected: 'Selected',
  selectedMissing: (name, actual, predicted) => `${name}: actual ${actual}, expected ${predicted}.`,
  reference: (sentence) => `In comparison, ${sentence}`,

  showAll: (count, side) => `Show all ${count}: ${side.toLowerCase()}`,
  showFewer: 'Show fewer',
  chart: (actual, predicted) => `Scatter plot: ${actual} against ${predicted}`,
  chartRole: 'scatter plot',
  chartHelp:
    'Arrow keys go along the areas in order of deviation, Home and End to the begin and the end. Enter selects, Escape lets go. The same areas are in the list.',

  ordinaryCauses:
    'A deviation can have an ordinary cause: a head office that books turnover from elsewhere too, customers from outside the area, one large business in a small area, or something local that the prediction does not know. It says nothing about a person or a firm.',
  selectHint: 'Choose an area in the chart, in the list or on the map.',
  clear: 'Clear choice',
  map: (actual, predicted) => `Map: ${actual} against ${predicted}`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show the whole map',
  mapUnavailable: 'The map can not be shown.',
  mapClass: {
    farAbove: (factor) => `${factor} times as high or more`,
    above: 'higher than expected',
    within: 'as expected',
    below: 'lower than expected',
    farBelow: (percent) => `${percent}% of expected or less`,
  },
};
