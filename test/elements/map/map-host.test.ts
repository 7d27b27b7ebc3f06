import { expect, fixture, html } from '@open-wc/testing';
import { parseBoundaries } from '@zicht-op/core/formats/boundaries.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import { MapHost } from '../../../packages/elements/src/map/leaflet-map-host.js';
import { worldGeometry, type ProjectionName } from '@zicht-op/renderer/world-geometry.js';
import { gridCentre, gridTopology, type Grid } from '../../support/grid-country.js';
import { valueOf } from '../../support/observe.js';
import { newId, serve } from '../support/fault-server.js';

/** As large as the Netherlands. */
const COUNTRY: Grid = { columns: 36, rows: 28, west: 3.4, north: 53.5 };
const SMALL: Grid = { columns: 3, rows: 2 };

const shapesOf = (grid: Grid): Boundaries =>
  valueOf(valueOf(parseBoundaries(gridTopology(grid), {})).ofLevel('gemeente'));

const hosts: MapHost[] = [];

interface Options {
  readonly projection?: ProjectionName;
  readonly width?: number;
  readonly height?: number;
  readonly reducedMotion?: boolean;
}

interface Made {
  readonly host: MapHost;
  readonly container: HTMLElement;
  readonly boundaries: Boundaries;
}

async function mapOf(grid: Grid, options: Options = {}): Promise<Made> {
  const { projection = 'web-mercator', width = 500, height = 400, reducedMotion = true } = options;
  const container = await fixture<HTMLElement>(html`<div></div>`);
  container.style.setProperty('width', `${width}px`);
  container.style.setProperty('height', `${height}px`);
  const host = new MapHost(container, { projection, basemap: 'none', reducedMotion });
  hosts.push(host);
  const boundaries = shapesOf(grid);
  draw(host, boundaries);
  return { host, container, boundaries };
}

function draw(host: MapHost, boundaries: Boundaries, shapes: readonly number[] = [...boundaries.codes.keys()]): void {
  const geometry = worldGeometry(boundaries, host.projection);
  host.setRegions(geometry, {
    styleOfShape: new Uint8Array(boundaries.codes.length),
    styles: [0xff996633],
    shapes,
    widerAreas: [],
    borders: [],
  });
  host.fit(shapes, false);
}

