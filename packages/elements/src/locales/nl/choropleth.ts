export const choropleth = {
  mapLabel: (title: string) => `Kaart: ${title}`,
  mapHint: (levels: string) =>
    `Pijltjestoetsen gaan naar een gebied ernaast, letters naar een ${levels} met die naam, Enter kiest, plus en min zoomen, Home toont alles.`,
  zoomIn: 'Inzoomen',
  zoomOut: 'Uitzoomen',
  reset: 'Hele kaart tonen',
  fullScreen: 'Volledig scherm',
  leaveFullScreen: 'Volledig scherm sluiten',
  legend: 'Legenda',
  below: (bound: string) => `minder dan ${bound}`,
  between: (from: string, to: string) => `${from} tot ${to}`,
  from: (bound: string) => `${bound} of meer`,
  allValues: 'alle cijfers',
  highlight: (label: string) => `Licht uit op de kaart: ${label}`,
  layers: 'Eigen lagen',
  drillDown: (level: string, name: string) => `Toon ${level} in ${name}`,
  clear: 'Keuze wissen',
  chosen: 'Gekozen gebied',
  chosenCount: (count: number) => `${count} gebieden gekozen`,
  isSelected: 'gekozen',
  inArea: (name: string) => `in ${name}`,
  noFigures: 'Er zijn geen cijfers om te tonen.',
};

export type ChoroplethTexts = typeof choropleth;
