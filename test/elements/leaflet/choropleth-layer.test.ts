import { expect } from '@open-wc/testing';
import { CODES, colourAt, leafletStyles, mapOf, middleOf, moduleLeaflet, shownOn, type L } from './leaflet-harness.js';

let L: L;
before(async () => {
  await leafletStyles();
  L = await moduleLeaflet();
});

describe('choroplethLayer, drawing', () => {
  it('paints each region in the colour of its class', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    expect(layer.status).to.equal('ready');
    const classes = layer.legend()?.classes ?? [];
    expect(classes).to.have.length(5);
    for (const code of CODES)
      expect(colourAt(map, middleOf(code)), code).to.equal(classes[layer.classOf(code) as number].colour);
    map.remove();
  });
});
