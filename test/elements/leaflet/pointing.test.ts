import { expect } from '@open-wc/testing';
import {
  click,
  CODES,
  eventsOf,
  frame,
  hover,
  isOutlined,
  leafletStyles,
  mapOf,
  middleOf,
  moduleLeaflet,
  mouse,
  shownOn,
  type L,
} from './leaflet-harness.js';

let L: L;
before(async () => {
  await leafletStyles();
  L = await moduleLeaflet();
});

/** North of all regions. */
const NOWHERE = [52.7, 5.25] as const;

describe('choroplethLayer, pointing', () => {
  it('names the region under the pointer, once, outlines it, and shows that it can be chosen', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    const heard = eventsOf(layer);
    hover(map, middleOf('GM0003'));
    hover(map, middleOf('GM0003'));
    expect(isOutlined(map, 'GM0003')).to.equal(true);
    expect(map.getContainer().style.cursor).to.equal('pointer');
    hover(map, middleOf('GM0004'));
    hover(map, [...NOWHERE]);
    expect(isOutlined(map, 'GM0003')).to.equal(false);
    expect(map.getContainer().style.cursor).to.equal('');
    expect(heard).to.deep.equal(
      ['GM0003', 'GM0004', null].map((region) => ({ type: 'zo-hover', region, level: 'gemeente' })),
    );
  });

  it('points at none where the pointer leaves the map', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    hover(map, middleOf('GM0003'));
    const heard = eventsOf(layer);
    map.getContainer().dispatchEvent(new MouseEvent('mouseout', { bubbles: true, relatedTarget: document.body }));
    expect(heard).to.deep.equal([{ type: 'zo-hover', region: null, level: 'gemeente' }]);
    expect(map.getContainer().style.cursor).to.equal('');
  });

  it('points at nothing while a button is down, as the map is being dragged', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    const heard = eventsOf(layer);
    hover(map, middleOf('GM0003'), { buttons: 1 });
    expect(heard).to.deep.equal([]);
  });

  it('leaves the cursor that the host has set', async () => {
    const map = await mapOf(L);
    await shownOn(map, L);
    map.getContainer().style.setProperty('cursor', 'crosshair');
    hover(map, middleOf('GM0003'));
    expect(map.getContainer().style.cursor).to.equal('crosshair');
    hover(map, [...NOWHERE]);
    expect(map.getContainer().style.cursor).to.equal('crosshair');
  });

  it('names every region at its middle, by regionAt as well, and none beside them', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    for (const code of CODES) expect(layer.regionAt(middleOf(code)), code).to.equal(code);
    expect(layer.regionAt([...NOWHERE])).to.equal(null);
    expect(layer.regionAt({ lat: 52.45, lng: 5.05 })).to.equal('GM0001');
  });
});

describe('choroplethLayer, choosing', () => {
  it('selects the region that is clicked, and clears it with another click', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    const heard = eventsOf(layer).splice(0);
    layer.on('zo-select', ({ regions, level, source }) => heard.push({ regions, level, source }));
    click(map, middleOf('GM0002'));
    expect(layer.selected).to.equal('GM0002');
    click(map, middleOf('GM0005'));
    click(map, middleOf('GM0005'));
    expect(layer.selected).to.equal('');
    expect(heard).to.deep.equal(
      [['GM0002'], ['GM0005'], []].map((regions) => ({ regions, level: 'gemeente', source: 'map' })),
    );
  });

  it('adds to the selection with Ctrl, Shift or the command key', async () => {
    const map = await mapOf(L, { boxZoom: false });
    const layer = await shownOn(map, L, { selected: 'gm0001' });
    click(map, middleOf('GM0002'), { ctrlKey: true });
    click(map, middleOf('GM0003'), { shiftKey: true });
    click(map, middleOf('GM0004'), { metaKey: true });
    click(map, middleOf('GM0003'), { ctrlKey: true });
    expect(layer.selected).to.equal('GM0001 GM0002 GM0004');
  });

  it('takes the second click of a double click, which zooms, for no choice', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    const heard = eventsOf(layer);
    mouse(map, middleOf('GM0002'), ['mousedown', 'mouseup', 'click'], { detail: 2 });
    expect(heard).to.deep.equal([]);
  });

  it('does nothing beside the regions', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L, { selected: 'GM0001' });
    mouse(map, [...NOWHERE], ['mousedown', 'mouseup', 'click']);
    expect(layer.selected).to.equal('GM0001');
  });

  it('selects for its host without an event, and outlines what is selected and shown', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    const heard = eventsOf(layer);
    layer.select(['GM0002', 'GM9999', 'GM0003']);
    expect([isOutlined(map, 'GM0002'), isOutlined(map, 'GM0005')]).to.deep.equal([true, false]);
    layer.select('');
    expect(isOutlined(map, 'GM0002')).to.equal(false);
    expect(heard).to.deep.equal([]);
  });

  it('lets visitors do nothing where it isn’t interactive, or not to be seen', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L, { interactive: false });
    const heard = eventsOf(layer);
    click(map, middleOf('GM0002'));
    layer.set({ interactive: true, opacity: 0 });
    click(map, middleOf('GM0002'));
    expect(heard).to.deep.equal([]);
    layer.set({ opacity: 0.1 });
    click(map, middleOf('GM0002'));
    expect(layer.selected).to.equal('GM0002');
    layer.set({ interactive: false });
    expect(map.getContainer().style.cursor).to.equal('');
  });

  it('answers to events that the host fires itself', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    map.fire('click', { latlng: L.latLng(middleOf('GM0007')) });
    expect(layer.selected).to.equal('GM0007');
  });
});

