import { expect } from '@open-wc/testing';
import { basemapSource } from '@zicht-op/elements/map/basemaps.js';
import { gridCodes, gridTopology, jsonStat, type Grid } from '../../support/grid-country.js';
import { choropleth } from '../support/choropleth-harness.js';
import { serveBody } from '../support/fault-server.js';

const GRID: Grid = { columns: 3, rows: 1 };
const CODES = gridCodes(GRID);
const MARKUP = '<img src=x onerror="window.hacked = true"><script>window.hacked = true</script>';
const SECRET = 86_421.357;
/** The secret in any way a number gets written. */
const TRACES = ['86421', '86.421', '86,421', '864213'];

/** Everything a page can read of an element: markup of all shadow roots, attributes and texts. */
function readable(root: Node): string {
  let text = '';
  const visit = (node: Node): void => {
    if (node instanceof Element)
      text += node.cloneNode(false) instanceof Element ? (node.cloneNode(false) as Element).outerHTML : '';
    if (node instanceof CharacterData) text += node.data;
    if (node instanceof HTMLInputElement || node instanceof HTMLSelectElement) text += node.value;
    node.childNodes.forEach(visit);
    if (node instanceof Element && node.shadowRoot) visit(node.shadowRoot);
  };
  visit(root);
  return text;
}

/** Everything reachable from a value by reading properties, up to a depth. */
function reachable(value: unknown, seen = new Set<unknown>(), depth = 0): string {
  if (typeof value === 'number' || typeof value === 'string') return ` ${String(value)}`;
  if (typeof value !== 'object' || value === null || seen.has(value) || depth > 6 || value instanceof Node) return '';
  seen.add(value);
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>).join(' ');
  if (value instanceof Map) return [...value].map((entry) => reachable(entry, seen, depth + 1)).join('');
  return Object.getOwnPropertyNames(value)
    .map((key) => reachable((value as Record<string, unknown>)[key], seen, depth + 1))
    .join('');
}