/** Where the outermost points of shapes stand in the container: left, top, right, bottom. */
function edges(host: MapHost, { coordinates }: Boundaries): number[] {
  const points = Array.from({ length: coordinates.length / 2 }, (_, p) =>
    host.containerPoint(coordinates[2 * p], coordinates[2 * p + 1]),
  );
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

afterEach(() => {
  for (const host of hosts.splice(0)) host.remove();
});

describe('MapHost, fitting', () => {
  for (const projection of ['web-mercator', 'rd'] as const) {
    for (const [width, height] of [
      [500, 400],
      [320, 640],
      [900, 300],
    ]) {
      it(`brings all shapes into a box of ${width} by ${height} in ${projection}, as large as they can be`, async () => {
        const { host, boundaries } = await mapOf(COUNTRY, { projection, width, height });
        const [left, top, right, bottom] = edges(host, boundaries);
        expect(left).to.be.at.least(0);
        expect(top).to.be.at.least(0);
        expect(right).to.be.at.most(width);
        expect(bottom).to.be.at.most(height);
        expect(Math.min(width - (right - left), height - (bottom - top))).to.be.at.most(20);
        expect(Math.abs(left - (width - right))).to.be.at.most(4);
        expect(Math.abs(top - (height - bottom))).to.be.at.most(4);
      });
    }
  }

  it('fits again when its box changes, as long as nobody has moved the map', async () => {
    const { host, container, boundaries } = await mapOf(SMALL);
    container.style.setProperty('width', '250px');
    await frame();
    await frame();
    expect(edges(host, boundaries)[2]).to.be.at.most(250);
    host.zoomBy(1);
    const zoom = host.map.getZoom();
    container.style.setProperty('width', '500px');
    await frame();
    await frame();
    expect(host.map.getZoom()).to.equal(zoom);
  });

  it('fits again after an animated fit as well', async () => {
    const { host, container, boundaries } = await mapOf(SMALL, { reducedMotion: false });
    host.map.setZoom(host.map.getZoom() - 1, { animate: false });
    const animated = new Promise((resolve) => host.map.once('zoomanim', resolve));
    const ended = new Promise((resolve) => host.map.once('zoomend', resolve));
    host.fit(boundaries.codes.keys(), true);
    await animated;
    await ended;
    container.style.setProperty('width', '250px');
    await frame();
    await frame();
    const [left, , right] = edges(host, boundaries);
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(250);
  });

  it('bears being hidden and shown again', async () => {
    const { host, container, boundaries } = await mapOf(SMALL);
    const before = edges(host, boundaries);
    const zoom = host.map.getZoom();
    container.hidden = true;
    await frame();
    await frame();
    expect(host.map.getZoom()).to.equal(zoom);
    container.hidden = false;
    await frame();
    await frame();
    edges(host, boundaries).forEach((edge, i) => expect(edge).to.be.closeTo(before[i], 0.6));
  });

  it('does nothing without shapes, or with shapes that have no area', async () => {
    const { host } = await mapOf(SMALL);
    const zoom = host.map.getZoom();
    host.fit([], false);
    expect(host.map.getZoom()).to.equal(zoom);
  });

  it('comes no nearer than a street for one tiny area', async () => {
    const { host, boundaries } = await mapOf({ columns: 1, rows: 1 });
    const tiny = {
      ...boundaries,
      coordinates: boundaries.coordinates.map((at, i) => (i % 2 === 0 ? 5 + at * 1e-9 : 52 + at * 1e-9)),
    };
    draw(host, tiny);
    expect(host.map.getZoom()).to.be.at.most(16);
  });
});

describe('MapHost, pointing', () => {
  for (const projection of ['web-mercator', 'rd'] as const) {
    it(`finds the shape at a place of the page in ${projection}, and none beside them`, async () => {
      const { host, container, boundaries } = await mapOf(SMALL, { projection });
      const { left, top } = container.getBoundingClientRect();
      for (const [shape, code] of boundaries.codes.entries()) {
        const { x, y } = host.containerPoint(...gridCentre(SMALL, code));
        expect(host.shapeAt(left + x, top + y), code).to.equal(shape);
      }
      const { x, y } = host.containerPoint(4.9, 52.6);
      expect(host.shapeAt(left + x, top + y)).to.equal(-1);
    });
  }

  it('finds only shapes that are shown', async () => {
    const { host, container, boundaries } = await mapOf(SMALL);
    draw(host, boundaries, [0, 1]);
    const { left, top } = container.getBoundingClientRect();
    const { x, y } = host.containerPoint(...gridCentre(SMALL, 'GM0006'));
    expect(host.shapeAt(left + x, top + y)).to.equal(-1);
  });

  it('answers outside its own box, and for no number', async () => {
    const { host } = await mapOf(SMALL);
    expect(host.shapeAt(-1e6, 1e6)).to.equal(-1);
    expect(host.shapeAt(NaN, NaN)).to.equal(-1);
  });
});

describe('MapHost, with a basemap', () => {
  const PIXEL = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';

  it('asks for no tile without one, and for tiles of its template with one', async () => {
    const { url, requests } = await serve({ body: PIXEL, headers: { 'Content-Type': 'image/svg+xml' } }, '', newId());
    const { host, container } = await mapOf(SMALL);
    await frame();
    expect(container.querySelectorAll('img')).to.have.length(0);
    host.setBasemap(`${url}/{z}/{x}/{y}`);
    while (!container.querySelector('img.leaflet-tile-loaded')) await frame();
    expect((await requests())[0].path).to.match(/^\/\d+\/\d+\/\d+$/);
    host.setBasemap('none');
    expect(container.querySelectorAll('img')).to.have.length(0);
  });

  it('asks for nothing with a name nobody knows, or a template with a word that has no value', async () => {
    const { host, container } = await mapOf(SMALL);
    for (const name of ['brt-onbekend', 'https://example.org/{anders}/{z}/{x}/{y}.png', '__proto__', '']) {
      host.setBasemap(name);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(container.querySelectorAll('img'), name).to.have.length(0);
    }
  });
});

describe('MapHost, on the page', () => {
  it('sets no global, and two of them work side by side', async () => {
    const [one, two] = [await mapOf(SMALL), await mapOf(COUNTRY)];
    expect('L' in window).to.equal(false);
    one.host.zoomBy(2);
    const [left, , right] = edges(two.host, two.boundaries);
    expect([left >= 0, right <= 500]).to.deep.equal([true, true]);
  });

  it('leaves its container empty and fit for another map', async () => {
    const { host, container, boundaries } = await mapOf(SMALL);
    host.remove();
    hosts.length = 0;
    expect(container.children).to.have.length(0);
    const next = new MapHost(container, { projection: 'rd', basemap: 'none', reducedMotion: true });
    hosts.push(next);
    draw(next, boundaries);
    expect(edges(next, boundaries)[0]).to.be.at.least(0);
  });

  it('bears being removed just after the window was made narrower: Leaflet tells of it later', async () => {
    const { host, container } = await mapOf(SMALL);
    // In one frame: the box changes, Leaflet looks at it, and the map goes.
    const changed = frame().then(() => container.style.setProperty('width', '333px'));
    window.dispatchEvent(new Event('resize'));
    await changed;
    await frame();
    host.remove();
    hosts.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 300));
  });

  it('bears that a fling or a wheel ends after it was removed', async () => {
    const { host } = await mapOf(SMALL);
    host.remove();
    hosts.length = 0;
    expect(() => host.map.panBy([40, 0])).not.to.throw();
    expect(() => host.map.setZoomAround([52, 5], 9)).not.to.throw();
  });

  it('bears being removed amid a zoom, and twice a resize after it', async () => {
    const { host, container } = await mapOf(SMALL, { reducedMotion: false });
    const animated = new Promise((resolve) => host.map.once('zoomanim', resolve));
    host.zoomBy(1);
    await animated;
    host.remove();
    hosts.length = 0;
    container.style.setProperty('width', '100px');
    await frame();
    await frame();
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
});
