import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Bounds } from '@zicht-op/core/geo/bounds.js';
import { detailAddress, isAskedByBox, loadDetail } from '@zicht-op/core/picture/load-detail.js';
import type { Transport } from '@zicht-op/core/sources/transport.js';
import { gridCodes, gridTopology, jsonStat, type Grid } from '../../support/grid-country.js';
import { TestServer } from '../../support/http-server.js';
import { pictureOf } from '../../support/pictures.js';
import { testTransport } from '../../support/transport.js';

const shapesOf = (grid: Grid, object?: string) => JSON.stringify(gridTopology(grid, object));
const GRID: Grid = { columns: 2, rows: 1 };
const BOX: Bounds = [5, 52.25, 5.5, 52.5];

let server: TestServer;
let transport: Transport;

beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.close());
beforeEach(() => {
  server.reset();
  transport = testTransport();
});

const pictureFor = (year?: number, within = '') =>
  pictureOf(
    jsonStat(gridCodes(GRID), { a: { '2023JJ00': { GM0001: 1, GM0002: 2 } } }),
    gridTopology({ ...GRID, year }),
    {
      within,
    },
  );
const NO_PERIOD = { value: '', strict: false };

describe('the address of finer shapes', () => {
  it.each([
    ['/{levels}?bbox={bbox}', '/gemeenten?bbox={bbox}'],
    ['/{level}/{period}?bbox={bbox}', '/gemeente/2023JJ00?bbox={bbox}'],
    ['/{within}?bbox={bbox}', null],
    ['/plain.json', '/plain.json'],
  ])('%s is %s', (template, address) => {
    expect(detailAddress(template, pictureFor(), NO_PERIOD)).toBe(address);
  });

  it('has the year of the shapes it replaces, else that of the period', () => {
    expect(detailAddress('/{year}', pictureFor(2021), NO_PERIOD)).toBe('/2021');
    expect(detailAddress('/{year}', pictureFor(), NO_PERIOD)).toBe('/2023');
  });

  it('has a period that was asked for as it was written, and the area shown', () => {
    const address = detailAddress('/{period}/{within}', pictureFor(2021, 'PV28'), { value: '2023', strict: true });
    expect(address).toBe('/2023/PV28');
  });

  it('tells whether it is asked box by box', () => {
    expect(['/a?bbox={bbox}', '/a'].map(isAskedByBox)).toEqual([true, false]);
  });
});

describe('loading finer shapes', () => {
  const request = (year: number | null = null, address = '/fine?bbox={bbox}') => ({
    address,
    baseUrl: `${server.origin}/`,
    level: 'gemeente',
    year,
  });

  it('asks for the box in degrees, with plain commas', async () => {
    server.serve('/fine', shapesOf(GRID));
    const read = await loadDetail(request(), BOX, transport);
    expect(read.ok && read.value.codes).toEqual(['GM0001', 'GM0002']);
    expect(server.seen.map(({ query }) => query)).toEqual(['?bbox=5,52.25,5.5,52.5']);
  });

  it('asks once for a box, and anew past the cache', async () => {
    server.serve('/fine', shapesOf(GRID));
    await loadDetail(request(), BOX, transport);
    await loadDetail(request(), BOX, transport);
    expect(server.seen).toHaveLength(1);
    await loadDetail(request(), BOX, { ...transport, reload: true });
    expect(server.seen).toHaveLength(2);
  });

  it('lets go of boxes that were left long ago', async () => {
    server.serve('/fine', shapesOf(GRID));
    for (let west = 0; west < 17; west++) await loadDetail(request(), [west, 52, west + 1, 53], transport);
    expect(server.seen).toHaveLength(17);
    await loadDetail(request(), [16, 52, 17, 53], transport);
    expect(server.seen).toHaveLength(17);
    await loadDetail(request(), [0, 52, 1, 53], transport);
    expect(server.seen).toHaveLength(18);
  });

  it('refuses shapes of another year’s division', async () => {
    server.serve('/fine', shapesOf({ ...GRID, year: 2020 }));
    const read = await loadDetail(request(2021), BOX, transport);
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'year-differs', items: ['2021', '2020'] }] });
    expect((await loadDetail(request(2020), BOX, transport)).ok).toBe(true);
    expect((await loadDetail(request(null), BOX, transport)).ok).toBe(true);
  });

  it.each([
    ['no shape at all', { type: 'FeatureCollection', features: [] }],
    ['shapes of another level', gridTopology({ ...GRID, prefix: 'WK' }, 'wijken')],
  ])('is no-match with %s', async (_what, body) => {
    server.serve('/fine', JSON.stringify(body));
    const read = await loadDetail(request(), BOX, transport);
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'no-match' }] });
  });

  it('names the address where it fails', async () => {
    const read = await loadDetail(request(), BOX, transport);
    const url = `${server.origin}/fine?bbox=5,52.25,5.5,52.5`;
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'http', status: 404, url }] });
    expect(await loadDetail(request(null, 'http://['), BOX, transport)).toMatchObject({
      ok: false,
      problems: [{ code: 'network', url: 'http://[' }],
    });
  });
});
