import { expect } from '@open-wc/testing';
import type { ErrorDetail } from '@zicht-op/elements/events/events.js';
import { gridCentre, gridCodes, gridTopology, jsonStat, type Grid } from '../../support/grid-country.js';
import { choropleth, type ChoroplethHarness } from '../support/choropleth-harness.js';
import { serve, serveBody } from '../support/fault-server.js';

const GRID: Grid = { columns: 3, rows: 1 };
const CODES = gridCodes(GRID);
const SHAPES = gridTopology(GRID);
const GOOD = jsonStat(CODES, { a: { '2023': { GM0001: 1, GM0002: 2, GM0003: 3 } } });
const COLOURS = ['GM0001', 'GM0002', 'GM0003'];

/** A map with a good picture, from real addresses. */
async function goodMap(): Promise<ChoroplethHarness> {
  const [figures, shapes] = await Promise.all([serveBody(GOOD), serveBody(SHAPES)]);
  return choropleth({ src: figures.url, boundaries: shapes.url });
}

const painted = (harness: ChoroplethHarness) => COLOURS.map((code) => harness.colourAt(gridCentre(GRID, code)));

/** Errors are told on the console too: caught here, so that a test run stays quiet. */
async function quietly<T>(act: () => Promise<T>): Promise<{ result: T; lines: string[] }> {
  const original = console.error;
  const lines: string[] = [];
  console.error = (...parts: unknown[]) => lines.push(parts.join(' '));
  try {
    return { result: await act(), lines };
  } finally {
    console.error = original;
  }
}

type Change = () => Promise<Record<string, unknown>>;

const without = (key: string) => Object.fromEntries(Object.entries(GOOD).filter(([name]) => name !== key));

const CASES: readonly [code: string, how: string, change: Change][] = [
  [
    'network',
    'a connection that breaks each time',
    async () => ({ src: (await serve({ cutAfter: 0, body: '{}' })).url }),
  ],
  ['http', 'an address that isn’t there', async () => ({ src: (await serve({ status: 404 })).url })],
  ['http', 'a server that fails three times', async () => ({ src: (await serve({ status: 500 })).url })],
  [
    'too-large',
    'an answer above the limit',
    async () => ({ src: (await serve({ body: 'x'.repeat(1000), repeat: 3000 })).url, maxSize: 1 }),
  ],
  ['not-json', 'an empty body', async () => ({ src: (await serveBody('')).url })],
  ['not-json', 'a web page', async () => ({ src: (await serveBody('<!doctype html><p>Niet gevonden</p>')).url })],
  [
    'not-json',
    'a body that is cut and still ends',
    async () => ({ src: (await serveBody(JSON.stringify(GOOD).slice(0, 200))).url }),
  ],
  ['not-supported', 'JSON of no known kind', async () => ({ src: (await serveBody({ hello: 'world' })).url })],
  [
    'invalid-dataset',
    'lengths that contradict the size',
    async () => ({ src: (await serveBody({ ...GOOD, value: [1, 2] })).url }),
  ],
  [
    'invalid-dataset',
    'no dimension of regions',
    async () => ({ src: (await serveBody({ ...GOOD, role: {}, dimension: without('x') })).url }),
  ],
  [
    'invalid-boundaries',
    'shapes with arcs that aren’t there',
    async () => ({ boundaries: (await serveBody({ ...(SHAPES as object), arcs: [] })).url }),
  ],
  [
    'no-match',
    'codes of another country',
    async () => ({ boundaries: (await serveBody(gridTopology({ ...GRID, prefix: 'XX' }))).url }),
  ],
  ['no-such-indicator', 'an indicator that isn’t there', async () => ({ indicator: 'nope' })],
  ['no-such-period', 'a period asked for by name', async () => ({ period: '1800' })],
];

