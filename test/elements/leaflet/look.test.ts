import { expect } from '@open-wc/testing';
import {
  colourAt,
  containersIn,
  COUNTED,
  dataset,
  layerOf,
  leafletStyles,
  mapOf,
  middleOf,
  moduleLeaflet,
  shownOn,
  type L,
} from './leaflet-harness.js';

let L: L;
before(async () => {
  await leafletStyles();
  L = await moduleLeaflet();
});

const levelOf = (element: Element | null | undefined): number =>
  element ? Number(getComputedStyle(element).zIndex) : NaN;

describe('choroplethLayer, where it lies', () => {
  it('lies between the host’s tiles and all else, whatever comes first', async () => {
    const map = await mapOf(L);
    await shownOn(map, L);
    const tiles = L.gridLayer().addTo(map);
    const vector = L.circleMarker(middleOf('GM0002')).addTo(map);
    const pane = levelOf(containersIn(map)[0].parentElement);
    expect(pane).to.be.above(levelOf(tiles.getPane()));
    expect(pane).to.be.below(levelOf(vector.getPane()));
    expect(pane).to.be.below(levelOf(map.getPane('markerPane')));
    expect(pane).to.equal(350);
    expect(document.elementFromPoint(...clientOf(map, 'GM0002'))).to.equal(vector.getElement());
  });

  it('makes its pane once, for all layers of ours, and keeps the host’s order of it', async () => {
    const map = await mapOf(L);
    map.createPane('zo-choropleth').style.setProperty('z-index', '250');
    await shownOn(map, L);
    await shownOn(map, L);
    const panes = map.getContainer().querySelectorAll('.leaflet-zo-choropleth-pane');
    expect(panes).to.have.length(1);
    expect(levelOf(panes[0])).to.equal(250);
    expect(panes[0].childElementCount).to.equal(2);
  });

  it('lies in the pane that its host names', async () => {
    const map = await mapOf(L);
    await shownOn(map, L, { pane: 'overlayPane' });
    expect(containersIn(map)[0].parentElement).to.equal(map.getPane('overlayPane'));
    expect(map.getPane('zo-choropleth')).to.equal(undefined);
  });

  it('leaves the pointer to the map: nothing of it takes one', async () => {
    const map = await mapOf(L);
    await shownOn(map, L);
    const [x, y] = clientOf(map, 'GM0003');
    expect(document.elementFromPoint(x, y)).to.equal(map.getContainer());
  });
});

describe('choroplethLayer, how it looks', () => {
  it('is as opaque as its host says, between nothing and all', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L, { opacity: 0.4 });
    const opacity = (): string => getComputedStyle(containersIn(map)[0]).opacity;
    expect(opacity()).to.equal('0.4');
    for (const [given, shown] of [
      [0, '0'],
      [0.75, '0.75'],
      [7, '1'],
      [-1, '0'],
      [NaN, '1'],
    ] as const) {
      layer.setOpacity(given);
      expect(opacity(), String(given)).to.equal(shown);
    }
    layer.setOpacity(0.3).remove();
    layer.addTo(map);
    expect(opacity()).to.equal('0.3');
  });

  it('draws hatches, borders and outlines in its host’s colours', async () => {
    const map = await mapOf(L);
    const colours = {
      pattern: { background: '#ff0000', ink: '#ff0000' },
      border: '#00ff00',
      highlight: '#0000ff',
      halo: '#0000ff',
    };
    const layer = await shownOn(map, L, { data: dataset({ ...COUNTED, GM0002: 'Q' }), colours });
    expect(colourAt(map, middleOf('GM0002'))).to.equal('#ff0000');
    layer.set({ colours: { pattern: { background: '#00ffff', ink: '#00ffff' } } });
    expect(colourAt(map, middleOf('GM0002'))).to.equal('#00ffff');
    expect(layer.legend()?.missing[0].colours.background).to.equal('#00ffff');
    const canvas = document.createElement('canvas');
    layer.legend()?.missing[0].paint(canvas);
    expect([...(canvas.getContext('2d')?.getImageData(9, 9, 1, 1).data ?? [])]).to.deep.equal([0, 255, 255, 255]);
  });

  it('fits palette and hatches to a dark background', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    const light = layer.legend();
    layer.set({ background: 'dark' });
    const dark = layer.legend();
    expect(dark?.classes[0].colour).not.to.equal(light?.classes[0].colour);
    expect(colourAt(map, middleOf('GM0001'))).to.equal(dark?.classes[0].colour);
  });

  it('writes no style attribute of its own markup, and no markup from data', async () => {
    const map = await mapOf(L);
    const name = '<img src=x onerror="throw 1">';
    const layer = await shownOn(map, L, { data: dataset(COUNTED, { source: name, label: name }) });
    expect(map.getContainer().querySelector('img')).to.equal(null);
    expect(layer.getAttribution?.()).to.contain('&lt;img src=x');
    expect(map.attributionControl.getContainer()?.textContent).to.contain(name);
  });
});

