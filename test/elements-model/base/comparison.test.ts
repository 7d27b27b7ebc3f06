import { describe, expect, it } from 'vitest';
import { compareInWords } from '../../../packages/elements/src/base/comparison.js';
import { jsonStat } from '../../support/grid-country.js';
import { FORMATTER, TEXTS, pictureOf } from '../../support/pictures.js';

type Cell = number | string | null;

/** In words: an own figure against a reference's, for an indicator of this kind with these decimals. */
function compare(
  own: Cell,
  other: Cell,
  indicator: Record<string, unknown> = {},
  codes: readonly string[] = ['GM0001', 'NL01'],
): string {
  const data = jsonStat(
    codes,
    { a: { '2023': { GM0001: own, NL01: other } } },
    { extension: { 'zicht-op': { indicators: { a: indicator } } } },
  );
  const nameOf = (code: string) => (code === 'NL01' ? 'Nederland' : code);
  return compareInWords(pictureOf(data, null, { level: 'gemeente' }), 'GM0001', 'NL01', nameOf, FORMATTER, TEXTS);
}

describe('compareInWords', () => {
  it.each<[what: string, own: Cell, other: Cell, words: string]>([
    ['a higher figure', 12.5, 12.3, 'hoger dan Nederland (12,3)'],
    ['a lower figure', 12.1, 12.3, 'lager dan Nederland (12,3)'],
    ['the same figure', 12.3, 12.3, 'gelijk aan Nederland (12,3)'],
    ['zero', 0, 12.3, 'lager dan Nederland (12,3)'],
    ['a reference of zero', 1, 0, 'hoger dan Nederland (0)'],
    ['figures below zero', -2, -1, 'lager dan Nederland (-1)'],
    ['a withheld reference', 5, 'Q', 'Nederland: niet gepubliceerd'],
    ['an unknown reference', 5, 'L', 'Nederland: onbekend'],
    ['a reference that can’t occur', 5, 'M', 'Nederland: niet van toepassing'],
    ['a reference without observation', 5, null, 'Nederland: geen gegevens'],
    ['a withheld figure of its own', 'Q', 12.3, ''],
    ['no figure of its own', null, 12.3, ''],
    ['neither', 'Q', 'Q', ''],
  ])('says of %s', (_, own, other, words) => {
    expect(compare(own, other)).toBe(words);
  });

  it('compares as published: what reads the same is the same', () => {
    expect(compare(12.34, 12.31, { unit: { decimals: 1 } })).toBe('gelijk aan Nederland (12,3)');
    expect(compare(12.36, 12.34, { unit: { decimals: 1 } })).toBe('hoger dan Nederland (12,3)');
  });

  it.each([
    ['rate', 'hoger dan Nederland (1)'],
    ['index', 'hoger dan Nederland (1)'],
    ['count', ''],
    ['amount', ''],
  ])('says of a %s: %j, as an area has always less of a count than the country around it', (kind, words) => {
    expect(compare(2, 1, { kind })).toBe(words);
  });

  it('says nothing of a region against itself, against nothing, or against one that the data lack', () => {
    const picture = pictureOf(jsonStat(['GM0001', 'GM0002'], { a: { '2023': { GM0001: 1, GM0002: 2 } } }));
    const against = (reference: string | null) =>
      compareInWords(picture, 'GM0001', reference, (code) => code, FORMATTER, TEXTS);
    expect([against('GM0001'), against(null), against('NL01')]).toEqual(['', '', '']);
    expect(against('GM0002')).toBe('lager dan GM0002 (2)');
  });

  it('says nothing of a region that the data lack', () => {
    const picture = pictureOf(jsonStat(['GM0001'], { a: { '2023': { GM0001: 1 } } }));
    expect(compareInWords(picture, 'GM0009', 'GM0001', (code) => code, FORMATTER, TEXTS)).toBe('');
  });
});
