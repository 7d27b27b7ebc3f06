import { describe, expect, it } from 'vitest';
import { NO_UNIT, type Unit } from '@zicht-op/core/model/dataset.js';
import { parsePeriod } from '@zicht-op/core/model/period.js';
import { createFormatter, type FormatTexts } from '@zicht-op/core/view/format.js';

const texts: FormatTexts = {
  missing: {
    withheld: 'niet gepubliceerd',
    unknown: 'onbekend',
    impossible: 'niet van toepassing',
    none: 'geen gegevens',
    uncovered: 'buiten dekking',
  },
  quarter: (part, year) => `${part}e kwartaal ${year}`,
};
const dutch = createFormatter('nl-NL', texts);
const english = createFormatter('en', { ...texts, quarter: (part, year) => `quarter ${part} of ${year}` });

const unit = (symbol: string, decimals: number | null = null, position: Unit['position'] = 'end'): Unit => ({
  label: 'in words',
  symbol,
  position,
  decimals,
});

/** A no-break space, so that it can be seen. */
const visible = (text: string): string => text.replaceAll('\u00a0', '_');

describe('a figure', () => {
  it.each<[string, number, Unit, string]>([
    ['with a point between thousands and a comma before decimals', 1234567.8, unit('', 1), '1.234.567,8'],
    ['with as many decimals as were released', 12, unit('', 2), '12,00'],
    ['rounded to no more decimals than were released', 12.3456, unit('', 1), '12,3'],
    ['with all its own decimals where none are said', 0.1234567, unit(''), '0,1234567'],
    ['with no decimals of its own', 1234, unit(''), '1.234'],
    ['with its own decimals where a publisher says something impossible', 1.5, unit('', -1), '1,5'],
    ['with its own decimals where a publisher says half a decimal', 1.5, unit('', 0.5), '1,5'],
    ['as zero', 0, unit('', 1), '0,0'],
    ['without a sign for minus zero', -0, unit('', 1), '0,0'],
    ['without a sign where it rounds to zero', -0.04, unit('', 1), '0,0'],
    ['with its sign below zero', -12.5, unit('', 1), '-12,5'],
    ['with a percent sign right behind it', 12.3, unit('%', 1), '12,3%'],
    ['with another symbol after a no-break space', 12, unit('km²', 0), '12_km²'],
    ['with a euro before it and a no-break space', 372000, unit('€', 0, 'start'), '€_372.000'],
    ['with a euro before it, also where the unit puts it behind', 372000, unit('€', 0), '€_372.000'],
    ['with the sign between symbol and digits', -1500, unit('€', 0), '€_-1.500'],
    ['without a sign for an amount that rounds to zero', -0.4, unit('€', 0), '€_0'],
    ['with a word before it where the unit says so', 12, unit('index', 0, 'start'), 'index_12'],
    ['in full when it is huge', 1e21, unit('', 0), '1.000.000.000.000.000.000.000'],
  ])('is written %s', (_, value, given, text) => {
    expect(visible(dutch.number(value, given))).toBe(text);
  });

  it.each<[number, Unit, string]>([
    [1234567.8, unit('', 1), '1,234,567.8'],
    [372000, unit('€', 0), '€372,000'],
    [-1500, unit('€', 0), '-€1,500'],
    [12.3, unit('%', 1), '12.3%'],
  ])('is written in English as English is: %d', (value, given, text) => {
    expect(english.number(value, given)).toBe(text);
  });

  it.each([NaN, Infinity, -Infinity])('of %d reads as unknown', (value) => {
    expect(dutch.number(value, unit('%', 1))).toBe('onbekend');
    expect(dutch.number(value, unit('€', 1))).toBe('onbekend');
    expect(dutch.plain(value)).toBe('onbekend');
  });

  it('without a symbol has the decimals that are asked for, else its own', () => {
    expect(dutch.plain(1234.5678)).toBe('1.234,5678');
    expect(dutch.plain(1234.5678, 1)).toBe('1.234,6');
    expect(dutch.plain(2, null)).toBe('2');
  });

  it('of things counted has no decimals', () => {
    expect(dutch.count(14566)).toBe('14.566');
  });
});

describe('an observation', () => {
  it('that is a value is written with its unit', () => {
    expect(dutch.observation({ kind: 'value', value: 12.3, marks: [] }, unit('%', 1))).toBe('12,3%');
  });

  it.each(Object.entries(texts.missing) as [keyof FormatTexts['missing'], string][])(
    'that is %s reads "%s"',
    (kind, text) => {
      expect(dutch.observation({ kind, marks: [] }, unit('€', 2))).toBe(text);
    },
  );

  it('that is withheld has no figure, even where one is smuggled in', () => {
    const smuggled = { kind: 'withheld', marks: [], value: 7319 } as const;
    expect(dutch.observation(smuggled, NO_UNIT)).toBe('niet gepubliceerd');
  });
});

describe('a period', () => {
  it.each([
    ['2021', '2021', '2021'],
    ['2021JJ00', '2021', '2021'],
    ['2021-Q2', '2e kwartaal 2021', 'quarter 2 of 2021'],
    ['2021KW02', '2e kwartaal 2021', 'quarter 2 of 2021'],
    ['2021MM06', 'juni 2021', 'June 2021'],
    ['2021-12', 'december 2021', 'December 2021'],
    ['schooljaar', 'schooljaar', 'schooljaar'],
    ['', '', ''],
  ])('%j is %j in Dutch and %j in English', (id, nl, en) => {
    expect(dutch.period(parsePeriod(id))).toBe(nl);
    expect(english.period(parsePeriod(id))).toBe(en);
  });

  it('has the publisher’s own label where there is one', () => {
    expect(dutch.period(parsePeriod('2021JJ00', '2021*'))).toBe('2021*');
  });

  it('that is a quarter is shown by its id where a locale has no words for it', () => {
    expect(createFormatter('nl-NL', { missing: texts.missing }).period(parsePeriod('2021KW02'))).toBe('2021KW02');
  });
});

describe('a date', () => {
  it.each([
    ['2026-11-24', '24 november 2026', 'November 24, 2026'],
    ['2026-01-01T00:30:00+01:00', '1 januari 2026', 'January 1, 2026'],
    ['2026-01-01T23:30:00Z', '1 januari 2026', 'January 1, 2026'],
    ['2026-06', 'juni 2026', 'June 2026'],
    ['2026', '2026', '2026'],
    ['0021-03-04', '4 maart 21', 'March 4, 21'],
  ])('%s is %s in Dutch and %s in English, as the publisher wrote it', (iso, nl, en) => {
    expect(dutch.date(iso)).toBe(nl);
    expect(english.date(iso)).toBe(en);
  });

  it.each(['', 'gisteren', '2026-13-01', '2026-02-30', '2026-00-10', '20261124', '<b>2026</b>'])(
    'that is none stays as it is: %j',
    (text) => {
      expect(dutch.date(text)).toBe(text);
    },
  );
});

it('a locale that is no language tag is a programming mistake', () => {
  expect(() => createFormatter('nederlands!', texts)).toThrow(RangeError);
});
