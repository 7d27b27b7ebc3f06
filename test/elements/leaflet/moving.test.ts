import { expect } from '@open-wc/testing';
import type * as Leaflet from 'leaflet';
import { RD_PIXELS, rd } from '@zicht-op/core/geo/projection.js';
import type { ChoroplethLayer } from '@zicht-op/leaflet/choropleth-layer.js';
import {
  CENTRE,
  choroplethOn,
  click,
  CODES,
  colourAt,
  containersIn,
  dataset,
  frame,
  leafletStyles,
  mapOf,
  middleOf,
  moduleLeaflet,
  SHAPES,
  shownOn,
  type L,
} from './leaflet-harness.js';

let L: L;
before(async () => {
  await leafletStyles();
  L = await moduleLeaflet();
});

const next = (map: Leaflet.Map, name: string): Promise<void> =>
  new Promise((resolve) => map.once(name, () => resolve()));

/** Every region in view has its colour, at its place. */
function expectColours(map: Leaflet.Map, layer: ChoroplethLayer, when: string): void {
  const classes = layer.legend()?.classes ?? [];
  const inView = CODES.filter((code) => map.getBounds().pad(-0.02).contains(middleOf(code)));
  expect(inView, when).not.to.have.length(0);
  for (const code of inView)
    expect(colourAt(map, middleOf(code)), `${code} ${when}`).to.equal(classes[layer.classOf(code) as number].colour);
}

/** Every region in view that is drawn has its colour, at its place: one at the edge may come a moment later. */
function expectPlaces(map: Leaflet.Map, layer: ChoroplethLayer, when: string): void {
  const classes = layer.legend()?.classes ?? [];
  for (const code of CODES.filter((one) => map.getBounds().pad(-0.02).contains(middleOf(one)))) {
    const { colour } = classes[layer.classOf(code) as number];
    expect(colourAt(map, middleOf(code)), `${code} ${when}`).to.be.oneOf(['none', colour]);
  }
}

/** The canvas reaches to all edges of the map, so that nothing is missing there. */
function expectCovered(map: Leaflet.Map, when: string): void {
  const view = map.getContainer().getBoundingClientRect();
  const canvas = containersIn(map)[0].querySelector('canvas')?.getBoundingClientRect() as DOMRect;
  expect(canvas.left, `left ${when}`).to.be.at.most(view.left);
  expect(canvas.top, `top ${when}`).to.be.at.most(view.top);
  expect(canvas.right, `right ${when}`).to.be.at.least(view.right);
  expect(canvas.bottom, `bottom ${when}`).to.be.at.least(view.bottom);
}

const MOVES: readonly (readonly [string, (map: Leaflet.Map) => Promise<void> | void])[] = [
  ['a pan', (map) => void map.panBy([90, 60], { animate: false })],
  [
    'an animated pan',
    async (map) => {
      map.panBy([-120, 80], { animate: true, duration: 0.1 });
      await next(map, 'moveend');
    },
  ],
  [
    'an animated zoom in',
    async (map) => {
      map.setZoom(10, { animate: true });
      await next(map, 'zoomend');
    },
  ],
  [
    'an animated zoom out',
    async (map) => {
      map.setZoom(8, { animate: true });
      await next(map, 'zoomend');
    },
  ],
  [
    'two zooms, the second amid the first',
    async (map) => {
      map.setZoom(10, { animate: true });
      await frame();
      map.setView(middleOf('GM0004'), 11);
      await next(map, 'zoomend');
    },
  ],
  ['a leap', (map) => void map.setView(middleOf('GM0010'), 12, { animate: false })],
  [
    'a flight',
    async (map) => {
      map.flyTo(middleOf('GM0006'), 11, { duration: 0.25 });
      await next(map, 'moveend');
    },
  ],
  [
    'another size',
    (map) => {
      map.getContainer().style.setProperty('width', '800px');
      map.getContainer().style.setProperty('height', '600px');
      map.invalidateSize({ animate: false });
    },
  ],
  [
    'a fit of its bounds',
    (map) =>
      void map.fitBounds(
        [
          [52.3, 5],
          [52.5, 5.5],
        ],
        { animate: false },
      ),
  ],
];

