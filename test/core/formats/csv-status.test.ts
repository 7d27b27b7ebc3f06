import { parseCsv, type CsvOptions } from '@zicht-op/core/formats/csv.js';
import { describe, expect, it } from 'vitest';
import { SECRET, tracesOfSecret } from '../../support/leak.js';
import { look, told, unmasked, valueOf } from '../../support/observe.js';

/** A file of two regions, the first of which has the secret figure. */
const file = (header: string, first: string, second: string): string =>
  `code;a;${header}\nGMV001;${SECRET};${first}\nGMV002;5;${second}\n`;

const seen = (text: string, options: CsvOptions = {}) => {
  const dataset = valueOf(parseCsv(text, options));
  return ['GMV001', 'GMV002'].map((region) => look(dataset, { region, indicator: 'a' }));
};

describe('a number in a CSV beside a status that withholds it', () => {
  it.each<[header: string, first: string, second: string, options?: CsvOptions]>([
    ['OBS_STATUS', 'Q', 'A'],
    ['obs_status', 'q: geheim', ''],
    ['OBS_FLAG', 'c', ''],
    ['OBS_STATUS', 'Q: Missing value; suppressed', 'A: Normal value'],
    ['CONF_STATUS', 'C', 'F'],
    ['CONF_STATUS', 'N', ''],
    ['CONF_STATUS', 'wat dan ook', 'F: Free'],
    ['OBS_CONF', 'D', 'F'],
    ['OBS_STATUS;CONF_STATUS', 'A;C', 'A;F'],
    ['OBS_STATUS;CONF_STATUS', 'Q;F', ';'],
    ['Status', 'x', ''],
    ['status', 'geheim', 'definitief'],
    ['a_status', 'c', ''],
    ['A status', 'Q', 'P'],
    ['a_conf_status', 'C', 'F'],
    ['OBS_STATUS', 'Q', 'A', { columns: 'region=code&ignore=OBS_STATUS' }],
    ['OBS_STATUS', 'Q', 'A', { columns: 'region=code&breakdown=OBS_STATUS' }],
    [
      'OBS_STATUS',
      'Q',
      'A',
      { metadata: { tableSchema: { columns: [{ name: 'OBS_STATUS', suppressOutput: true }] } } },
    ],
  ])('is nowhere: %s %j', (header, first, second, options) => {
    const result = parseCsv(file(header, first, second), options);
    expect(tracesOfSecret(result)).toEqual([]);
    expect(unmasked(valueOf(result))).toEqual([]);
  });

  it('is told as the publisher’s error, once for all', () => {
    const result = parseCsv('code;a;b;CONF_STATUS\nGMV001;1;2;C\nGMV002;3;4;F\nGMV003;;5;C');
    expect(told(result)).toEqual(['withheld-number a/2 ×3']);
  });
});

describe('a column of statuses', () => {
  it.each<[string, string, string, unknown[]]>([
    ['OBS_STATUS', 'P', 'E', [`${SECRET} P`, '5 E']],
    ['OBS_STATUS', 'A', 'M', [SECRET, 'impossible']],
    ['OBS_STATUS', '', 'waarom niet', [SECRET, 'unknown']],
    ['status', 'p', 'A', [`${SECRET} P`, 5]],
    ['status', 'definitief', 'voorlopig', [SECRET, 5]],
    ['status', '1', '2', [SECRET, 5]],
    ['b_status', 'Q', 'Q', [SECRET, 5]],
  ])('%s with %j and %j shows %j', (header, first, second, cells) =>
    expect(seen(file(header, first, second))).toEqual(cells),
  );

  it('is about its own figures only, where it is named after them', () => {
    const dataset = valueOf(parseCsv('code;a;b;b_status\nGMV001;1;2;Q'));
    expect(['a', 'b'].map((indicator) => look(dataset, { region: 'GMV001', indicator }))).toEqual([1, 'withheld']);
    expect(dataset.metric.codes).toEqual(['a', 'b']);
  });

  it('makes an empty cell withheld too, as the status says why it is empty', () => {
    expect(look(valueOf(parseCsv('code;a;OBS_STATUS\nGMV001;;Q\nGMV002;1;')), { region: 'GMV001' })).toBe('withheld');
  });

  it('called plainly is left out where the embedder says so', () => {
    const options = { columns: 'region=code&ignore=status' };
    expect(seen(file('status', 'c', ''), options)).toEqual([SECRET, 5]);
  });
});

it('figures in a file without header are no headers, and are not told as such', () => {
  const result = parseCsv(`GMV001;${SECRET};Q\nGMV002;5;A`);
  expect(told(result)).toEqual(['invalid-dataset /1']);
  expect(tracesOfSecret(result)).toEqual([]);
});