describe('choroplethLayer, below what the host has above it', () => {
  const icon = () => L.divIcon({ className: 'host-marker', iconSize: [40, 40] });

  for (const [what, options, listens] of [
    ['a marker that nobody listens to', {}, false],
    ['a marker with a listener', {}, true],
    ['a marker whose clicks go on to the map', { bubblingMouseEvents: true }, true],
  ] as const) {
    it(`neither points nor chooses through ${what}`, async () => {
      const map = await mapOf(L);
      const layer = await shownOn(map, L);
      const marker = L.marker(middleOf('GM0002'), { icon: icon(), ...options }).addTo(map);
      let clicks = 0;
      if (listens) marker.on('click', () => clicks++);
      const heard = eventsOf(layer);
      click(map, middleOf('GM0002'));
      expect(heard).to.deep.equal([]);
      expect(clicks).to.equal(listens ? 1 : 0);
    });
  }

  it('goes through a marker that isn’t interactive', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    L.marker(middleOf('GM0002'), { icon: icon(), interactive: false }).addTo(map);
    click(map, middleOf('GM0002'));
    expect(layer.selected).to.equal('GM0002');
  });

  it('leaves an open popup and a control to themselves', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    map.openPopup('Van de gastheer', middleOf('GM0007'), { autoPan: false });
    const heard = eventsOf(layer);
    const popup = map.getContainer().querySelector('.leaflet-popup-content');
    hover(map, middleOf('GM0002'), { target: popup });
    click(map, middleOf('GM0002'), { target: popup });
    hover(map, middleOf('GM0002'), { target: map.getContainer().querySelector('.leaflet-control-zoom-in') });
    expect(heard).to.deep.equal([]);
  });

  for (const [what, renderer] of [
    ['as SVG', () => L.svg()],
    ['on a canvas', () => L.canvas()],
  ] as const) {
    it(`leaves a vector of the host above it alone, ${what}`, async () => {
      const map = await mapOf(L);
      const layer = await shownOn(map, L);
      L.circleMarker(middleOf('GM0002'), { radius: 12, renderer: renderer() }).addTo(map);
      await frame();
      const heard = eventsOf(layer);
      click(map, middleOf('GM0002'));
      expect(heard).to.deep.equal([]);
      // Leaflet's canvas looks what the pointer is over every 32 ms.
      while (map.getContainer().querySelector('canvas.leaflet-interactive')) {
        hover(map, middleOf('GM0004'));
        await frame();
      }
      click(map, middleOf('GM0004'));
      expect(layer.selected).to.equal('GM0004');
    });
  }

  it('has the pointer before a vector of the host below it', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    map.createPane('below').style.setProperty('z-index', '300');
    L.circleMarker(middleOf('GM0002'), { radius: 12, pane: 'below' }).addTo(map);
    click(map, middleOf('GM0002'));
    expect(layer.selected).to.equal('GM0002');
  });

  it('leaves the pointer to the upper one of two, where that has a region', async () => {
    const map = await mapOf(L);
    const lower = await shownOn(map, L);
    const upper = await shownOn(map, L, { within: 'GM0003' });
    hover(map, middleOf('GM0003'));
    click(map, middleOf('GM0003'));
    click(map, middleOf('GM0004'));
    expect([lower.selected, upper.selected]).to.deep.equal(['GM0004', 'GM0003']);
    lower.setZIndex(2);
    upper.setZIndex(1);
    click(map, middleOf('GM0003'));
    expect([lower.selected, upper.selected]).to.deep.equal(['GM0003', 'GM0003']);
    lower.remove();
    click(map, middleOf('GM0003'));
    expect(upper.selected).to.equal('');
  });
});
