import { expect } from '@open-wc/testing';
import { jsonStat } from '../../support/grid-country.js';
import { CODES, DATA, SHAPES, dataset, fakeFetch, listening, map, partOf, row, table, textOf } from './widgets.js';

const DISTRICTS = ['WK000101', 'WK000102', 'WK000201'];
const district = jsonStat(DISTRICTS, { a: { '2023': { WK000101: 1, WK000102: 2, WK000201: 3 } } });

describe('placeholders in addresses', () => {
  const cases: readonly [what: string, properties: Record<string, string>, asked: string][] = [
    ['{level}', { src: '/f/{level}.json', level: 'gemeente' }, '/f/gemeente.json'],
    ['{levels}', { src: '/f/{levels}.json', level: 'gemeente' }, '/f/gemeenten.json'],
    ['{period}', { src: '/f/{period}.json', period: '2023' }, '/f/2023.json'],
    ['{period}, percent-encoded', { src: '/f/{period}.json', period: '20/3 ?#' }, '/f/20%2F3%20%3F%23.json'],
    ['{year} of the period asked for', { src: '/f/{year}.json', period: '2023JJ00' }, '/f/2023.json'],
    ['{within}', { src: '/f/{within}.json', within: 'gm0001' }, '/f/GM0001.json'],
    [
      'all of them',
      { src: '/{level}/{period}/{within}?l={levels}', level: 'wijk', period: '2023', within: 'GM0001' },
      '/wijk/2023/GM0001?l=wijken',
    ],
    ['braces that are no placeholder', { src: '/f/{other}.json' }, '/f/%7Bother%7D.json'],
  ];
  for (const [what, properties, expected] of cases) {
    it(`fills in ${what}`, async () => {
      const { fetch, asked } = fakeFetch({});
      await listening(() => table({ ...properties, fetch }));
      expect(asked).to.deep.equal([expected]);
    });
  }

  const empty = ['{level}', '{levels}', '{period}', '{year}', '{within}'];
  for (const placeholder of empty) {
    it(`asks nothing while ${placeholder} is empty, and is idle`, async () => {
      const { fetch, asked } = fakeFetch({});
      const element = await table({ src: `/f/${placeholder}.json`, fetch });
      expect(element.status).to.equal('idle');
      expect(asked).to.deep.equal([]);
    });
  }

  it('asks nothing for figures while a placeholder in the address of the shapes is empty', async () => {
    const { fetch, asked } = fakeFetch({ '/f.json': district });
    const element = await map({ src: '/f.json', boundaries: '/s/{within}.json', fetch });
    expect(element.status).to.equal('idle');
    expect(asked).to.deep.equal([]);
  });

  it('begins when the placeholder gets its value', async () => {
    const { fetch, asked } = fakeFetch({ '/f/GM0001.json': district });
    const element = await table({ src: '/f/{within}.json', fetch });
    element.within = 'GM0001';
    expect(await element.ready).to.equal('ready');
    expect(asked).to.deep.equal(['/f/GM0001.json']);
  });

  const chosen: readonly [template: string, asked: string][] = [
    ['/s/{levels}.json', '/s/gemeenten.json'],
    ['/s/{level}-{period}.json', '/s/gemeente-2023.json'],
    ['/s/{year}.json', '/s/2023.json'],
  ];
  for (const [template, expected] of chosen) {
    it(`fills ${template} for the shapes from what the dataset made of the choice`, async () => {
      const data = dataset({ a: { '2022': row(1, null, null), '2023': row(1, 2, 3) } });
      const { fetch, asked } = fakeFetch({ '/f.json': data, [expected]: SHAPES });
      const element = await map({ src: '/f.json', boundaries: template, fetch });
      expect(asked).to.deep.equal(['/f.json', expected]);
      expect(element.status).to.equal('ready');
    });
  }

  it('takes {year} of the shapes from the dataset where it says so', async () => {
    const data = dataset(
      { a: { '2023': row(1, 2, 3) } },
      { extension: { 'zicht-op': { release: { boundaryYear: 2021 } } } },
    );
    const { fetch, asked } = fakeFetch({ '/f.json': data, '/s/2021.json': SHAPES });
    await map({ src: '/f.json', boundaries: '/s/{year}.json', fetch });
    expect(asked).to.deep.equal(['/f.json', '/s/2021.json']);
  });

  it('asks for shapes beside the figures where their address needs nothing from them', async () => {
    const asked: string[] = [];
    const never: typeof fetch = (input) => {
      asked.push(new URL(String(input)).pathname);
      return new Promise(() => undefined);
    };
    const element = await map();
    Object.assign(element, { src: '/f.json', boundaries: '/s.json', fetch: never });
    while (asked.length < 2) await Promise.resolve();
    expect(asked).to.deep.equal(['/f.json', '/s.json']);
    element.src = '';
    await element.ready;
  });
});