describe('zo-choropleth, when something fails', () => {
  for (const [code, how, change] of CASES) {
    it(`says ${code} for ${how}, and keeps the last good picture`, async () => {
      const harness = await goodMap();
      const { element } = harness;
      const before = { colours: painted(harness), rows: element.toRows() };
      const told: ErrorDetail[] = [];
      element.addEventListener('zo-error', ({ detail }) => told.push(detail));

      const properties = await change();
      const { result, lines } = await quietly(() => {
        Object.assign(element, properties);
        return element.ready;
      });

      expect(result).to.equal('error');
      expect(element.status).to.equal('error');
      expect(element.matches(':state(error)')).to.equal(true);
      expect(told.map((detail) => [detail.code, detail.severity])).to.deep.equal([[code, 'error']]);
      expect(element.problems[0]).to.include({ code, severity: 'error' });
      expect(lines).to.have.length(1);
      expect(lines[0]).to.contain(code);
      // The last good picture stays, marked as old, with a way on.
      expect(harness.error).to.contain('laatste beeld');
      expect(harness.button('Opnieuw proberen')).to.exist;
      expect(painted(harness)).to.deep.equal(before.colours);
      expect(element.toRows()).to.deep.equal(before.rows);
      expect(element.classOf('GM0003')).to.equal(before.rows[2].class);
      const { x, y } = harness.clientPoint(gridCentre(GRID, 'GM0002'));
      expect(element.regionAt(x, y)).to.equal('GM0002');
    });
  }

  it('says timeout for a server that never answers, and keeps the last good picture', async () => {
    const harness = await goodMap();
    const { url } = await serve({ hold: true });
    const before = painted(harness);
    const { setTimeout: wait } = window;
    // Twenty seconds pass in twenty milliseconds.
    window.setTimeout = ((act: TimerHandler, ms = 0, ...more: unknown[]) =>
      wait(act, ms > 5_000 ? ms / 1000 : ms, ...more)) as typeof window.setTimeout;
    try {
      const { result } = await quietly(() => {
        harness.element.src = url;
        return harness.element.ready;
      });
      expect(result).to.equal('error');
    } finally {
      window.setTimeout = wait;
    }
    expect(harness.element.problems.map((problem) => problem.code)).to.deep.equal(['timeout']);
    expect(harness.error).to.contain('te traag');
    expect(painted(harness)).to.deep.equal(before);
  });

  it('lists the indicators there are', async () => {
    const harness = await goodMap();
    await quietly(() => {
      harness.element.indicator = 'nope';
      return harness.element.ready;
    });
    expect(harness.error).to.contain('Kies uit: a.');
  });

  it('names the column that is not there, and the attribute to look at', async () => {
    const harness = await goodMap();
    const { url } = await serveBody('code,a\nGM0001,1\n');
    await quietly(() => {
      Object.assign(harness.element, { src: url, columns: 'region=Gemeente code' });
      return harness.element.ready;
    });
    expect(harness.error).to.contain("Kolom 'Gemeente code' staat niet in het bestand. Kolommen: code, a.");
  });

  it('names the file that is not there, so that figures and boundaries can be told apart', async () => {
    const harness = await goodMap();
    const { url } = await serve({ status: 404 });
    await quietly(() => {
      harness.element.boundaries = url;
      return harness.element.ready;
    });
    const name = new URL(url).pathname.split('/').at(-1);
    expect(harness.error).to.contain(`${name}: de server antwoordt met 404. Controleer het adres.`);
  });

  it('says what is wrong where there has never been a picture', async () => {
    const { url } = await serve({ status: 404 });
    const { result: harness } = await quietly(() => choropleth({ src: url, boundariesData: SHAPES }));
    expect(harness.element.status).to.equal('error');
    expect(harness.error).to.contain('404').and.not.to.contain('laatste beeld');
    await expect(harness.element).to.be.accessible();
  });

  it('draws again after a retry', async () => {
    const { url } = await serve([{ status: 404 }, { body: JSON.stringify(GOOD) }]);
    const { result: harness } = await quietly(() => choropleth({ src: url, boundariesData: SHAPES }));
    harness.button('Opnieuw proberen').click();
    expect(await harness.element.ready).to.equal('ready');
    expect(harness.error).to.equal('');
    expect(harness.element.toRows()).to.have.length(3);
  });

  it('takes a superseded request back, and settles both promises with the newest state', async () => {
    const slow = await serve({ hold: true, body: '{}' });
    const good = await serveBody(GOOD);
    const harness = await choropleth({ boundariesData: SHAPES });
    harness.element.src = slow.url;
    const first = harness.element.ready;
    while ((await slow.requests()).length === 0);
    harness.element.src = good.url;
    expect(await first).to.equal('ready');
    expect(harness.element.toRows()).to.have.length(3);
    await slow.release();
    expect((await slow.requests())[0].done).to.equal(false);
  });
});

const WARNINGS: readonly [code: string, how: string, properties: () => Promise<Record<string, unknown>>][] = [
  [
    'withheld-number',
    'a figure sent along with its withholding',
    async () => ({ data: { ...GOOD, status: { 1: 'Q' } } }),
  ],
  ['unmatched', 'a region without a shape', async () => ({ boundariesData: gridTopology({ ...GRID, columns: 2 }) })],
  [
    'year-differs',
    'boundaries of another year',
    async () => ({ boundariesData: gridTopology({ ...GRID, year: 2021 }) }),
  ],
  ['bad-cell', 'a cell that is no number', async () => ({ data: { ...GOOD, value: [1, 'twee', 3] } })],
  [
    'text-column',
    'a column of text',
    async () => ({
      data: null,
      src: (await serveBody('code,a,soort\nGM0001,1,stad\nGM0002,2,dorp\nGM0003,3,dorp\n')).url,
    }),
  ],
];

describe('zo-choropleth, when something is worth saying', () => {
  for (const [code, how, properties] of WARNINGS) {
    it(`warns of ${code} for ${how}, and draws`, async () => {
      const original = console.warn;
      const lines: unknown[] = [];
      console.warn = (line: unknown) => lines.push(line);
      try {
        const harness = await choropleth({ data: GOOD, boundariesData: SHAPES, ...(await properties()) });
        expect(harness.element.status).to.equal('ready');
        expect(harness.element.problems.map((problem) => problem.code)).to.include(code);
        const before = lines.length;
        await harness.element.reload();
        expect(lines.length, 'once per element and address').to.equal(before);
      } finally {
        console.warn = original;
      }
      expect(lines.join(' ')).to.contain(code);
    });
  }
});
