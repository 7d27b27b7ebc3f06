import { expect } from '@open-wc/testing';
import { serve } from '../support/fault-server.js';
import {
  click,
  CODES,
  colourAt,
  containersIn,
  dataset,
  globalLeaflet,
  GRID,
  layerOf,
  leafletStyles,
  mapOf,
  middleOf,
  moduleLeaflet,
  shownOn,
  type L,
} from './leaflet-harness.js';
import { gridTopology, jsonStat } from '../../support/grid-country.js';

let L: L;
before(async () => {
  await leafletStyles();
  L = await moduleLeaflet();
});

/** How many listeners a map has for its events. */
function listenersOf(map: object): Record<string, number> {
  const { _events: events = {} } = map as { _events?: Record<string, unknown[]> };
  return Object.fromEntries(
    Object.entries(events)
      .map(([name, listeners]): [string, number] => [name, listeners.length])
      .filter(([, count]) => count > 0),
  );
}

describe('choroplethLayer, coming and going', () => {
  it('leaves nothing on the map: no listener, no layer, no canvas, no attribution, no cursor', async () => {
    const map = await mapOf(L);
    const before = { listeners: listenersOf(map), markup: map.getContainer().querySelectorAll('*').length };
    const layer = await shownOn(map, L);
    click(map, middleOf('GM0002'));
    layer.remove();
    let layers = 0;
    map.eachLayer(() => layers++);
    expect(layers).to.equal(0);
    expect(listenersOf(map)).to.deep.equal(before.listeners);
    // Leaflet keeps panes for whoever comes next; ours is empty.
    expect(map.getPane('zo-choropleth')?.childElementCount).to.equal(0);
    map.getPane('zo-choropleth')?.remove();
    expect(map.getContainer().querySelectorAll('*').length).to.equal(before.markup);
    expect(map.getContainer().style.cursor).to.equal('');
    expect(map.attributionControl.getContainer()?.textContent).not.to.contain('Voorbeeldland');
  });

  it('comes back as it was, also to another map, without asking again', async () => {
    const { url, requests } = await serve({ body: JSON.stringify(dataset()) });
    const [one, other] = [await mapOf(L), await mapOf(L, {}, [300, 300])];
    const layer = await shownOn(one, L, { data: null, src: url, selected: 'GM0002' });
    const colours = CODES.map((code) => colourAt(one, middleOf(code)));
    layer.remove();
    layer.addTo(one);
    await layer.ready;
    expect(CODES.map((code) => colourAt(one, middleOf(code)))).to.deep.equal(colours);
    one.removeLayer(layer);
    other.addLayer(layer);
    await layer.ready;
    expect(colourAt(other, middleOf('GM0003'))).to.equal(colours[2]);
    expect(layer.regionAt(middleOf('GM0003'))).to.equal('GM0003');
    expect(containersIn(one)).to.have.length(0);
    expect(await requests()).to.have.length(1);
  });

  it('takes changes while it is away, and shows them when it is back', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    layer.remove();
    layer.set({ classes: 2 });
    expect(layer.legend()?.classes).to.have.length(5);
    layer.addTo(map);
    await layer.ready;
    expect(layer.legend()?.classes).to.have.length(2);
    expect(colourAt(map, middleOf('GM0001'))).to.equal(layer.legend()?.classes[0].colour);
  });

  it('bears being taken away while it loads, and settles', async () => {
    const { url, release, requests } = await serve({ hold: true, body: JSON.stringify(dataset()) });
    const map = await mapOf(L);
    const layer = layerOf(L, { data: null, src: url }).addTo(map);
    while ((await requests()).length === 0);
    layer.remove();
    await release();
    expect(await layer.ready).to.equal('ready');
    expect(containersIn(map)).to.have.length(0);
    expect(layer.classOf('GM0001')).to.equal(0);
  });

  it('bears the end of its map, while loading, while zooming, and afterwards', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    layer.set({ indicator: 'b' });
    map.remove();
    expect(await layer.ready).to.equal('ready');
    layer.set({ indicator: 'a', palette: 'Reds', opacity: 0.5 }).select('GM0001');
    expect(await layer.ready).to.equal('ready');
    expect(layer.regionAt(middleOf('GM0001'))).to.equal(null);
    const next = await mapOf(L);
    layer.addTo(next);
    await layer.ready;
    expect(colourAt(next, middleOf('GM0001'))).to.equal(layer.legend()?.classes[0].colour);
  });

  it('waits for a map that has no view yet', async () => {
    const container = (await mapOf(L)).getContainer().parentElement?.appendChild(document.createElement('div'));
    container?.style.setProperty('width', '300px');
    container?.style.setProperty('height', '300px');
    const map = L.map(container as HTMLElement);
    const layer = layerOf(L).addTo(map);
    expect(layer.status).to.equal('idle');
    map.setView(middleOf('GM0003'), 9);
    expect(await layer.ready).to.equal('ready');
    expect(colourAt(map, middleOf('GM0003'))).to.match(/^#/);
    map.remove();
  });

  it('is ready on a map without a size, and drawn when that has one', async () => {
    const map = await mapOf(L, {}, [0, 0]);
    const layer = await shownOn(map, L);
    expect(layer.status).to.equal('ready');
    expect(layer.regionAt(middleOf('GM0003'))).to.equal('GM0003');
    map.getContainer().style.setProperty('width', '400px');
    map.getContainer().style.setProperty('height', '300px');
    map.invalidateSize({ pan: false });
    await layer.ready;
    expect(colourAt(map, middleOf('GM0008'))).to.match(/^#/);
  });

  it('goes along with groups and the layers control, and tells a group what happens', async () => {
    const map = await mapOf(L);
    const layer = layerOf(L);
    const group = L.featureGroup([layer]);
    const heard: unknown[] = [];
    group.on('zo-select', (event) => heard.push((event as unknown as { regions: string[] }).regions));
    const control = L.control.layers({}, { Cijfers: group }, { collapsed: false }).addTo(map);
    const box = control.getContainer()?.querySelector('input') as HTMLInputElement;
    box.click();
    await layer.ready;
    click(map, middleOf('GM0002'));
    expect(heard).to.deep.equal([['GM0002']]);
    box.click();
    expect(containersIn(map)).to.have.length(0);
    box.click();
    expect(containersIn(map)).to.have.length(1);
  });

  it('refuses a map in a projection it can’t draw in, and a pane that isn’t there', async () => {
    const plain = await mapOf(L, { crs: L.CRS.Simple });
    expect(() => layerOf(L).addTo(plain)).to.throw(TypeError, 'EPSG:3857');
    const map = await mapOf(L);
    expect(() => layerOf(L, { pane: 'nergens' }).addTo(map)).to.throw(TypeError, 'nergens');
    plain.remove();
    map.remove();
  });
});

