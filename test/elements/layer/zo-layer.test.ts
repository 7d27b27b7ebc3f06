import { expect, fixture, html } from '@open-wc/testing';
import type { ZoLayer } from '@zicht-op/elements/layer/zo-layer.js';
import type { ErrorDetail } from '@zicht-op/elements/events/events.js';
import { gridCentre } from '../../support/grid-country.js';
import { ChoroplethHarness, textOf } from '../support/choropleth-harness.js';
import { newId, serve, serveBody, type Endpoint } from '../support/fault-server.js';
import { DATA, GRID, SHAPES, listening, map } from '../base/widgets.js';

/** A tile of one colour. */
const PIXEL =
  '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256"><rect width="256" height="256" fill="#0a0"/></svg>';
const COLOUR = '#ff00ff';

const point = (longitude: number, latitude: number) => ({ type: 'Point', coordinates: [longitude, latitude] });
const feature = (geometry: unknown) => ({ type: 'Feature', properties: {}, geometry });
const collection = (...geometries: unknown[]) => ({ type: 'FeatureCollection', features: geometries.map(feature) });
const PLACE: [number, number] = [5.15, 52.45];

/** Address on which every tile is served, whatever its name, and what was asked there. */
async function tileServer(
  step: Parameters<typeof serve>[0] = { body: PIXEL, headers: { 'Content-Type': 'image/svg+xml' } },
): Promise<Endpoint & { at: string }> {
  const endpoint = await serve(step, '', newId());
  return { ...endpoint, at: endpoint.url };
}