describe('choroplethLayer, moving', () => {
  for (const [what, move] of MOVES) {
    it(`has the same colours at the same places after ${what}, up to all edges`, async () => {
      const map = await mapOf(L);
      const layer = await shownOn(map, L);
      await move(map);
      await layer.ready;
      expectColours(map, layer, `after ${what}`);
      expectCovered(map, `after ${what}`);
      map.remove();
    });
  }

  it('stays where it belongs all through a flight', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L);
    let isThere = false;
    map.flyTo(middleOf('GM0008'), 11, { duration: 0.4 });
    void next(map, 'moveend').then(() => (isThere = true));
    let seen = 0;
    while (!isThere) {
      await frame();
      expect(colourAt(map, middleOf('GM0008'))).to.equal(layer.legend()?.classes[3].colour);
      expectPlaces(map, layer, `frame ${seen}`);
      seen++;
    }
    expect(seen).to.be.above(3);
    map.remove();
  });

  for (const [what, spread] of [
    ['out', 2.6],
    ['in', 0.45],
  ] as const) {
    it(`follows two fingers that pinch ${what}`, async () => {
      const map = await mapOf(L, { touchZoom: true });
      const layer = await shownOn(map, L);
      const zoom = map.getZoom();
      const container = map.getContainer();
      const { left, top, width, height } = container.getBoundingClientRect();
      const fingers = (type: string, offsets: readonly number[]): void => {
        const touches = offsets.map(
          (offset, identifier) =>
            new Touch({ identifier, target: container, clientX: left + width / 2 + offset, clientY: top + height / 2 }),
        );
        container.dispatchEvent(
          new TouchEvent(type, { touches, changedTouches: touches, bubbles: true, cancelable: true }),
        );
      };
      const reach = what === 'out' ? 40 : 120;
      fingers('touchstart', [-reach, reach]);
      for (let step = 1; step <= 6; step++) {
        const offset = reach * (1 + ((spread - 1) * step) / 6);
        fingers('touchmove', [-offset, offset]);
        await frame();
        expect(colourAt(map, middleOf('GM0003')), `step ${step}`).to.equal(layer.legend()?.classes[1].colour);
        expectPlaces(map, layer, `step ${step}`);
      }
      const ended = next(map, 'zoomend');
      fingers('touchend', []);
      await ended;
      await layer.ready;
      expect(Math.sign(map.getZoom() - zoom)).to.equal(Math.sign(spread - 1));
      expectColours(map, layer, 'after the pinch');
      expectCovered(map, 'after the pinch');
      map.remove();
    });
  }

  it('finds regions, and keeps what is selected outlined, after it has moved', async () => {
    const map = await mapOf(L);
    const layer = await shownOn(map, L, { selected: 'GM0003' });
    map.setView(middleOf('GM0003'), 11, { animate: false });
    await layer.ready;
    expect(layer.regionAt(middleOf('GM0003'))).to.equal('GM0003');
    click(map, middleOf('GM0003'));
    expect(layer.selected).to.equal('');
  });
});

/** RD with zoom levels of a host's own: metres a pixel, as Proj4Leaflet takes them. */
function ownRd(resolutions: readonly number[]): Leaflet.CRS {
  const scale = (zoom: number): number => {
    const low = Math.floor(zoom);
    const [from, to] = [1 / resolutions[low], 1 / (resolutions[low + 1] ?? resolutions[low])];
    return from + (to - from) * (zoom - low);
  };
  const { originX, originY } = RD_PIXELS;
  return L.Util.extend({}, L.CRS.Simple, {
    code: 'EPSG:28992',
    projection: {
      project: ({ lat, lng }: Leaflet.LatLng) => L.point(...rd.project(lng, lat)),
      unproject: ({ x, y }: Leaflet.Point) => {
        const [longitude, latitude] = rd.unproject(x, y);
        return L.latLng(latitude, longitude);
      },
    },
    transformation: new L.Transformation(1, -originX, -1, originY),
    scale,
    zoom: (asked: number) => {
      const at = resolutions.findIndex((resolution) => 1 / resolution >= asked);
      if (at <= 0) return Math.max(0, at);
      const [from, to] = [1 / resolutions[at - 1], 1 / resolutions[at]];
      return at - 1 + (asked - from) / (to - from);
    },
    infinite: true,
  }) as unknown as Leaflet.CRS;
}

describe('choroplethLayer, in RD', () => {
  it('lies where the host’s own projection has it, at resolutions of its own, as in the element', async () => {
    const map = await mapOf(L, { crs: ownRd([900, 500, 320, 150, 75, 40]) });
    map.setView(CENTRE, 2, { animate: false });
    const layer = await shownOn(map, L);
    const element = await choroplethOn({ data: dataset(), boundariesData: SHAPES, projection: 'rd' });
    for (const zoom of [2, 3, 4]) {
      map.setView(CENTRE, zoom, { animate: false });
      await layer.ready;
      expectColours(map, layer, `at zoom ${zoom}`);
      expectCovered(map, `at zoom ${zoom}`);
    }
    for (const code of CODES)
      expect(layer.legend()?.classes[layer.classOf(code) as number].colour, code).to.equal(
        colourAt(element.leafletMap, middleOf(code)),
      );
    map.setZoom(2, { animate: true });
    await next(map, 'zoomend');
    await layer.ready;
    expectColours(map, layer, 'after an animated zoom');
    map.fitBounds(layer.getBounds(), { animate: false });
    for (const code of CODES) expect(map.getBounds().contains(middleOf(code)), code).to.equal(true);
    expect(layer.regionAt(middleOf('GM0009'))).to.equal('GM0009');
    map.remove();
  });
});
