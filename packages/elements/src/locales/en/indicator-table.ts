import type { IndicatorTableTexts } from '../nl/indicator-table.js';

/** Texts of `zo-indicator-table`. */
export const indicatorTable: IndicatorTableTexts = {
  title: 'Indicators',
  titleOfRegion: (name) => `Indicators of ${name}`,
  caption: (level, sorted, descending) =>
    `A row for each ${level}, a column for each indicator. Sorted by ${sorted}, ${descending ? 'descending' : 'ascending'}.`,
  captionOfRegion: (name) => `A row for each indicator, with the figure of ${name} and what it is compared with.`,
  region: 'Table of figures by area',
  keys: 'The arrow keys move along the rows and along the column headings, the space bar selects a row or sorts.',
  shown: (shown, total, level) => `${shown} of ${total} ${level}`,
  search: 'Find by name or code',
  onlySelected: 'Selected only',
  columns: 'Columns',
  columnsShown: (shown, total) => `${shown} of ${total}`,
  allColumns: 'All columns',
  compareWith: (name) => `Compare with ${name}`,
  parent: 'the area around it',
  against: (name) => `against ${name}`,
  comparison: { higher: 'higher', lower: 'lower', equal: 'equal' },
  comparedWith: {
    higher: (name) => `higher than ${name}`,
    lower: (name) => `lower than ${name}`,
    equal: (name) => `equal to ${name}`,
  },
  notCompared: 'can not be compared',
  noRows: 'No area found.',
  noneSelected: 'No area is selected here.',
  noColumns: 'No column is chosen.',
  showAll: 'Show all rows',
  legend: 'Why is there sometimes no figure?',
  figure: 'Figure',
  compared: 'Comparison',
  printed: (shown, total) => `These are the first ${shown} of ${total} rows. The file under Download has them all.`,
};