describe('choroplethLayer, whose figures they are', () => {
  const said = (map: ReturnType<L['map']>): string => map.attributionControl.getContainer()?.textContent ?? '';

  it('names source and shapes once, with what the host says, and takes them back', async () => {
    const map = await mapOf(L, { attributionControl: false });
    L.control.attribution({ prefix: false }).addTo(map);
    const layer = await shownOn(map, L, { attribution: '<b>Gemeente</b>' });
    expect(said(map)).to.equal('Gemeente · Bron: Voorbeeldland (fictief)');
    layer.set({ data: dataset(COUNTED, { source: 'Een ander' }) });
    await layer.ready;
    expect(said(map)).to.equal('Gemeente · Bron: Een ander');
    layer.set({ lang: 'en' });
    await layer.ready;
    expect(said(map)).to.equal('Gemeente · Source: Een ander');
    layer.remove();
    expect(said(map)).to.equal('');
    layer.addTo(map);
    expect(said(map)).to.equal('Gemeente · Source: Een ander');
    layer.remove();
    expect(said(map)).to.equal('');
  });

  it('leaves nothing in the control where it speaks another language on this map than before', async () => {
    const map = await mapOf(L, { attributionControl: false });
    map.getContainer().lang = 'en';
    L.control.attribution({ prefix: false }).addTo(map);
    const english = await shownOn(map, L);
    english.remove();
    const layer = layerOf(L);
    await layer.ready;
    layer.addTo(map);
    expect(said(map)).to.equal('Source: Voorbeeldland (fictief)');
    layer.remove();
    expect(said(map)).to.equal('');
  });

  it('does without a control of attributions', async () => {
    const map = await mapOf(L, { attributionControl: false });
    const layer = await shownOn(map, L);
    layer.set({ data: dataset(COUNTED, { source: 'Een ander' }) });
    expect(await layer.ready).to.equal('ready');
    expect(layer.getAttribution?.()).to.equal('Bron: Een ander');
  });
});

describe('choroplethLayer, bringing into view', () => {
  it('has bounds around all shapes shown, that a map can fit', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    const bounds = layer.getBounds();
    expect(bounds.getWest()).to.be.closeTo(5, 1e-6);
    expect(bounds.getNorth()).to.be.closeTo(52.5, 1e-6);
    expect(bounds.getEast()).to.be.closeTo(5.5, 1e-6);
    expect(bounds.getSouth()).to.be.closeTo(52.3, 1e-6);
    layer.set({ within: 'GM0001' });
    await layer.ready;
    expect(layer.getBounds().getEast()).to.be.closeTo(5.1, 1e-6);
  });

  it('zooms to a region, and does nothing for a code without a shape', async () => {
    const map = await mapOf(L, { zoomAnimation: false });
    const layer = await shownOn(map, L);
    const before = map.getBounds().toBBoxString();
    layer.zoomTo('GM9999').zoomTo('');
    expect(map.getBounds().toBBoxString()).to.equal(before);
    layer.zoomTo('gm0010', { animate: false });
    expect(map.getBounds().contains(middleOf('GM0010'))).to.equal(true);
    expect(map.getBounds().contains(middleOf('GM0001'))).to.equal(false);
  });
});

function clientOf(map: ReturnType<L['map']>, code: string): [x: number, y: number] {
  const { x, y } = map.latLngToContainerPoint(middleOf(code));
  const { left, top } = map.getContainer().getBoundingClientRect();
  return [left + x, top + y];
}
