import { parseCsv, type CsvOptions } from '@zicht-op/core/formats/csv.js';
import { describe, expect, it } from 'vitest';
import { SECRET, tracesOfSecret } from '../../support/leak.js';
import { look, told, unmasked, valueOf } from '../../support/observe.js';

const parse = (text: string, options: CsvOptions = {}) => valueOf(parseCsv(text, options));
const cell = (text: string, region = 'GMV001', indicator = 'a') => look(parse(text), { region, indicator });
/** One region, one figure. */
const single = (figure: string, delimiter = ';') => cell(`code${delimiter}a\nGMV001${delimiter}${figure}\n`);

describe('parseCsv refuses', () => {
  it.each([
    ['not-json ', '', 'nothing'],
    ['not-json ', ' \n ', 'blanks'],
    ['not-json ', '<!doctype html>', 'a web page'],
    ['invalid-dataset /1', 'code', 'a single column'],
    ['invalid-dataset /1', 'code,a,a\nGMV001,1,2', 'two columns of one title'],
    ['invalid-dataset ', 'code,a', 'a header without rows'],
    ['invalid-dataset ', 'code,a\n\n,\n', 'a header with empty rows'],
    ['invalid-dataset ', 'gemeente,a\nOns dorp,1', 'no column of regions'],
    ['invalid-dataset ', 'code,naam\nGMV001,Een', 'no column of figures'],
    ['invalid-dataset ', 'code,a,b\nGMV001,hoog,laag', 'columns of text alone'],
    ['invalid-dataset ', 'code,water,a\nGM0363,JA,1', 'nothing but water'],
    ['invalid-dataset ', 'code,a\n"GMV001,1', 'a quote that is never closed'],
  ])('as %s %j: %s', (problem, text) => expect(told(parseCsv(text))).toEqual([problem]));

  it('names the headers there are', () => {
    const result = parseCsv('gemeente,a\nOns dorp,1');
    expect(result.problems[0]).toMatchObject({ reason: 'no-region-column', items: ['gemeente', 'a'] });
  });

  it.each([
    ['region=Gemeente code', 'Gemeente code'],
    ['region=code&name=Naam van gebied', 'Naam van gebied'],
    ['region=code&period=jaar', 'jaar'],
    ['region=code,name=a', 'code,name=a'],
  ])('a column of %j that is not there, with the headers there are', (columns, path) => {
    const [problem] = parseCsv('code,a\nGM0001,1', { columns }).problems;
    expect(problem).toMatchObject({ code: 'invalid-dataset', reason: 'no-such-column', path, items: ['code', 'a'] });
  });

  it.each([
    ['Ons dorp,1234\nAndere stad,5', '', '/1'],
    ['sep=;\nOns dorp;12,5\nAndere stad;5', '', '/2'],
    ['Ons dorp,1234\nAndere stad,5', 'region=code', '/1'],
    ['12,12\n1,2', '', '/1'],
    ['Ons dorp;35,5%\nAndere stad;5%', '', '/1'],
    ['GM0001,1234\nGM0002,5', '', '/1'],
  ])('%j, which has no header, without telling a figure', (text, columns, path) => {
    const [problem] = parseCsv(text, { columns }).problems;
    expect(problem).toMatchObject({ code: 'invalid-dataset', reason: 'no-header', path });
    expect(problem.items).toBeUndefined();
  });

  it.each([
    ['double-header', 'code,a,a\nGM0001,1,2', ['code', 'a', 'a']],
    ['no-figures', 'code,2021\nGM0001,hoog', ['code', '2021']],
  ])('for the reason %s a table %j', (reason, text, items) =>
    expect(parseCsv(text).problems[0]).toMatchObject({ reason, items }),
  );

  it.each([
    ['lines', `code,a${'\n'.repeat(5_000_000)}`],
    ['lines of the old kind', `code,a${'\r'.repeat(5_000_000)}`],
  ])('as too-large more %s than anyone writes, before splitting them', (_, text) =>
    expect(told(parseCsv(text))).toEqual(['too-large ']),
  );

  it('as too-large more columns than anyone writes', () => {
    const columns = Array.from({ length: 200_000 }, (_, i) => `a${i}`).join();
    expect(told(parseCsv(`code,${columns}\nGMV001`))).toEqual(['too-large /1']);
  });

  it('as too-large more cells than a cube may have', () => {
    const lines = Array.from({ length: 3_000 }, (_, i) => `GMV${i},${i},${i},${i},1`);
    const result = parseCsv(`code,p,q,r,a\n${lines.join('\n')}`, { columns: 'breakdown=p&breakdown=q&breakdown=r' });
    expect(told(result)).toEqual(['too-large ']);
  });
});

