import { expect, oneEvent, waitUntil } from '@open-wc/testing';
// At hand when it is asked for, so that what doesn't happen isn't merely late.
import '@zicht-op/elements/choropleth/detail-controller.js';
import { gridCentre, gridCodes, gridTopology, jsonStat, type Grid } from '../../support/grid-country.js';
import { choropleth, type ChoroplethHarness } from '../support/choropleth-harness.js';
import { newId, serve, serveBody, type Endpoint } from '../support/fault-server.js';

/** Two degrees wide: a pixel is some hundreds of metres on the ground when all of it is in view. */
const GRID: Grid = { columns: 20, rows: 14, north: 53 };
const CODES = gridCodes(GRID);
const SHAPES = gridTopology(GRID);
const DATA = jsonStat(CODES, { a: { '2023': Object.fromEntries(CODES.map((code, i) => [code, (i % 5) + 1])) } });
const at = (code: string) => gridCentre(GRID, code);

/** Somewhere in the middle, with the areas around it in view. */
const HERE = 'GM0150';
const BESIDE = 'GM0151';
/** Far from there, and in the country. */
const FAR = 'GM0023';
/** The finer shapes have the borders between columns this far to the east. */
const SHIFT = 0.01;
/** In view at zoom 11, and the same area in both kinds of shapes. */
const PLACES = [
  ...[HERE, BESIDE, 'GM0149'].map(at),
  ...[-0.04, 0.04].map((y) => [at(HERE)[0], at(HERE)[1] + y] as const),
];
const between = (): [number, number] => [at(HERE)[0] + 0.05 + SHIFT / 2, at(HERE)[1]];

