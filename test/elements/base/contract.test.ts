import '@zicht-op/elements/branch-outlier/define.js';
import '@zicht-op/elements/choropleth/define.js';
import '@zicht-op/elements/indicator-table/define.js';
import { branchBoundaries, branchDataset } from '../../../stories/branch-outlier-fixtures.js';
import { contractSuite } from '../support/contract-suite.js';
import { SHAPES, dataset, row } from './widgets.js';

/** With much around the picture: selectors, a long caution, guidance, a selection, kinds of missing. */
const RICH = dataset(
  {
    a: { '2022': row(1234.5, 'Q', 3), '2023': row(1234.5, 'Q', 3) },
    b: { '2022': row(1, 2, 3), '2023': row(1, null, 'M') },
  },
  {
    extension: {
      'zicht-op': {
        indicators: {
          a: {
            unit: { label: 'per 1.000 inwoners van 15 jaar en ouder' },
            description: 'Wat het is, in een zin van gewone lengte.',
            caution: 'Het cijfer zegt niets over personen, bedrijven of adressen, en is geen oordeel over een gebied.',
            guidance: [
              { label: 'Aan de slag', href: 'https://example.org', do: ['Vraag door.'], dont: ['Wijs niet aan.'] },
            ],
          },
        },
      },
    },
  },
);

contractSuite({
  tag: 'zo-choropleth',
  properties: () => ({ data: RICH, boundariesData: SHAPES, selected: 'GM0001' }),
  words: [/niet gepubliceerd/, /not published/],
  picture: '.map',
});

contractSuite({
  tag: 'zo-indicator-table',
  properties: () => ({ data: RICH, selected: 'GM0001' }),
  words: [/niet gepubliceerd/, /not published/],
  picture: null,
});

contractSuite({
  tag: 'zo-branch-outlier',
  properties: () => ({ data: branchDataset(), boundariesData: branchBoundaries(), selected: 'GMV003' }),
  words: [/Wat zegt dit niet/, /What does this not say|not say/],
  picture: null,
});