describe('levels', () => {
  const served = { '/f/gemeenten.json': DATA, '/f/wijken.json': district };

  it('begin with the first that the address serves, and switch among all, widest first', async () => {
    const { fetch, asked } = fakeFetch(served);
    const element = await table({ src: '/f/{levels}.json', levels: 'wijk gemeente', fetch });
    expect(asked).to.deep.equal(['/f/wijken.json']);
    const buttons = [...(partOf(element, 'level-switch')?.querySelectorAll('button') ?? [])];
    expect(buttons.map(textOf)).to.deep.equal(['gemeenten', 'wijken']);
    buttons[0].click();
    await element.ready;
    expect(asked).to.deep.equal(['/f/wijken.json', '/f/gemeenten.json']);
    expect(element.level).to.equal('gemeente');
  });

  it('by default: the level with shapes that has most regions', async () => {
    const codes = [...CODES, ...DISTRICTS, 'WK000202'];
    const figures = Object.fromEntries(codes.map((code, i) => [code, i]));
    const data = jsonStat(codes, { a: { '2023': figures } });
    const wide = await map({ data, boundariesData: SHAPES });
    expect(wide.level).to.equal('gemeente');
    const narrow = await table({ data });
    expect(narrow.level).to.equal('wijk');
    const extension = { 'zicht-op': { boundaries: { gemeente: { year: 2023, href: '/shapes.json' } } } };
    const named = await table({ data: { ...data, extension } });
    expect(named.level).to.equal('gemeente');
  });

  it('fail with what there is, for one that the dataset lacks', async () => {
    const { result: element } = await listening(() => table({ data: DATA, level: 'buurt' }));
    expect(element.problems[0]).to.include({ code: 'no-match' });
    expect(element.problems[0].items).to.deep.equal(['gemeente']);
  });
});

describe('addresses that a dataset names', () => {
  const naming = (href: string) => ({
    ...DATA,
    extension: { 'zicht-op': { boundaries: { gemeente: { year: 2023, href } } } },
  });
  const PAGE = location.origin;

  const allowed: readonly [what: string, src: string, href: string, allow: string, asked: string][] = [
    [
      'its own origin, relative to itself',
      'https://data.example/d/f.json',
      '../s.json',
      '',
      'https://data.example/s.json',
    ],
    ['the page’s origin', 'https://data.example/f.json', `${PAGE}/s.json`, '', `${PAGE}/s.json`],
    [
      'an origin the embedder allows',
      'https://data.example/f.json',
      'https://shapes.example/s.json',
      'https://other.example https://shapes.example',
      'https://shapes.example/s.json',
    ],
    [
      'its own origin, with a placeholder',
      'https://data.example/f.json',
      '/{levels}/{year}.json',
      '',
      'https://data.example/gemeenten/2023.json',
    ],
  ];
  /** Figures at their address, shapes at any other. */
  const both = (src: string, href: string) => {
    const asked: string[] = [];
    const answer: typeof fetch = async (input) => {
      asked.push(String(input));
      return new Response(JSON.stringify(String(input) === src ? naming(href) : SHAPES));
    };
    return { asked, answer };
  };
  for (const [what, src, href, allow, expected] of allowed) {
    it(`are asked on ${what}`, async () => {
      const { asked, answer } = both(src, href);
      const element = await map({ fetch: answer, src, allowOrigins: allow });
      expect(asked).to.deep.equal([src, expected]);
      expect(element.status).to.equal('ready');
    });
  }

  const refused: readonly [what: string, href: string, allow: string][] = [
    ['another origin', 'https://shapes.example/s.json', ''],
    ['another origin with one allowed that isn’t it', 'https://shapes.example/s.json', 'https://shapes.example.evil'],
    ['another scheme', 'ftp://data.example/s.json', 'ftp://data.example'],
    ['a data address', 'data:application/json,{}', ''],
    ['an address without a scheme on another host', '//shapes.example/s.json', ''],
    ['an address with a name and password', 'https://me:secret@data.example/s.json', ''],
    ['a host made of a placeholder', 'https://{level}.example/s.json', ''],
  ];
  for (const [what, href, allow] of refused) {
    it(`are not asked on ${what}: the problem says so, and nothing is fetched`, async () => {
      const src = 'https://data.example/f.json';
      const { asked, answer } = both(src, href);
      const { result: element, said } = await listening(() => map({ fetch: answer, src, allowOrigins: allow }));
      expect(asked).to.deep.equal([src]);
      expect(element.status).to.equal('error');
      expect(element.problems.map(({ code, path }) => [code, path])).to.deep.equal([
        ['invalid-boundaries', '/extension/zicht-op/boundaries/gemeente/href'],
      ]);
      expect(said.error).to.have.length(1);
      expect(textOf(partOf(element, 'error'))).to.contain('allow-origins');
    });
  }

  it('give way to the attribute', async () => {
    const { fetch, asked } = fakeFetch({ '/f.json': naming('/named.json'), '/own.json': SHAPES });
    await map({ src: '/f.json', boundaries: '/own.json', fetch });
    expect(asked.toSorted()).to.deep.equal(['/f.json', '/own.json']);
  });

  it('are told to be missing where nobody gave one', async () => {
    const { result: element } = await listening(() => map({ data: DATA }));
    expect(element.problems.map(({ code }) => code)).to.deep.equal(['invalid-boundaries']);
    expect(textOf(partOf(element, 'error'))).to.contain('attribuut boundaries');
  });

  it('that can’t be read as an address are told, and not asked', async () => {
    const { fetch, asked } = fakeFetch({});
    const { result: element } = await listening(() => table({ src: 'https://[x', fetch }));
    expect(element.problems.map(({ code }) => code)).to.deep.equal(['network']);
    expect(asked).to.deep.equal([]);
  });
});
