import { expect } from '@open-wc/testing';
import { jsonStat } from '../../support/grid-country.js';
import { SECRET } from '../../support/leak.js';
import { CODES, SHAPES, dataset, listening, map, row, seen, table } from './widgets.js';

const CAUTION = 'Zegt niets over personen.';
const META = {
  extension: { 'zicht-op': { indicators: { a: { caution: CAUTION, unit: { label: 'per 1.000 inwoners' } } } } },
};
/** A figure with decimals, one withheld, a zero. */
const DATA = dataset({ a: { '2023': row(1234.5, 'Q', 0) } }, META);

describe('toRows', () => {
  it('gives text, kind, marks and class of each region, a value only where there is a figure', async () => {
    const data = dataset({ a: { '2023': row(1234.5, 'Q', 0) } }, { status: { 0: 'P', 1: 'Q' } });
    const element = await map({ data, boundariesData: SHAPES });
    const about = { level: 'gemeente', period: '2023', indicator: 'a', breakdown: {} };
    expect(element.toRows()).to.deep.equal([
      {
        region: 'GM0001',
        name: 'Gebied 1',
        ...about,
        kind: 'value',
        value: 1234.5,
        text: '1.234,5',
        marks: ['P'],
        class: 4,
      },
      {
        region: 'GM0002',
        name: 'Gebied 2',
        ...about,
        kind: 'withheld',
        text: 'niet gepubliceerd',
        marks: [],
        class: null,
      },
      { region: 'GM0003', name: 'Gebied 3', ...about, kind: 'value', value: 0, text: '0', marks: [], class: 0 },
    ]);
  });

  it('gives new rows each time, so that a page can’t change ours', async () => {
    const element = await table({ data: DATA });
    const rows = element.toRows() as unknown as { value: number }[];
    rows[0].value = 5;
    rows.length = 0;
    expect(seen(element).GM0001).to.equal(1234.5);
  });

  it('gives a shape that no figure is for as uncovered, after the regions', async () => {
    const { result: element } = await listening(() =>
      map({ data: jsonStat(CODES.slice(0, 2), { a: { '2023': { GM0001: 1, GM0002: 2 } } }), boundariesData: SHAPES }),
    );
    expect(element.toRows()[2]).to.include({ region: 'GM0003', name: 'Plaats 3', kind: 'uncovered', class: null });
  });

  it('gives only what lies inside the area looked at', async () => {
    const codes = ['WK000101', 'WK000201'];
    const data = jsonStat(codes, { a: { '2023': { WK000101: 1, WK000201: 2 } } });
    const element = await table({ data, within: 'GM0002' });
    expect(Object.keys(seen(element))).to.deep.equal(['WK000201']);
  });

  it('is empty without a picture', async () => {
    expect((await table()).toRows()).to.deep.equal([]);
  });
});