describe('choroplethLayer, beside others', () => {
  it('shows two levels on one map, each with its own colours', async () => {
    const map = await mapOf(L);
    const codes = CODES.map((code) => code.replace('GM', 'PV'));
    const provinces = jsonStat(codes, { a: { '2023': { PV0001: 3, PV0002: 4 } } });
    const lower = await shownOn(map, L);
    const upper = await shownOn(map, L, {
      data: provinces,
      boundariesData: gridTopology({ ...GRID, prefix: 'PV' }, 'provincies'),
      palette: 'Reds',
      within: 'PV0002',
    });
    expect([lower.level, upper.level]).to.deep.equal(['gemeente', 'provincie']);
    expect(colourAt(map, middleOf('GM0002'), 1)).to.equal(upper.legend()?.classes.at(-1)?.colour);
    expect(colourAt(map, middleOf('GM0003'), 1)).to.equal('none');
    expect(colourAt(map, middleOf('GM0002'), 0)).to.equal(lower.legend()?.classes[0].colour);
  });

  it('works with two copies of Leaflet on a page, each with maps of its own, and leaves `L` to the host', async () => {
    const other = await globalLeaflet();
    expect(other).not.to.equal(L);
    const kept = { L: (window as unknown as { L: L }).L, globals: Object.keys(window).length };
    const [mine, theirs] = [await mapOf(L), await mapOf(other)];
    const [one, two] = [await shownOn(mine, L), await shownOn(theirs, other)];
    expect(one).to.be.instanceOf(L.Layer);
    expect(two).to.be.instanceOf(other.Layer);
    expect(two).not.to.be.instanceOf(L.Layer);
    click(theirs, middleOf('GM0004'));
    expect([one.selected, two.selected]).to.deep.equal(['', 'GM0004']);
    for (const code of CODES) expect(colourAt(theirs, middleOf(code)), code).to.equal(colourAt(mine, middleOf(code)));
    expect((window as unknown as { L: L }).L).to.equal(kept.L);
    expect(Object.keys(window).length).to.equal(kept.globals);
  });
});
