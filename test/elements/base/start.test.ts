import { expect, waitUntil } from '@open-wc/testing';
import { DATA, SHAPES, map, table } from './widgets.js';

// What a page fetches stays: each test looks for a module that no test before it has asked for.

/** Fetched since the page's own modules; the browser keeps the first 250 entries only, unless told otherwise. */
performance.clearResourceTimings();
performance.setResourceTimingBufferSize(1000);

const isFetched = (module: string): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => new URL(name).pathname.endsWith(module));

const allFetched = (...modules: string[]): Promise<void> =>
  waitUntil(() => modules.every(isFetched), `${modules.join(' and ')} are fetched`, { timeout: 8000 });

/** A `fetch` whose headers come when `answer` is called, and whose body never does. */
function held() {
  let answer = (_contentType: string): void => undefined;
  const headers = new Promise<Response>((resolve) => {
    answer = (contentType) =>
      resolve(new Response(new ReadableStream({}), { headers: { 'content-type': contentType } }));
  });
  return { fetch: () => headers, answer };
}

describe('what an element asks for before its data have come', () => {
  it('is no other reader where the data are JSON-stat', async () => {
    const element = await table({ src: '/figures.json', fetch: () => Promise.resolve(Response.json(DATA)) });
    expect(element.status).to.equal('ready');
    // Asked for behind the picture, and so behind what was asked for with it.
    await allFetched('/nl/problems.ts');
    expect(isFetched('/sources/recognise.ts')).to.equal(false);
    expect(isFetched('/formats/metadata.ts')).to.equal(false);
  });

  it('is Leaflet, where it is a map', async () => {
    const element = await map();
    const { fetch } = held();
    Object.assign(element, { src: '/figures.json', boundariesData: SHAPES, fetch });
    await allFetched('/map/leaflet-map-host.ts');
    expect(element.status).to.equal('loading');
  });

  it('is the reader that the attribute `type` names', async () => {
    const element = await table();
    Object.assign(element, { src: '/figures', type: 'cbs-odata-v3', fetch: held().fetch });
    await allFetched('/formats/cbs-odata-v3.ts', '/sources/recognise.ts');
    expect(element.status).to.equal('loading');
    expect(isFetched('/formats/cbs-odata-v4.ts')).to.equal(false);
  });

  it('is the reader that the headers tell, once these are there', async () => {
    const element = await table();
    const { fetch, answer } = held();
    Object.assign(element, { src: '/figures', fetch });
    await waitUntil(() => element.status === 'loading');
    expect(isFetched('/formats/sdmx-json.ts')).to.equal(false);
    answer('application/vnd.sdmx.data+json');
    await allFetched('/formats/sdmx-json.ts');
    expect(element.status).to.equal('loading');
  });

  it('is the reader that the name of the file tells, and what lays metadata over it', async () => {
    const element = await table();
    Object.assign(element, { src: '/figures.csv', metadata: '/figures-metadata.json', fetch: held().fetch });
    await allFetched('/formats/csv.ts', '/formats/metadata.ts');
    expect(element.status).to.equal('loading');
  });

  it('is the way of classing that was chosen', async () => {
    const element = await map();
    Object.assign(element, { src: '/figures.json', boundariesData: SHAPES, method: 'jenks', fetch: held().fetch });
    await allFetched('/view/class-methods.ts');
    expect(element.status).to.equal('loading');
  });

  it('is its language', async () => {
    const element = await table();
    Object.assign(element, { lang: 'en', src: '/figures.json', fetch: held().fetch });
    await allFetched('/en/common.ts', '/en/indicator-table.ts');
    expect(element.status).to.equal('loading');
  });
});