function finer(codes: readonly string[] = CODES, more: object = {}, dense = ''): object {
  const features = codes.map((statcode) => {
    const [x, y] = at(statcode);
    const [west, east, south, north] = [x - 0.05 + SHIFT, x + 0.05 + SHIFT, y - 0.05, y + 0.05];
    // As many points as make drawing take several turns.
    const along = Array.from({ length: statcode === dense ? 200_000 : 0 }, (_, i) => [
      west + ((east - west) * (i + 1)) / 200_001,
      south + (i % 2) * 0.005,
    ]);
    const ring = [[west, south], ...along, [east, south], [east, north], [west, north], [west, south]];
    return { type: 'Feature', properties: { statcode }, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  return { type: 'FeatureCollection', features, ...more };
}

const mapWith = (detail: string, more: object = {}): Promise<ChoroplethHarness> =>
  choropleth({ data: DATA, boundariesData: SHAPES, detail, ...more });

function look({ element }: ChoroplethHarness, code: string, zoom = 11): void {
  const [longitude, latitude] = at(code);
  element.map?.setView([latitude, longitude], zoom, { animate: false });
}

function codeAt(harness: ChoroplethHarness, place: readonly [number, number]): string | null {
  const { x, y } = harness.clientPoint(place);
  return harness.element.regionAt(x, y);
}

const isFine = (harness: ChoroplethHarness): boolean => codeAt(harness, between()) === HERE;
const fine = (harness: ChoroplethHarness) => waitUntil(() => isFine(harness), 'no finer shapes', { timeout: 8000 });
const asked = (endpoint: Endpoint, count: number) =>
  waitUntil(async () => (await endpoint.requests()).length >= count, 'not asked', { timeout: 8000 });
const frames = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
};

async function boxesOf(endpoint: Endpoint): Promise<number[][]> {
  const requests = await endpoint.requests();
  return requests.map(({ path }) =>
    (new URL(path, location.href).searchParams.get('bbox') ?? '').split(',').map(Number),
  );
}

const warnings: string[] = [];
const { warn } = console;
beforeEach(() => {
  warnings.length = 0;
  console.warn = (text: string) => void warnings.push(text);
});
afterEach(() => {
  console.warn = warn;
});

describe('finer shapes, asked for', () => {
  it('not while the whole country is in view', async () => {
    const endpoint = await serveBody(finer(), '/items');
    const harness = await mapWith(`${endpoint.url}?bbox={bbox}`);
    await frames(4);
    expect(codeAt(harness, between())).to.equal(BESIDE);
    // By now there would have been a request: what is asked first is for the part that is looked at next.
    look(harness, HERE);
    await fine(harness);
    const [[west, , east], ...more] = await boxesOf(endpoint);
    expect(east - west).to.be.lessThan(1.5);
    expect(more).to.deep.equal([]);
  });

  it('not without an address, and not with an empty placeholder in it', async () => {
    const endpoint = await serveBody(finer(), '/items');
    for (const detail of ['', `${endpoint.url}?bbox={bbox}&in={within}`]) {
      const harness = await mapWith(detail);
      look(harness, HERE);
      await frames(4);
      expect(isFine(harness)).to.equal(false);
    }
    expect(await endpoint.requests()).to.deep.equal([]);
  });

  it('for a box around what is in view, with the level in the address, once for views that differ a little', async () => {
    const endpoint = await serveBody(finer(), '/gemeenten/items');
    const harness = await mapWith(endpoint.url.replace('gemeenten', '{levels}') + '?bbox={bbox}&limit=1000');
    look(harness, HERE);
    await fine(harness);
    const bounds = harness.element.map!.getBounds();
    const [[west, south, east, north]] = await boxesOf(endpoint);
    expect([
      west < bounds.getWest(),
      south < bounds.getSouth(),
      east > bounds.getEast(),
      north > bounds.getNorth(),
    ]).to.deep.equal([true, true, true, true]);
    expect(east - west).to.be.lessThan(3 * (bounds.getEast() - bounds.getWest()));
    harness.element.map?.panBy([5, 5], { animate: false });
    harness.element.map?.setZoom(12, { animate: false });
    await frames(4);
    expect(isFine(harness)).to.equal(true);
    expect(await endpoint.requests()).to.have.length(1);
  });

  it('for another box where the view leaves the first; for none where it comes back', async () => {
    const endpoint = await serveBody(finer(), '/items');
    const harness = await mapWith(`${endpoint.url}?bbox={bbox}`);
    look(harness, HERE);
    await fine(harness);
    look(harness, FAR);
    await asked(endpoint, 2);
    look(harness, HERE);
    expect(codeAt(harness, between())).to.equal(BESIDE);
    await fine(harness);
    expect(await endpoint.requests()).to.have.length(2);
  });

  it('page by page', async () => {
    const id = newId();
    const half = CODES.length / 2;
    const second = await serve({ body: JSON.stringify(finer(CODES.slice(half))) }, '/items?page=2', id);
    const links = [{ rel: 'next', href: second.url }];
    const first = await serve({ body: JSON.stringify(finer(CODES.slice(0, half), { links })) }, '/items', id);
    const harness = await mapWith(`${first.url}?bbox={bbox}`);
    look(harness, HERE);
    await fine(harness);
    expect(await second.requests()).to.have.length(1);
  });

  it('of the whole country, once, where the address has no box', async () => {
    const endpoint = await serveBody(finer(), '/fine.json');
    const harness = await mapWith(endpoint.url);
    look(harness, HERE);
    await fine(harness);
    look(harness, FAR);
    look(harness, HERE);
    await fine(harness);
    expect(await endpoint.requests()).to.have.length(1);
  });

  it('no more when a newer move leads elsewhere', async () => {
    const endpoint = await serve([{ hold: true }, { body: JSON.stringify(finer()) }], '/items');
    const harness = await mapWith(`${endpoint.url}?bbox={bbox}`);
    look(harness, FAR);
    await asked(endpoint, 1);
    look(harness, HERE);
    await fine(harness);
    await waitUntil(async () => (await endpoint.requests())[0].gone, 'not cancelled', { timeout: 8000 });
    expect(harness.element.problems).to.deep.equal([]);
  });

  it('no more when the element is removed', async () => {
    const endpoint = await serve({ hold: true }, '/items');
    const harness = await mapWith(`${endpoint.url}?bbox={bbox}`);
    look(harness, HERE);
    await asked(endpoint, 1);
    harness.element.remove();
    await waitUntil(async () => (await endpoint.requests())[0].gone, 'not cancelled', { timeout: 8000 });
  });

  it('not while the element is hidden, but when it is shown', async () => {
    const endpoint = await serveBody(finer(), '/items');
    const harness = await mapWith(`${endpoint.url}?bbox={bbox}`);
    harness.element.style.setProperty('display', 'none');
    await frames(2);
    look(harness, HERE);
    await frames(4);
    expect(await endpoint.requests()).to.deep.equal([]);
    harness.element.style.setProperty('display', 'block');
    await fine(harness);
  });

  it('anew for another address, and not any more without one', async () => {
    const [one, other] = [await serveBody(finer(), '/one'), await serveBody(finer(), '/other')];
    const harness = await mapWith(`${one.url}?bbox={bbox}`);
    look(harness, HERE);
    await fine(harness);
    harness.element.detail = `${other.url}?bbox={bbox}`;
    await asked(other, 1);
    await fine(harness);
    harness.element.detail = '';
    await harness.element.updateComplete;
    await waitUntil(() => !isFine(harness));
  });

  it('past the cache after a reload', async () => {
    const [shapes, endpoint] = [await serveBody(SHAPES, '/shapes'), await serveBody(finer(), '/items')];
    const harness = await choropleth({ data: DATA, boundaries: shapes.url, detail: `${endpoint.url}?bbox={bbox}` });
    look(harness, HERE);
    await fine(harness);
    // New shapes are brought into view.
    const rested = new Promise((resolve) => harness.element.map?.once('zoomend', resolve));
    await harness.element.reload();
    await rested;
    look(harness, HERE);
    await asked(endpoint, 2);
    await fine(harness);
  });
});

describe('finer shapes, drawn', () => {
  it('have the same colours, and names for what is pointed at, chosen and found by keyboard', async () => {
    const endpoint = await serveBody(finer([...CODES].reverse()), '/items');
    const harness = await mapWith(`${endpoint.url}?bbox={bbox}`);
    look(harness, HERE);
    const before = PLACES.map((place) => [harness.colourAt(place), codeAt(harness, place)]);
    await fine(harness);
    expect(PLACES.map((place) => [harness.colourAt(place), codeAt(harness, place)])).to.deep.equal(before);

    await harness.point(between());
    expect(harness.tooltip).to.contain('Gebied 150');
    // The outline runs where the finer border does.
    expect(harness.outlineAt([at(HERE)[0] + 0.05 + SHIFT, at(HERE)[1]])).to.equal(true);
    expect(harness.outlineAt([at(HERE)[0] + 0.05, at(HERE)[1]])).to.equal(false);
    const selected = oneEvent(harness.element, 'zo-select');
    await harness.click(between());
    expect((await selected).detail.regions).to.deep.equal([HERE]);
    await harness.press('ArrowRight', 'Enter');
    expect(harness.element.selected).to.equal(BESIDE);
    expect(harness.outlineAt([at(BESIDE)[0] + 0.05 + SHIFT, at(HERE)[1]])).to.equal(true);
  });

  it('follow new colours at once', async () => {
    const endpoint = await serveBody(finer(), '/items');
    const harness = await mapWith(`${endpoint.url}?bbox={bbox}`);
    look(harness, HERE);
    await fine(harness);
    const before = harness.colourAt(at(HERE));
    harness.element.palette = 'Reds';
    await harness.element.updateComplete;
    await waitUntil(() => harness.colourAt(at(HERE)) !== before);
    expect(harness.legendColours).to.contain(harness.colourAt(at(HERE)));
    expect(isFine(harness)).to.equal(true);
  });

  it('come without an empty frame, and without one of both', async () => {
    const endpoint = await serve({ hold: true, body: JSON.stringify(finer(CODES, {}, HERE)) }, '/items');
    const harness = await mapWith(`${endpoint.url}?bbox={bbox}`);
    look(harness, HERE);
    await harness.element.ready;
    await asked(endpoint, 1);
    await frames(3);
    const seen = new Set<string>();
    let isSwapping = true;
    const watching = (async () => {
      while (isSwapping) {
        await frames(1);
        seen.add(JSON.stringify([harness.canvases.length, ...PLACES.map((place) => harness.colourAt(place))]));
      }
    })();
    await endpoint.release();
    await fine(harness);
    await frames(3);
    isSwapping = false;
    await watching;
    expect([...seen]).to.have.length(1);
    expect([...seen][0]).to.contain('[2,"rgb(');
    expect([...seen][0]).not.to.contain('transparent');
  });

  it('give way to the others in the turn in which the map leaves them', async () => {
    const endpoint = await serveBody(finer(), '/items');
    const harness = await mapWith(`${endpoint.url}?bbox={bbox}`);
    for (const leave of [
      () => harness.element.map?.setZoom(8, { animate: false }),
      () => harness.element.map?.panBy([900, 0], { animate: false }),
    ]) {
      look(harness, HERE);
      await fine(harness);
      leave();
      expect(codeAt(harness, between())).to.equal(BESIDE);
      expect(harness.canvases).to.have.length(2);
      await frames(2);
      expect(harness.colourAt(at(HERE))).to.match(/^rgb|transparent/);
    }
  });

  it('serve in RD too', async () => {
    const endpoint = await serveBody(finer(), '/items');
    const harness = await mapWith(`${endpoint.url}?bbox={bbox}`, { projection: 'rd' });
    look(harness, HERE, 6);
    await fine(harness);
    expect(harness.legendColours).to.contain(harness.colourAt(at(HERE)));
  });

  it('are named as a source while they are on screen', async () => {
    const endpoint = await serveBody(finer(CODES, { attribution: 'Kadaster Voorbeeldland' }), '/items');
    const harness = await mapWith(`${endpoint.url}?bbox={bbox}`);
    const attribution = () => harness.root.querySelector('[part~="attribution"]')?.textContent ?? '';
    expect(attribution()).to.equal('');
    look(harness, HERE);
    await fine(harness);
    await harness.element.updateComplete;
    expect(attribution()).to.equal('Kadaster Voorbeeldland');
    harness.element.map?.setZoom(8, { animate: false });
    await harness.element.updateComplete;
    expect(attribution()).to.equal('');
  });
});

describe('finer shapes that can’t be had', () => {
  it('leave the others in place, with one warning for all boxes', async () => {
    const endpoint = await serve({ status: 404 }, '/items');
    const harness = await mapWith(`${endpoint.url}?bbox={bbox}`);
    look(harness, HERE);
    await waitUntil(() => harness.element.problems.length > 0);
    look(harness, FAR);
    await asked(endpoint, 2);
    await frames(4);
    look(harness, HERE);
    await asked(endpoint, 3);
    await frames(4);
    expect(harness.element.status).to.equal('ready');
    expect(harness.element.problems.map(({ code, severity }) => [code, severity])).to.deep.equal([['http', 'warning']]);
    expect(warnings).to.have.length(1);
    expect(harness.error).to.equal('');
    expect(harness.legendColours).to.contain(harness.colourAt(at(HERE)));
    expect(isFine(harness)).to.equal(false);
  });

  it('are asked for once while the map stays in the same box', async () => {
    const endpoint = await serve({ status: 404 }, '/items');
    const harness = await mapWith(`${endpoint.url}?bbox={bbox}`);
    look(harness, HERE);
    await waitUntil(() => harness.element.problems.length > 0);
    harness.element.map?.panBy([1, 1], { animate: false });
    await frames(4);
    expect(await endpoint.requests()).to.have.length(1);
  });

  it('keep the warning beside the next picture', async () => {
    const endpoint = await serve({ status: 404 }, '/items');
    const harness = await mapWith(`${endpoint.url}?bbox={bbox}`);
    look(harness, HERE);
    await waitUntil(() => harness.element.problems.length > 0);
    harness.element.classes = 3;
    await harness.element.ready;
    expect(harness.element.problems.map(({ code }) => code)).to.deep.equal(['http']);
    expect(warnings).to.have.length(1);
  });

  it('are not drawn where one is lacking in view, and are beside it', async () => {
    const endpoint = await serveBody(finer(CODES.filter((code) => code !== HERE)), '/items');
    const harness = await mapWith(`${endpoint.url}?bbox={bbox}`);
    look(harness, HERE, 10);
    await waitUntil(() => harness.element.problems.length > 0);
    expect(harness.element.problems.map(({ code, severity, items }) => [code, severity, items])).to.deep.equal([
      ['unmatched', 'warning', [HERE]],
    ]);
    expect(codeAt(harness, between())).to.equal(BESIDE);
    const other = 'GM0153';
    look(harness, other, 13);
    const border: [number, number] = [at(other)[0] + 0.05 + SHIFT / 2, at(other)[1]];
    await waitUntil(() => codeAt(harness, border) === other, 'not drawn', { timeout: 8000 });
  });

  it('are not drawn where they are of another year', async () => {
    const endpoint = await serveBody(finer(CODES, { year: 2020 }), '/items');
    const harness = await choropleth({
      data: DATA,
      boundariesData: gridTopology({ ...GRID, year: 2023 }),
      detail: `${endpoint.url}?bbox={bbox}`,
    });
    look(harness, HERE);
    await waitUntil(() => harness.element.problems.length > 0);
    expect(harness.element.problems.map(({ code }) => code)).to.deep.equal(['year-differs']);
    expect(isFine(harness)).to.equal(false);
  });
});