describe('parseCsv reads', () => {
  it.each([
    ['0', 0],
    ['-3', -3],
    ['1,5', 1.5],
    ['1.234,5', 1234.5],
    ['1 234', 1234],
    ['', 'none'],
    ['  ', 'none'],
    ['.', 'unknown'],
    ['x', 'withheld'],
    ['-', 'unknown'],
    [':c', 'withheld'],
    ['A/C', 'withheld'],
    ['Q', 'withheld'],
    ['Impossible', 'impossible'],
    ['-99997', 'withheld'],
    ['-99997,0', 'withheld'],
    ['-99990', 'unknown'],
    ['-99995', 'unknown'],
    ['-99999999', 'unknown'],
    ['-99989', -99989],
  ])('a cell %j as %s', (text, seen) => expect(single(text)).toBe(seen));

  it.each(['NaN', '1e999', '-Infinity', '1.234'])('a cell %j, which can be no number, as unknown, reported', (text) => {
    const result = parseCsv(`code;a\nGMV001;${text}\nGMV002;7`);
    expect(told(result)).toEqual(['bad-cell a/2']);
    expect(look(valueOf(result), { region: 'GMV001' })).toBe('unknown');
    expect(look(valueOf(result), { region: 'GMV002' })).toBe(7);
  });

  it('thousands and decimals by what the whole file writes', () => {
    const dataset = parse('code;a;b\nGMV001;1.234;0,5\nGMV002;12;1,5');
    expect([
      look(dataset, { region: 'GMV001', indicator: 'a' }),
      look(dataset, { region: 'GMV001', indicator: 'b' }),
    ]).toEqual([1234, 0.5]);
  });

  it('byte order mark, CRLF, quotes and padding', () =>
    expect(cell('\ufeff"code" ;" a "\r\n" gmv001 ";" 1,5 "\r\n')).toBe(1.5));

  it('the delimiter that a spreadsheet writes on the first line', () => {
    const result = parseCsv('sep=;\ncode;a\nGMV001;NaN\nGMV002;1');
    expect(told(result)).toEqual(['bad-cell a/3']);
  });

  it('as many decimals as were written, per column', () => {
    const { indicators } = parse('code,a,b,c\nGMV001,1,2.50,-99997\nGMV002,3,4.125,\n');
    expect(indicators.map(({ unit }) => unit.decimals)).toEqual([0, 3, 0]);
  });

  it('headers as ids and labels of indicators', () =>
    expect(
      parse('code,misdrijven_2021,misdrijven_2022\nGMV001,1,2').indicators.map(({ id, label }) => [id, label]),
    ).toEqual([
      ['misdrijven_2021', 'misdrijven_2021'],
      ['misdrijven_2022', 'misdrijven_2022'],
    ]));

  it('a column in which everything is missing as an indicator', () => {
    const dataset = parse('code,a,b,c\nGMV001,,.,-99997\nGMV002,,x,-99995');
    expect(dataset.metric.codes).toEqual(['a', 'b', 'c']);
    expect(look(dataset, { region: 'GMV002', indicator: 'b' })).toBe('withheld');
  });

  it('a column with a text in it as no indicator, and reports it with the first place', () => {
    const result = parseCsv('code,a,b,c\nGMV001,1,2,hoog\nGMV002,1,n.v.t.,laag');
    expect(valueOf(result).metric.codes).toEqual(['a']);
    expect(told(result)).toEqual(['text-column b/3 ×2']);
    expect(result.problems[0].items).toEqual(['b', 'c']);
  });

  it('a column of figures with a few texts in it as no indicator, and reports it apart', () => {
    const result = parseCsv(
      'code,a,b,c,d\nGM0001,1,2,hoog,1\nGM0002,1,n.v.t.,laag,\nGM0003,1,3,laag,2\nGM0004,1,3,4,?',
    );
    expect(valueOf(result).metric.codes).toEqual(['a']);
    expect(result.problems).toMatchObject([
      { code: 'text-column', reason: 'text-among-figures', path: 'b/3', items: ['b', 'd'], count: 2 },
      { code: 'text-column', path: 'c/2', items: ['c'], count: 1 },
    ]);
    expect(result.problems[1].reason).toBeUndefined();
  });

  it.each([
    ['code,Gemeente,a\nGM0001,Ons dorp,1', 'a municipality beside its code'],
    ['gemeentecode,GEMEENTE,a\n1,Ons dorp,1', 'one beside a bare code'],
    ['Gebied,plek,a\nOns dorp,WK000101,1', 'an area beside a code found by content'],
    ['code,Gemeente,Buurt,a\nBU00010101,De stad,Ons dorp,1', 'a buurt in its gemeente'],
    ['code,regio,a\nNL,Ons dorp,1\nGM0001,Een,2', 'a region of any level'],
  ])('a header of names, in %j: %s', (text) => {
    expect(parse(text).geo.labels[0]).toBe('Ons dorp');
    expect(told(parseCsv(text)).filter((line) => /gemeente|gebied|regio/i.test(line) && !/Buurt/.test(text))).toEqual(
      [],
    );
  });

  it.each([
    ['code,naam,Gemeente,a\nGM0001,Naam,Ons dorp,1', '', 'Naam', 'a column of names is there'],
    ['code,Gemeente,a\nBU00010101,Ons dorp,1', '', 'BU00010101', 'it is the area around'],
    ['code,Gemeente,a\nGM0001,3,1', '', 'GM0001', 'it has figures'],
    ['code,Gemeente,a\nGM0001,GM0009,1', '', 'GM0001', 'it has codes'],
    ['code,Gemeente,a\nGM0001,Ons dorp,1', 'breakdown=Gemeente', 'GM0001', 'it is a breakdown'],
    ['code,Gemeente,a\nGM0001,Ons dorp,1', 'ignore=Gemeente', 'GM0001', 'it is ignored'],
  ])('no names from %j, %j: %s (%s)', (text, columns, label) =>
    expect(parse(text, { columns }).geo.labels[0]).toBe(label),
  );

  it('figures that all end in % as percentages', () => {
    const dataset = parse('code;a;b\nGM0001;35,0%;12\nGM0002;7 %;13\nGM0003;;x\nGM0004;x;\nGM0005;-99997%;1');
    const seen = ['GM0001', 'GM0002', 'GM0003', 'GM0004', 'GM0005'].map((region) =>
      look(dataset, { region, indicator: 'a' }),
    );
    expect(seen).toEqual([35, 7, 'none', 'withheld', 'withheld']);
    expect(dataset.indicators.map(({ unit }) => [unit.symbol, unit.decimals])).toEqual([
      ['%', 1],
      ['', 0],
    ]);
  });

  it.each([
    '35%\nGM0002;7',
    '7\nGM0002;35%',
    '35%\nGM0002;%',
    '35%\nGM0002;x%',
    '35%%\nGM0002;7%',
    '35%\nGM0002;-99997',
  ])('no percentages where not all figures end in %%: %j', (cells) =>
    expect(told(parseCsv(`code;b;a\nGM0001;1;${cells.replace(';', ';1;')}`))).toEqual([
      expect.stringMatching(/^text-column a\//),
    ]),
  );

  it('the index column without a title, which some programs write, as nothing', () =>
    expect(parse(',code,a\n0,GMV001,5').metric.codes).toEqual(['a']));

  it('a hostile header and name as plain text', () => {
    const dataset = parse('code,naam,__proto__,<b>x</b>\nGMV001,<img src=x>,1,2');
    expect(dataset.metric.codes).toEqual(['__proto__', '<b>x</b>']);
    expect(dataset.geo.labels).toEqual(['<img src=x>']);
  });
});

describe('parseCsv on rows that do not fit', () => {
  it.each(['GMV001,1', 'GMV001,1,2,3', 'GMV001'])('trusts no cell of %j under three titles', (row) => {
    const result = parseCsv(`code,a,b\n${row}\nGMV002,8,9`);
    expect(told(result)).toEqual(['bad-cell code/2']);
    const dataset = valueOf(result);
    expect(['a', 'b'].map((indicator) => look(dataset, { region: 'GMV001', indicator }))).toEqual([
      'unknown',
      'unknown',
    ]);
    expect(look(dataset, { region: 'GMV002', indicator: 'b' })).toBe(9);
  });

  it('minds no empty cells beyond the last title', () => {
    const result = parseCsv('code,a,\nGMV001,1,\nGMV002,2,,,\nGMV003,3');
    expect(told(result)).toEqual([]);
    expect(look(valueOf(result), { region: 'GMV003' })).toBe(3);
  });

  it('leaves out a row without a region, and reports it', () => {
    const result = parseCsv('code,a\n,1\nGMV002,2');
    expect(told(result)).toEqual(['bad-cell code/2']);
    expect(valueOf(result).geo.codes).toEqual(['GMV002']);
  });

  it.each(['period', 'breakdown'])('leaves out a row without a %s, and reports it', (role) => {
    const result = parseCsv('code,p,a\nGMV001,2023,1\nGMV001,,2\nGMV002,2023,3', { columns: `${role}=p` });
    expect(told(result)).toEqual(['bad-cell code/3']);
    expect(look(valueOf(result), { region: 'GMV001' })).toBe(1);
    expect(look(valueOf(result), { region: 'GMV002' })).toBe(3);
  });

  it('takes the same row twice, and one that fills what another left empty', () => {
    const result = parseCsv('code,a,b\nGMV001,1,\nGMV001,1,2');
    expect(told(result)).toEqual([]);
    expect(look(valueOf(result), { region: 'GMV001', indicator: 'b' })).toBe(2);
  });

  it.each([
    ['1', '2'],
    ['1', 'x'],
    ['x', '1'],
    ['.', 'x'],
  ])('fails closed on a cell that says %j and %j, also when the first comes again', (one, other) => {
    const result = parseCsv(`code,a,b\nGMV001,${one},5\nGMV001,${other},5\nGMV001,${one},5`);
    expect(told(result)).toEqual(['bad-cell a/3']);
    expect(look(valueOf(result), { region: 'GMV001', indicator: 'a' })).toBe('unknown');
    expect(look(valueOf(result), { region: 'GMV001', indicator: 'b' })).toBe(5);
    expect(unmasked(valueOf(result))).toEqual([]);
  });
});

describe('parseCsv finds columns', () => {
  const geoOf = (text: string, columns?: string) => parse(text, { columns }).geo;

  it.each(['code', 'statcode', 'gemeentecode', 'wijkcode', 'buurtcode', 'STATCODE'])(
    'regions in a column %s',
    (header) => expect(geoOf(`${header},a\nGMV001,1`)).toMatchObject({ id: header, codes: ['GMV001'] }),
  );

  it('regions of the narrowest level when a file has several', () => {
    const result = parseCsv('gemeentecode,wijkcode,buurtcode,a\nGM0164,WK016400,BU01640000,1');
    expect(valueOf(result).geo.codes).toEqual(['BU01640000']);
    expect(told(result)).toEqual(['text-column gemeentecode/2 ×2']);
  });

  it('regions by content where no header says it', () =>
    expect(geoOf('Gebied 2024,a\nGM0363,1\nNL00,2').codes).toEqual(['GM0363', 'NL00']));

  it.each(['naam', 'statnaam'])('names in a column %s', (header) =>
    expect(geoOf(`code,${header},a\nGMV001,Een,1`).labels).toEqual(['Een']),
  );

  it('names beside the code of their level', () =>
    expect(geoOf('gemeentecode,gemeentenaam,a\nGM0363,Amsterdam,1').labels).toEqual(['Amsterdam']));

  it('codes that lost their prefix and zeros, by their header', () => {
    expect(geoOf('gemeentecode,a\n363,1\n3,2').codes).toEqual(['GM0363', 'GM0003']);
    expect(geoOf('buurtcode,a\n3630000,1').codes).toEqual(['BU03630000']);
    expect(geoOf('code,a\n363,1').codes).toEqual(['363']);
  });

  it('by the query string', () => {
    const text =
      'gebied;titel;in;jaar;sbi;sekse;weg;n\nGMV001;Een;PVV1;2023;96;m;q;1\nGMV001;Een;PVV1;2024;47;v;q;2\nGMV001;Een;PVV1;2024;96;v;q;3';
    const dataset = parse(text, {
      columns: 'region=gebied&name=titel&parent=in&period=jaar&breakdown=sbi&breakdown=sekse&ignore=weg',
    });
    expect(dataset.geo).toMatchObject({ id: 'gebied', codes: ['GMV001'], labels: ['Een'] });
    expect([...dataset.parents]).toEqual([['GMV001', ['PVV1']]]);
    expect(dataset.time).toMatchObject({ id: 'jaar', codes: ['2023', '2024'] });
    expect(dataset.breakdowns.map(({ id, codes }) => [id, ...codes])).toEqual([
      ['sbi', '96', '47'],
      ['sekse', 'm', 'v'],
    ]);
    expect(dataset.metric.codes).toEqual(['n']);
    const seen = ['96', '47'].flatMap((sbi) =>
      ['m', 'v'].map((sekse) =>
        ['2023', '2024'].map((period) => look(dataset, { region: 'GMV001', period, sbi, sekse })),
      ),
    );
    expect(seen).toEqual([
      [1, 'none'],
      ['none', 3],
      ['none', 'none'],
      ['none', 2],
    ]);
  });

  it('by percent-encoded headers, in other capitals', () =>
    expect(
      parse('code,Soort & maat,a\nGMV001,x y,1', { columns: 'breakdown=soort%20%26%20maat' }).breakdowns[0].codes,
    ).toEqual(['x y']));

  it.each(['region', 'name', 'period', 'parent', 'breakdown'])(
    'and refuses a %s that is not there, naming it',
    (role) => {
      const result = parseCsv('code,a\nGMV001,1', { columns: `${role}=weg` });
      expect(told(result)).toEqual(['invalid-dataset weg']);
      expect(result.problems[0].items).toEqual(['code', 'a']);
    },
  );

  it('and minds no ignored column that is not there', () =>
    expect(parseCsv('code,a\nGMV001,1', { columns: 'ignore=weg' }).ok).toBe(true));

  it('periods in a file that lists regions more than once, untold', () => {
    const dataset = parse('code,Jaar,a\nGMV001,2023,1\nGMV001,2024,2');
    expect(dataset.time.codes).toEqual(['2023', '2024']);
    expect(look(dataset, { region: 'GMV001', period: '2024' })).toBe(2);
  });

  it('no periods in a file that lists regions once: a year is then a figure', () =>
    expect(parse('code,jaar\nGMV001,1987').metric.codes).toEqual(['jaar']));
});

describe('parseCsv leaves out', () => {
  it.each(['GM0998', 'GM9999', 'WK999900', 'BU99990000', 'BU03639997', 'BU03639998'])('the filler %s', (code) => {
    const result = parseCsv(`code,a\n${code},1\nGM0363,2`);
    expect(valueOf(result).geo.codes).toEqual(['GM0363']);
    expect(told(result)).toEqual([]);
  });

  it.each(['GM0363', 'BU03639999', 'BU0363AA98', 'WK036399'])('not the place %s', (code) =>
    expect(parse(`code,a\n${code},1`).geo.codes).toEqual([code]),
  );

  it('rows of water and abroad, also of a gemeente that has land too', () => {
    const dataset = parse('gemeentecode,water,a\nGM0852,NEE,7\nGM0852,JA,-99999999\nGM0001,B,3');
    expect(dataset.geo.codes).toEqual(['GM0852']);
    expect(look(dataset, { region: 'GM0852' })).toBe(7);
  });

  it('no rows by a column `water` that holds figures', () =>
    expect(parse('code,water\nGMV001,3').metric.codes).toEqual(['water']));
});

describe('parseCsv keeps a secret', () => {
  it.each([
    `code;a;b\nGMV001;x;1\nGMV001;${String(SECRET).replace('.', ',')};1`,
    `code,a,b\nGMV001,${SECRET},1\nGMV001,Q,1`,
    `code,a,b\nGMV001,${SECRET},1,2`,
    `code,a\nGMV001,${SECRET}\nGMV001,7\nGMV001,${SECRET}`,
  ])('in %j', (text) => {
    const result = parseCsv(text);
    expect(result.ok).toBe(true);
    expect(tracesOfSecret(result)).toEqual([]);
  });
});