describe('toBlob', () => {
  for (const [what, make] of [
    ['map', map],
    ['table', table],
  ] as const) {
    it(`writes CSV of a ${what} as a Dutch spreadsheet reads it: BOM, semicolons, decimal comma, source and caution`, async () => {
      const blob = await (await make({ data: DATA, boundariesData: SHAPES })).toBlob('csv');
      expect(blob.type).to.equal('text/csv;charset=utf-8');
      const bytes = new Uint8Array(await blob.arrayBuffer());
      expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
      const lines = (await blob.text()).trim().split(/\r?\n/);
      expect(lines).to.have.length(4);
      expect(lines[0].split(';')).to.include.members([
        'Code',
        'Gebied',
        'Waarde',
        'Soort',
        'Bron',
        'Wat zegt dit niet',
      ]);
      expect(lines[1]).to.contain('1234,5').and.to.contain(CAUTION).and.to.contain('Voorbeeldland (fictief)');
      expect(lines[2]).to.contain('niet gepubliceerd');
    });

    it(`writes JSON-stat of a ${what} that another element reads back, masks and all`, async () => {
      const element = await make({ data: DATA, boundariesData: SHAPES });
      const blob = await element.toBlob('json');
      expect(blob.type).to.equal('application/json');
      const back = await table({ data: JSON.parse(await blob.text()) as unknown });
      expect(back.problems).to.deep.equal([]);
      const bare = (rows: ReturnType<typeof element.toRows>) => rows.map(({ class: _, ...rest }) => rest);
      expect(bare(back.toRows())).to.deep.equal(bare(element.toRows()));
    });
  }

  it('writes a picture that the browser reads, wide enough for print', async () => {
    const element = await map({ data: DATA, boundariesData: SHAPES });
    const blob = await element.toBlob('png');
    expect(blob.type).to.equal('image/png');
    const bitmap = await createImageBitmap(blob);
    expect(bitmap.width).to.be.at.least(2000);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const colours = new Set<number>();
    for (let i = 0; i < data.length; i += 4) colours.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
    expect(colours.size).to.be.greaterThan(20);
  });

  it('writes a drawing that is well-formed and needs no style: it shows under any policy', async () => {
    const data = dataset({ a: { '2023': row(1, 'Q', 3) } }, META);
    const element = await map({ data, boundariesData: SHAPES, headline: 'Eén & "twee" <drie> \u0001' });
    const blob = await element.toBlob('svg');
    expect(blob.type).to.equal('image/svg+xml');
    const text = await blob.text();
    const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(drawing.querySelector('parsererror')).to.equal(null);
    expect(drawing.documentElement.localName).to.equal('svg');
    expect(drawing.querySelectorAll('[style], style, script, foreignObject, image')).to.have.length(0);
    expect(
      [...drawing.querySelectorAll('*')].flatMap((one) => one.getAttributeNames()).filter((name) => /^on/.test(name)),
    ).to.deep.equal([]);
    expect(text).not.to.match(/https?:(?!\/\/www\.w3\.org)/);
    const words = [...drawing.querySelectorAll('text')].map((one) => one.textContent).join(' ');
    for (const part of ['Eén & "twee" <drie>', CAUTION, 'Voorbeeldland (fictief)', 'niet gepubliceerd', '2023'])
      expect(words).to.contain(part);
    expect(drawing.querySelectorAll('path[d]').length).to.be.at.least(3);
  });

  it('writes GeoJSON with the figures at their shapes, and none where it is withheld', async () => {
    const element = await map({ data: DATA, boundariesData: SHAPES });
    const blob = await element.toBlob('geojson');
    expect(blob.type).to.equal('application/geo+json');
    const { type, features } = JSON.parse(await blob.text()) as {
      type: string;
      features: { geometry: { type: string }; properties: Record<string, unknown> }[];
    };
    expect(type).to.equal('FeatureCollection');
    expect(features.map(({ geometry }) => geometry.type)).to.deep.equal(['Polygon', 'Polygon', 'Polygon']);
    const values = features.map(({ properties }) => properties.value);
    expect(values).to.deep.equal([1234.5, undefined, 0]);
    const again = await map({ data: DATA, boundariesData: JSON.parse(await blob.text()) as unknown });
    expect(again.classOf('GM0002')).to.equal('withheld');
  });

  it('holds a number that was sent along with a withheld figure in none of the files', async () => {
    const data = { ...dataset({ a: { '2023': row(1, null, 3) } }), value: [1, SECRET, 3], status: { 1: 'Q' } };
    const { result: element } = await listening(() => map({ data, boundariesData: SHAPES }));
    for (const format of ['csv', 'json', 'svg', 'geojson'] as const) {
      const text = await (await element.toBlob(format)).text();
      expect(text, format).not.to.match(/48[.,]?271/);
    }
  });

  it('speaks of the last good picture after an error', async () => {
    const element = await map({ data: DATA, boundariesData: SHAPES });
    const before = await (await element.toBlob('csv')).text();
    await listening(() => ((element.period = '1800'), element.ready));
    expect(await (await element.toBlob('csv')).text()).to.equal(before);
  });

  it('makes files without rows while there is no picture', async () => {
    const element = await map();
    expect((await (await element.toBlob('csv')).text()).trim().split('\n')).to.have.length(1);
    expect(JSON.parse(await (await element.toBlob('json')).text())).to.be.an('object');
  });

  it('rejects with a TypeError for a format that the element doesn’t make', async () => {
    const element = await table({ data: DATA });
    for (const format of ['geojson', 'xlsx', ''] as never[]) {
      const error: unknown = await element.toBlob(format).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(TypeError);
    }
    const error: unknown = await (await map()).toBlob('png').catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError);
  });

  it('guards a spreadsheet against formulas in names', async () => {
    const data = dataset({ a: { '2023': row(1, 2, 3) } }) as unknown as {
      dimension: { geo: { category: { label: Record<string, string> } } };
    };
    data.dimension.geo.category.label = { GM0001: '=HYPERLINK("http://x")', GM0002: '+1+cmd|x', GM0003: '@SUM(A1)' };
    const text = await (await (await table({ data })).toBlob('csv')).text();
    expect(text).not.to.match(/(^|;|\n)"?[=+@]/);
  });
});

describe('download', () => {
  /** What a click on a link would save, without saving it. */
  async function saved(act: () => Promise<unknown>): Promise<{ name: string; url: string }[]> {
    const original = HTMLAnchorElement.prototype.click;
    const links: { name: string; url: string }[] = [];
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      links.push({ name: this.download, url: this.href });
    };
    try {
      await act();
    } finally {
      HTMLAnchorElement.prototype.click = original;
    }
    return links;
  }

  it('saves a file called after what is shown, from the page itself', async () => {
    const element = await map({ data: DATA, boundariesData: SHAPES });
    const links = await saved(() => element.download('csv'));
    expect(links.map(({ name }) => name)).to.deep.equal(['a-gemeente-2023.csv']);
    expect(links[0].url).to.match(/^blob:/);
  });

  it('keeps a name fit for a file, whatever the indicator is called', async () => {
    const data = dataset({ '../..\\<b>:"*?|\u0000 x': { '2023': row(1, 2, 3) } });
    const element = await map({ data, boundariesData: SHAPES });
    const [{ name }] = await saved(() => element.download('json'));
    expect(name).to.match(/^[\p{L}\p{N}_-]+\.json$/u);
  });

  it('leaves no address behind', async () => {
    const element = await map({ data: DATA, boundariesData: SHAPES });
    const [{ url }] = await saved(() => element.download('csv'));
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    const error: unknown = await fetch(url).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError);
  });

  it('is offered to the visitor in the formats the element makes', async () => {
    const offered = async (element: Awaited<ReturnType<typeof table>>) =>
      [...(element.shadowRoot?.querySelectorAll('[part~="download"] button') ?? [])].map((one) =>
        one.textContent?.trim(),
      );
    expect(await offered(await table({ data: DATA }))).to.deep.equal(['CSV (Excel)', 'JSON-stat']);
    const element = await map({ data: DATA, boundariesData: SHAPES });
    expect(await offered(element as never)).to.deep.equal([
      'Afbeelding (PNG)',
      'Afbeelding (SVG)',
      'CSV (Excel)',
      'JSON-stat',
      'GeoJSON',
    ]);
    const links = await saved(async () => {
      element.shadowRoot?.querySelectorAll<HTMLElement>('[part~="download"] button')[2].click();
      while ((await element.updateComplete) && false);
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(links.map(({ name }) => name)).to.deep.equal(['a-gemeente-2023.csv']);
  });
});
