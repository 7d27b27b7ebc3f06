import { describe, expect, it } from 'vitest';
import { findRegions, foldText, type SearchTarget } from '@zicht-op/core/picture/find-regions.js';

const target = (code: string, name: string, around = ''): SearchTarget => ({ code, name, around });

const PLACES = [
  target('GM0001', 'Utrecht'),
  target('GM0002', 'Baarn', 'Utrecht'),
  target('GM0003', 'Stichtse Vecht', 'Utrecht'),
  target('GM0004', 'Súdwest-Fryslân', 'Fryslân'),
  target('GM0005', '’s-Gravenhage'),
  target('GM0006', 'Den Haag'),
  target('GM0007', 'Oude IJsselstreek'),
  target('GM0008', 'Bergen (L.)', 'Limburg'),
  target('GM0009', 'Bergen (NH.)', 'Noord-Holland'),
  target('GM0010', 'Noordenveld'),
];

const names = (text: string, targets: readonly SearchTarget[] = PLACES) =>
  findRegions(targets, text).map(({ name }) => name);

describe('foldText', () => {
  it.each([
    ['Súdwest-Fryslân', 'sudwest-fryslan'],
    ['Één', 'een'],
    ['ÇÖÜ', 'cou'],
    ['', ''],
    ['IJ', 'ij'],
    ['ﬁ', 'ﬁ'],
  ])('makes %j %j: lower case, without accents', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});

describe('findRegions', () => {
  it.each([[''], ['   '], ['\t\n']])('finds nothing for %j', (text) => {
    expect(findRegions(PLACES, text)).toEqual([]);
  });

  it('finds nothing among no places', () => {
    expect(findRegions([], 'a')).toEqual([]);
  });

  it.each([
    ['a name that begins so, before names around', 'utrecht', ['Utrecht', 'Baarn', 'Stichtse Vecht']],
    ['any case, and spaces around', '  UTRECHT ', ['Utrecht', 'Baarn', 'Stichtse Vecht']],
    ['a name without its accents', 'sudwest', ['Súdwest-Fryslân']],
    ['a name with its accents', 'fryslân', ['Súdwest-Fryslân']],
    ['a word after a space', 'vecht', ['Stichtse Vecht']],
    ['a word after a hyphen', 'gravenhage', ['’s-Gravenhage']],
    ['a word after an apostrophe', 's-grav', ['’s-Gravenhage']],
    ['a word after a bracket', 'nh', ['Bergen (NH.)', '’s-Gravenhage']],
    ['a part within a word, after words that begin so', 'el', ['Noordenveld', 'Oude IJsselstreek']],
    ['a code', 'gm0006', ['Den Haag']],
    ['the first part of a code', 'gm001', ['Noordenveld']],
    ['name and place around together', 'bergen (l.) limburg', ['Bergen (L.)']],
    ['nothing for what no place has', 'zzz', []],
    ['nothing for a sign that means something in a pattern', '.*', []],
    ['a bracket as it is written', '(l.)', ['Bergen (L.)']],
  ])('finds %s', (_, text, found) => {
    expect(names(text)).toEqual(found);
  });

  it('puts names that begin so first, then words, then the rest, each in alphabetical order', () => {
    const places = [
      target('GM0005', 'Achterberg'),
      target('GM0004', 'Oud Bergdorp'),
      target('GM0003', 'Bergen'),
      target('GM0002', 'Bergeijk'),
      target('GM0001', 'Aan de Berg'),
      target('BERG01', 'Dal'),
      target('GM0006', 'Hoek', 'Berg en Dal'),
    ];
    expect(names('berg', places)).toEqual([
      'Bergeijk',
      'Bergen',
      'Aan de Berg',
      'Oud Bergdorp',
      'Achterberg',
      'Dal',
      'Hoek',
    ]);
  });

  it('keeps namesakes apart by code, always in the same order', () => {
    const places = [
      target('BU0003', 'Centrum', 'C'),
      target('BU0001', 'Centrum', 'A'),
      target('BU0002', 'Centrum', 'B'),
    ];
    expect(findRegions(places, 'centrum').map(({ code }) => code)).toEqual(['BU0001', 'BU0002', 'BU0003']);
  });

  it('keeps the list it is given as it is', () => {
    const places = Object.freeze([...PLACES]);
    findRegions(places, 'b');
    expect(places[0].name).toBe('Utrecht');
  });

  it('answers for 14,500 places and a long text in no time', () => {
    const many = Array.from({ length: 14_500 }, (_, i) => target(`BU${i}`, `Buurt ${i}`, `Wijk ${i % 100}`));
    const begin = performance.now();
    expect(findRegions(many, 'buurt 145')).toHaveLength(11);
    expect(findRegions(many, 'x'.repeat(100_000))).toEqual([]);
    expect(performance.now() - begin).toBeLessThan(1500);
  });
});
