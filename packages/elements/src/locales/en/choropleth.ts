import type { ChoroplethTexts } from '../nl/choropleth.js';

export const choropleth: ChoroplethTexts = {
  mapLabel: (title) => `Map: ${title}`,
  mapHint: (levels) =>
    `Arrow keys go to a neighbouring area, letters to a ${levels} of that name, Enter selects, plus and minus zoom, Home shows all.`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  reset: 'Show the whole map',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  legend: 'Legend',
  below: (bound) => `less than ${bound}`,
  between: (from, to) => `${from} to ${to}`,
  from: (bound) => `${bound} or more`,
  allValues: 'all figures',
  highlight: (label) => `Highlight on the map: ${label}`,
  layers: 'Local layers',
  drillDown: (level, name) => `Show ${level} in ${name}`,
  clear: 'Clear selection',
  chosen: 'Selected area',
  chosenCount: (count) => `${count} areas selected`,
  isSelected: 'selected',
  inArea: (name) => `in ${name}`,
  noFigures: 'There are no figures to show.',
};