describe('zo-choropleth, under attack', () => {
  it('shows markup in names as text', async () => {
    const data = jsonStat(CODES, { a: { '2023': { GM0001: 1, GM0002: 2, GM0003: 3 } } });
    (data.dimension as { geo: { category: { label: Record<string, string> } } }).geo.category.label.GM0001 = MARKUP;
    const extension = {
      'zicht-op': {
        indicators: {
          a: { label: MARKUP, caution: MARKUP, sources: [{ label: MARKUP, href: 'javascript:alert(1)' }] },
        },
      },
    };
    const harness = await choropleth({
      data: { ...data, label: MARKUP, extension },
      boundariesData: gridTopology({ ...GRID, names: { GM0001: MARKUP } }),
      selected: 'GM0001',
    });
    await harness.press('ArrowRight');
    expect(harness.root.querySelectorAll('img, script')).to.have.length(0);
    expect(harness.chosen).to.contain('<img');
    expect([...harness.root.querySelectorAll('a')].map((link) => link.protocol)).to.deep.equal([]);
    expect('hacked' in window).to.equal(false);
  });

  it('lets keys named after prototypes do nothing', async () => {
    const text = JSON.stringify(jsonStat(CODES, { a: { '2023': { GM0001: 1 } } })).replace(
      '"version"',
      '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"version"',
    );
    const { url } = await serveBody(text);
    const { element } = await choropleth({ src: url, boundariesData: gridTopology(GRID) });
    expect(element.status).to.equal('ready');
    expect('polluted' in {}).to.equal(false);
  });

  const values: readonly [string, string][] = [
    ['numbers beyond all bounds', '[1e999,2,-1e999]'],
    ['text, truth and objects', '["3",true,{"a":1}]'],
    ['very large and very small numbers', '[1e308,-1e308,5e-324]'],
  ];
  for (const [what, cells] of values) {
    it(`draws a clean picture with ${what} among the figures`, async () => {
      const text = JSON.stringify(jsonStat(CODES, { a: { '2023': {} } })).replace(
        '"value":[null,null,null]',
        `"value":${cells}`,
      );
      const { url } = await serveBody(text);
      const { element } = await choropleth({ src: url, boundariesData: gridTopology(GRID) });
      expect(element.status).to.equal('ready');
      for (const row of element.toRows()) if (row.kind === 'value') expect(Number.isFinite(row.value)).to.equal(true);
    });
  }

  it('answers shapes that cross themselves, or lie nowhere, without an exception', async () => {
    const ring = (points: number[][]) => ({ type: 'Polygon', coordinates: [points] });
    const features = [
      ring([
        [5, 52],
        [5.2, 52.2],
        [5.2, 52],
        [5, 52.2],
        [5, 52],
      ]),
      ring([
        [1e300, 1e300],
        [NaN, 4],
        [5, 5],
        [1e300, 1e300],
      ]),
      ring([
        [5, 52],
        [5, 52],
      ]),
    ].map((geometry, i) => ({ type: 'Feature', properties: { statcode: CODES[i] }, geometry }));
    const data = jsonStat(CODES, { a: { '2023': { GM0001: 1, GM0002: 2, GM0003: 3 } } });
    const original = console.error;
    console.error = () => undefined;
    try {
      const { element } = await choropleth({ data, boundariesData: { type: 'FeatureCollection', features } });
      expect(['ready', 'error']).to.include(element.status);
    } finally {
      console.error = original;
    }
  });

  it('holds a withheld number nowhere: not in markup, properties, events, rows, files or the console', async () => {
    const said: string[] = [];
    const originals = { error: console.error, warn: console.warn, info: console.info, log: console.log };
    for (const name of Object.keys(originals) as (keyof typeof originals)[])
      console[name] = (...parts: unknown[]) => said.push(parts.join(' '));
    try {
      const data = {
        ...jsonStat(CODES, { a: { '2023': { GM0001: 1, GM0002: SECRET, GM0003: 3 } } }),
        status: { 1: 'Q' },
      };
      const { url } = await serveBody(data);
      const harness = await choropleth({ src: url, boundariesData: gridTopology(GRID), selected: 'GM0002' });
      const { element } = harness;
      for (const name of ['zo-select', 'zo-hover', 'zo-error', 'zo-load', 'zo-view-change'] as const) {
        element.addEventListener(name, (event) => said.push(JSON.stringify(event.detail)));
      }
      await harness.press('ArrowRight', 'ArrowLeft', 'Enter');
      const formats = ['csv', 'json', 'svg', 'geojson'] as const;
      const files = await Promise.all(formats.map(async (format) => (await element.toBlob(format)).text()));
      const everything = [
        readable(element),
        reachable(element.data),
        reachable(element.problems),
        JSON.stringify(element.toRows()),
        ...files,
        ...said,
        location.href,
        JSON.stringify(localStorage) + JSON.stringify(sessionStorage),
      ].join(' ');
      expect(element.classOf('GM0002')).to.equal('withheld');
      for (const trace of TRACES) expect(everything.includes(trace), trace).to.equal(false);
      expect(everything).to.contain('niet gepubliceerd');
    } finally {
      Object.assign(console, originals);
    }
  });

  it('saves a picture that can be opened, whatever characters a name holds', async () => {
    const data = jsonStat(CODES, { a: { '2023': { GM0001: 1, GM0002: 2, GM0003: 3 } } });
    const extension = { 'zicht-op': { indicators: { a: { label: 'x\u0000\u001f\uffff\ufffe\ud800y' } } } };
    const { element } = await choropleth({ data: { ...data, extension }, boundariesData: gridTopology(GRID) });
    const text = await (await element.toBlob('svg')).text();
    const opened = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(opened.querySelector('parsererror')).to.equal(null);
    expect(opened.querySelector('title')?.textContent).to.match(/^x.?y$/u);
  });

  it('takes no word of the language for a basemap', () => {
    for (const name of ['constructor', '__proto__', 'toString'])
      expect(basemapSource(name, 'web-mercator'), name).to.equal(null);
  });
});