async function withLayer(
  properties: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Promise<{ harness: ChoroplethHarness; layer: ZoLayer }> {
  const element = await map({ data: DATA, boundariesData: SHAPES, ...more });
  const layer = document.createElement('zo-layer');
  Object.assign(layer, { colour: COLOUR, ...properties });
  element.append(layer);
  return { harness: new ChoroplethHarness(element), layer };
}

const pane = (harness: ChoroplethHarness, name: string) =>
  harness.root.querySelector(`.leaflet-${name}-pane`) as HTMLElement;

/** Looks again each frame until something is so. */
async function until(isSo: () => unknown): Promise<void> {
  while (!isSo()) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Colour that a canvas in a pane has at a place, as [r, g, b, a]. */
function paintedIn(harness: ChoroplethHarness, name: string, place: readonly [number, number]): number[] {
  const canvas = pane(harness, name)?.querySelector('canvas');
  if (!canvas) return [0, 0, 0, 0];
  const { left, top, width } = canvas.getBoundingClientRect();
  const { x, y } = harness.clientPoint(place);
  const ratio = canvas.width / width;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  return [...context.getImageData(Math.round((x - left) * ratio), Math.round((y - top) * ratio), 1, 1).data];
}

const isPainted = (harness: ChoroplethHarness, name: string, place: readonly [number, number]) =>
  paintedIn(harness, name, place)[3] > 0;

describe('zo-layer, with GeoJSON', () => {
  const shapes: readonly [what: string, geometry: unknown, there: [number, number]][] = [
    ['a point', point(...PLACE), PLACE],
    ['several points', { type: 'MultiPoint', coordinates: [[5.05, 52.45], PLACE] }, PLACE],
    [
      'a line',
      {
        type: 'LineString',
        coordinates: [
          [5.02, 52.45],
          [5.28, 52.45],
        ],
      },
      PLACE,
    ],
    [
      'an area',
      {
        type: 'Polygon',
        coordinates: [
          [
            [5.1, 52.41],
            [5.2, 52.41],
            [5.2, 52.49],
            [5.1, 52.49],
            [5.1, 52.41],
          ],
        ],
      },
      PLACE,
    ],
    ['a collection of geometries', { type: 'GeometryCollection', geometries: [point(...PLACE)] }, PLACE],
  ];
  for (const [what, geometry, there] of shapes) {
    it(`draws ${what} above the regions`, async () => {
      const { url } = await serveBody(collection(geometry), '/laag.geojson');
      const { harness } = await withLayer({ src: url });
      await until(() => isPainted(harness, 'zo-above', there));
      const [r, g, b] = paintedIn(harness, 'zo-above', there);
      expect([r > 200, g < 60, b > 200]).to.deep.equal([true, true, true]);
      expect(isPainted(harness, 'zo-below', there)).to.equal(false);
    });
  }

  it('takes a bare geometry and a bare feature too', async () => {
    for (const json of [point(...PLACE), feature(point(...PLACE))]) {
      const { url } = await serveBody(json, '/laag.geojson');
      const { harness } = await withLayer({ src: url });
      await until(() => isPainted(harness, 'zo-above', PLACE));
    }
  });

  it('draws below the regions where asked to, and moves without a request', async () => {
    const { url, requests } = await serveBody(collection(point(...PLACE)), '/laag.geojson');
    const { harness, layer } = await withLayer({ src: url, position: 'below' });
    await until(() => isPainted(harness, 'zo-below', PLACE));
    const order = (name: string) => Number(getComputedStyle(pane(harness, name)).zIndex);
    expect(order('zo-below')).to.be.lessThan(order('zo-regions'));
    expect(order('zo-above')).to.be.greaterThan(order('zo-regions'));
    layer.position = 'above';
    await until(() => isPainted(harness, 'zo-above', PLACE));
    expect(isPainted(harness, 'zo-below', PLACE)).to.equal(false);
    expect(await requests()).to.have.length(1);
  });

  it('draws in RD at the same place', async () => {
    const { url } = await serveBody(collection(point(...PLACE)), '/laag.geojson');
    const { harness } = await withLayer({ src: url }, { projection: 'rd' });
    await until(() => isPainted(harness, 'zo-above', PLACE));
  });

  it('takes opacity and colour, also later, without a request', async () => {
    const { url, requests } = await serveBody(collection(shapes[3][1]), '/laag.geojson');
    const { harness, layer } = await withLayer({ src: url, opacity: 0.5 });
    await until(() => isPainted(harness, 'zo-above', PLACE));
    const alpha = () => paintedIn(harness, 'zo-above', PLACE)[3];
    const half = alpha();
    layer.opacity = 1;
    await until(() => alpha() > half * 1.8);
    layer.colour = '#00ff00';
    await until(() => paintedIn(harness, 'zo-above', PLACE)[0] < 60);
    layer.setAttribute('opacity', '0.5');
    await until(() => alpha() < half * 1.2);
    layer.removeAttribute('opacity');
    await until(() => alpha() > half * 1.8);
    expect(await requests()).to.have.length(1);
  });

  it('asks once, however many properties are set and whenever', async () => {
    const { url, requests } = await serveBody(collection(point(...PLACE)), '/laag.geojson');
    const { harness, layer } = await withLayer({});
    layer.label = 'Een';
    layer.src = url;
    await Promise.resolve();
    layer.colour = '#00ff00';
    await layer.updateComplete;
    layer.label = 'Twee';
    await until(() => isPainted(harness, 'zo-above', PLACE));
    expect(await requests()).to.have.length(1);
  });

  it('draws another address in place of the first', async () => {
    const [one, two] = await Promise.all([
      serveBody(collection(point(5.05, 52.45)), '/een.geojson'),
      serveBody(collection(point(...PLACE)), '/twee.geojson'),
    ]);
    const { harness, layer } = await withLayer({ src: one.url });
    await until(() => isPainted(harness, 'zo-above', [5.05, 52.45]));
    layer.src = two.url;
    await until(() => isPainted(harness, 'zo-above', PLACE));
    expect(isPainted(harness, 'zo-above', [5.05, 52.45])).to.equal(false);
    layer.src = '';
    await until(() => !isPainted(harness, 'zo-above', PLACE));
  });

  it('keeps what another projection needs, without a request', async () => {
    const { url, requests } = await serveBody(collection(point(...PLACE)), '/laag.geojson');
    const { harness } = await withLayer({ src: url });
    await until(() => isPainted(harness, 'zo-above', PLACE));
    harness.element.projection = 'rd';
    await harness.element.updateComplete;
    await until(() => isPainted(harness, 'zo-above', PLACE));
    expect(await requests()).to.have.length(1);
  });

  it('draws what can be drawn of features that can’t all be', async () => {
    const bad = [
      { type: 'Point', coordinates: ['x', 'y'] },
      { type: 'Polygon', coordinates: null },
      { type: 'Cirkel' },
      null,
      point(...PLACE),
    ];
    const { url } = await serveBody(collection(...bad), '/laag.geojson');
    const { result } = await listening(async () => {
      const made = await withLayer({ src: url });
      await until(() => isPainted(made.harness, 'zo-above', PLACE));
      return made;
    });
    expect(result.harness.element.status).to.equal('ready');
  });
});

describe('zo-layer, with OGC API Features', () => {
  it('draws all pages, each asked once, on the same origin and path', async () => {
    const id = newId();
    const next = (href: string) => ({ links: [{ rel: 'next', href }] });
    const second = await serve(
      { body: JSON.stringify(collection(point(5.25, 52.45))) },
      '/collections/a/items?page=2',
      id,
    );
    const first = await serve(
      { body: JSON.stringify({ ...collection(point(5.05, 52.45)), ...next(second.url) }) },
      '/collections/a/items?page=1',
      id,
    );
    const { harness } = await withLayer({ src: first.url });
    await until(() => isPainted(harness, 'zo-above', [5.05, 52.45]) && isPainted(harness, 'zo-above', [5.25, 52.45]));
    expect([(await first.requests()).length, (await second.requests()).length]).to.deep.equal([1, 1]);
  });

  it('follows no link to elsewhere, and says so', async () => {
    const elsewhere = { links: [{ rel: 'next', href: 'https://elsewhere.example/items?page=2' }] };
    const { url } = await serveBody({ ...collection(point(...PLACE)), ...elsewhere }, '/collections/a/items');
    const told = await errorOf(url);
    expect(told.code).to.equal('invalid-boundaries');
  });
});

/** What a layer with this address says is wrong, and the state of the map around it. */
async function errorOf(
  src: string,
  more: Record<string, unknown> = {},
): Promise<ErrorDetail & { status: string; lines: string[] }> {
  const { result, said } = await listening(async () => {
    const element = await map({ data: DATA, boundariesData: SHAPES });
    const told = new Promise<ErrorDetail>((resolve) =>
      element.addEventListener('zo-error', ({ detail }) => resolve(detail)),
    );
    const layer = document.createElement('zo-layer');
    Object.assign(layer, { src, ...more });
    element.append(layer);
    const detail = await told;
    return { ...detail, status: element.status };
  });
  return { ...result, lines: said.error };
}

describe('zo-layer, with pictures of a WMS', () => {
  const asked = async (endpoint: Endpoint & { at: string }, properties: Record<string, unknown>, more = {}) => {
    const { harness } = await withLayer(properties, more);
    await until(() => pane(harness, 'zo-above')?.querySelector('img.leaflet-tile-loaded'));
    const [{ path }] = await endpoint.requests();
    return { harness, query: new URL(path, 'http://x').searchParams, path };
  };

  it('asks for the part of the map in view, with the layers and style that the address names', async () => {
    const server = await tileServer();
    const { query } = await asked(server, { src: `${server.at}/wms?layers=wegen,water&styles=grijs` });
    const given = Object.fromEntries([...query].filter(([name]) => name !== 'bbox'));
    expect(given).to.deep.equal({
      service: 'WMS',
      request: 'GetMap',
      version: '1.3.0',
      layers: 'wegen,water',
      styles: 'grijs',
      format: 'image/png',
      transparent: 'true',
      width: '256',
      height: '256',
      crs: 'EPSG:3857',
    });
    const [west, south, east, north] = (query.get('bbox') ?? '').split(',').map(Number);
    // 5.15 degrees east, 52.45 north in Web Mercator's metres.
    expect(west).to.be.lessThan(573_300).and.greaterThan(400_000);
    expect(east).to.be.greaterThan(west).and.lessThan(800_000);
    expect([south < 6_900_000, north > 6_800_000]).to.deep.equal([true, true]);
  });

  it('asks in RD’s metres on a map in RD', async () => {
    const server = await tileServer();
    const { query } = await asked(server, { src: `${server.at}/wms?LAYERS=wegen` }, { projection: 'rd' });
    expect(query.get('crs')).to.equal('EPSG:28992');
    const [west, south, east, north] = (query.get('bbox') ?? '').split(',').map(Number);
    // The squares lie between 127 and 148 km east, 488 and 499 km north.
    expect(east - west).to.be.closeTo(north - south, 1);
    expect([west > 90_000, east < 190_000, south > 450_000, north < 540_000]).to.deep.equal([true, true, true, true]);
    const size = (east - west) / 256;
    expect(Math.log2(3440.64 / size)).to.be.closeTo(Math.round(Math.log2(3440.64 / size)), 0.001);
  });

  it('keeps other words of the address: a map file, a key, a time', async () => {
    const server = await tileServer();
    const { query } = await asked(server, {
      src: `${server.at}/wms?map=/a/b.map&Key=Geheim&layers=x&time=2023&bbox=1,2,3,4&width=9&SRS=EPSG:4326`,
    });
    expect([query.get('map'), query.get('Key'), query.get('time')]).to.deep.equal(['/a/b.map', 'Geheim', '2023']);
    expect([query.getAll('bbox').length, query.getAll('width'), query.get('SRS')]).to.deep.equal([1, ['256'], null]);
  });

  it('asks an older server in its own way', async () => {
    const server = await tileServer();
    const { query } = await asked(server, { src: `${server.at}/wms?layers=x&version=1.1.1&format=image/gif` });
    expect([query.get('version'), query.get('srs'), query.get('format')]).to.deep.equal([
      '1.1.1',
      'EPSG:3857',
      'image/gif',
    ]);
  });

  it('is seen through at the opacity asked for, also later', async () => {
    const server = await tileServer();
    const { harness } = await asked(server, { src: `${server.at}/wms?layers=x`, opacity: 0.25 });
    const container = () => pane(harness, 'zo-above').querySelector('.leaflet-layer') as HTMLElement;
    expect(getComputedStyle(container()).opacity).to.equal('0.25');
    const layer = harness.element.querySelector('zo-layer') as ZoLayer;
    layer.opacity = 0.75;
    await until(() => container() && getComputedStyle(container()).opacity === '0.75');
  });

  it('says so when no picture can be had', async () => {
    const server = await tileServer({ status: 500 });
    const told = await errorOf(`${server.at}/wms?layers=x`);
    expect(told).to.include({ code: 'network', severity: 'error', status: 'ready' });
  });
});

describe('zo-layer, with tiles', () => {
  const names: readonly [what: string, path: string][] = [
    ['a template', '/{z}/{x}/{y}.png'],
    ['a WMTS template in its RESTful form', '/{TileMatrix}/{TileCol}/{TileRow}.png'],
    ['a WMTS template with style and tile matrix set', '/{Style}/{TileMatrixSet}/{TileMatrix}/{TileCol}/{TileRow}.png'],
    ['a WMTS address with a query', '/wmts?request=GetTile&tilematrix={z}&tilecol={x}&tilerow={y}'],
  ];
  for (const [what, path] of names) {
    it(`fills in ${what}`, async () => {
      const server = await tileServer();
      const { harness } = await withLayer({ src: `${server.at}${path}`, position: 'below' });
      await until(() => pane(harness, 'zo-below')?.querySelector('img.leaflet-tile-loaded'));
      const [request] = await server.requests();
      const numbers = request.path.match(/\d+/g)?.slice(-3).map(Number) as number[];
      const [zoom, column, line] = numbers;
      const { x, y } = (harness.element.map as NonNullable<typeof harness.element.map>)
        .project([52.45, 5.15], zoom)
        .divideBy(256);
      expect(Math.abs(column - x)).to.be.lessThan(4);
      expect(Math.abs(line - y)).to.be.lessThan(4);
      expect(request.path).not.to.match(/[{}]|%7B/i);
    });
  }

  it('asks in RD with the columns and rows of the Dutch tiling', async () => {
    const server = await tileServer();
    const { harness } = await withLayer({ src: `${server.at}/{z}/{x}/{y}.png` }, { projection: 'rd' });
    await until(() => pane(harness, 'zo-above')?.querySelector('img.leaflet-tile-loaded'));
    const [request] = await server.requests();
    const [zoom, column, line] = request.path.match(/\d+/g)?.slice(-3).map(Number) as number[];
    const span = (3440.64 / 2 ** zoom) * 256;
    // In RD the squares lie about 137 km east and 494 km north.
    expect(Math.abs(column - (137_000 + 285_401.92) / span)).to.be.lessThan(4);
    expect(Math.abs(line - (903_401.92 - 494_000) / span)).to.be.lessThan(4);
  });

  it('says that it can’t fill in a word it doesn’t know, and asks nothing', async () => {
    const server = await tileServer();
    const told = await errorOf(`${server.at}/{anders}/{z}/{x}/{y}.png`);
    expect(told.code).to.equal('not-supported');
    expect(await server.requests()).to.deep.equal([]);
  });
});

describe('zo-layer, in the legend', () => {
  const told = (harness: ChoroplethHarness) => textOf(harness.root.querySelector('[part~="layers"]'));

  it('has its label, as text, under a heading of its own', async () => {
    const { harness } = await withLayer({ label: '<b>Scholen</b>' });
    await until(() => told(harness));
    expect(told(harness)).to.equal('Eigen lagen <b>Scholen</b>');
  });

  it('has a label that is set later, and none once it is taken away', async () => {
    const { harness, layer } = await withLayer({});
    await harness.element.updateComplete;
    expect(told(harness)).to.equal('');
    layer.setAttribute('label', 'Scholen');
    await until(() => told(harness).includes('Scholen'));
    layer.removeAttribute('label');
    await until(() => told(harness) === '');
  });

  it('has none after the layer has gone', async () => {
    const { harness, layer } = await withLayer({ label: 'Scholen' });
    await until(() => told(harness));
    layer.remove();
    await until(() => told(harness) === '');
  });
});

describe('zo-layer, when it fails', () => {
  const cases: readonly [what: string, code: string, step: Parameters<typeof serve>[0]][] = [
    ['an address that isn’t there', 'http', { status: 404 }],
    ['a web page', 'not-json', { body: '<!doctype html>' }],
    ['an empty answer', 'not-json', { body: '' }],
    ['JSON that is no GeoJSON', 'not-supported', { body: '{"hello": 1}' }],
    ['a list', 'not-supported', { body: '[1]' }],
    ['null', 'not-supported', { body: 'null' }],
    [
      'shapes of which none can be drawn',
      'invalid-boundaries',
      { body: JSON.stringify(collection({ type: 'Point', coordinates: [1] })) },
    ],
  ];
  for (const [what, code, step] of cases) {
    it(`says ${code} for ${what}, once, and leaves the map as it is`, async () => {
      const { url } = await serve(step, '/laag.geojson');
      const told = await errorOf(url);
      expect(told).to.include({ code, url, severity: 'error', status: 'ready' });
      expect(told.lines).to.have.length(1);
      expect(told.lines[0]).to.contain('<zo-layer>').and.to.contain(code);
      expect(told.message).not.to.equal('');
    });
  }

  it('is told by an event of the layer’s own, through the map', async () => {
    const { url } = await serve({ status: 404 }, '/laag.geojson');
    await listening(async () => {
      const element = await map({ data: DATA, boundariesData: SHAPES });
      const layer = document.createElement('zo-layer');
      const target = new Promise<boolean>((resolve) =>
        element.addEventListener('zo-error', (event) => resolve(event.target === layer)),
      );
      layer.src = url;
      element.append(layer);
      expect(await target).to.equal(true);
    });
  });

  it('says nothing of an empty collection', async () => {
    const { url, requests } = await serveBody(collection(), '/laag.geojson');
    const { said } = await listening(async () => {
      await withLayer({ src: url });
      while (!(await requests()).some(({ done }) => done));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    expect(said.error).to.deep.equal([]);
  });
});

describe('zo-layer, coming and going', () => {
  it('goes from the map when the element goes', async () => {
    const { url } = await serveBody(collection(point(...PLACE)), '/laag.geojson');
    const { harness, layer } = await withLayer({ src: url });
    await until(() => isPainted(harness, 'zo-above', PLACE));
    layer.remove();
    await until(() => !isPainted(harness, 'zo-above', PLACE));
    harness.element.append(layer);
    await until(() => isPainted(harness, 'zo-above', PLACE));
  });

  it('goes from the map when it is put elsewhere in the page', async () => {
    const { url } = await serveBody(collection(point(...PLACE)), '/laag.geojson');
    const { harness, layer } = await withLayer({ src: url });
    await until(() => isPainted(harness, 'zo-above', PLACE));
    harness.element.parentElement?.append(layer);
    await until(() => !isPainted(harness, 'zo-above', PLACE));
  });

  it('goes along to another map', async () => {
    const { url } = await serveBody(collection(point(...PLACE)), '/laag.geojson');
    const { harness, layer } = await withLayer({ src: url });
    await until(() => isPainted(harness, 'zo-above', PLACE));
    const other = await map({ data: DATA, boundariesData: SHAPES });
    other.append(layer);
    const second = new ChoroplethHarness(other);
    await until(() => isPainted(second, 'zo-above', PLACE));
    expect(isPainted(harness, 'zo-above', PLACE)).to.equal(false);
  });

  it('gives up its request when it goes', async () => {
    const original = window.fetch;
    const signals: (AbortSignal | null | undefined)[] = [];
    const element = await map({ data: DATA, boundariesData: SHAPES });
    const layer = document.createElement('zo-layer');
    window.fetch = (_input, init) => {
      signals.push(init?.signal);
      return new Promise(() => undefined);
    };
    try {
      layer.src = '/laag.geojson';
      element.append(layer);
      await until(() => signals.length > 0);
      layer.remove();
      await Promise.resolve();
      await Promise.resolve();
      expect(signals.map((signal) => signal?.aborted)).to.deep.equal([true]);
    } finally {
      window.fetch = original;
    }
  });

  it('asks nothing before the map is there, and draws when it is', async () => {
    const { url, requests } = await serveBody(collection(point(...PLACE)), '/laag.geojson');
    const place = await fixture<HTMLElement>(
      html`<div hidden>
        <zo-choropleth><zo-layer src=${url}></zo-layer></zo-choropleth>
      </div>`,
    );
    const element = place.querySelector('zo-choropleth') as HTMLElementTagNameMap['zo-choropleth'];
    Object.assign(element, { data: DATA, boundariesData: SHAPES });
    await element.ready;
    expect(await requests()).to.deep.equal([]);
    place.hidden = false;
    await until(() => element.map && isPainted(new ChoroplethHarness(element), 'zo-above', PLACE));
    expect(await requests()).to.have.length(1);
  });

  it('takes no room in the page, and shows nothing outside a map', async () => {
    const { url, requests } = await serveBody(collection(point(...PLACE)), '/laag.geojson');
    const alone = await fixture<ZoLayer>(html`<zo-layer src=${url}></zo-layer>`);
    await alone.updateComplete;
    expect(alone.getBoundingClientRect().height).to.equal(0);
    expect(await requests()).to.deep.equal([]);
  });
});

describe('zo-layer, under the pointer', () => {
  it('catches nothing: regions are pointed at and chosen through it', async () => {
    const area = {
      type: 'Polygon',
      coordinates: [
        [
          [5, 52.4],
          [5.3, 52.4],
          [5.3, 52.5],
          [5, 52.5],
          [5, 52.4],
        ],
      ],
    };
    const { url } = await serveBody(collection(area, point(...PLACE)), '/laag.geojson');
    const { harness } = await withLayer({ src: url });
    await until(() => isPainted(harness, 'zo-above', PLACE));
    const { x, y } = harness.clientPoint(gridCentre(GRID, 'GM0002'));
    const regions: unknown[] = [];
    harness.element.addEventListener('zo-hover', ({ detail }) => regions.push(detail.region));
    harness.element.addEventListener('zo-select', ({ detail }) => regions.push(detail.regions));
    const top = harness.root.elementFromPoint(x, y) as Element;
    const where = { clientX: x, clientY: y, bubbles: true, composed: true, detail: 1 };
    top.dispatchEvent(new PointerEvent('pointermove', { ...where, pointerType: 'mouse' }));
    for (const type of ['mousedown', 'mouseup', 'click']) top.dispatchEvent(new MouseEvent(type, where));
    expect(regions).to.deep.equal(['GM0002', ['GM0002']]);
    expect(harness.element.regionAt(x, y)).to.equal('GM0002');
  });
});
