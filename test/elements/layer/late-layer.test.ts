import { expect, fixture, html } from '@open-wc/testing';
import '@zicht-op/elements/choropleth/define.js';
import { gridCodes, gridTopology, jsonStat } from '../../support/grid-country.js';
import { serveBody } from '../support/fault-server.js';

// In a file of its own: here nobody has defined the layer yet.

const GRID = { columns: 3, rows: 1 };

it('a map draws with a zo-layer that is defined late, or never; once it is defined, it is there', async () => {
  expect(customElements.get('zo-layer')).to.equal(undefined);
  const { url } = await serveBody({ type: 'Point', coordinates: [5.15, 52.45] }, '/laag.geojson');
  const element = await fixture<HTMLElementTagNameMap['zo-choropleth']>(
    html`<zo-choropleth><zo-layer src=${url} label="Scholen"></zo-layer></zo-choropleth>`,
  );
  element.data = jsonStat(gridCodes(GRID), { a: { '2023': { GM0001: 1, GM0002: 2, GM0003: 3 } } });
  element.boundariesData = gridTopology(GRID);
  expect(await element.ready).to.equal('ready');
  expect(element.map).not.to.equal(null);
  await import('@zicht-op/elements/layer/define.js');
  const drawn = () => element.shadowRoot?.querySelector('.leaflet-zo-above-pane canvas');
  while (!drawn()) await new Promise((resolve) => requestAnimationFrame(resolve));
  await element.updateComplete;
  expect(element.shadowRoot?.querySelector('[part~="layers"]')?.textContent).to.contain('Scholen');
});
