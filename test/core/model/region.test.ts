import { describe, expect, it } from 'vitest';
import { isRegionCode, levelOf, normaliseCode, parentByCode } from '@zicht-op/core/model/region.js';

describe('region codes', () => {
  it.each([
    ['', 'regio'],
    ['NL', 'land'],
    ['NL00', 'land'],
    ['NLV0', 'land'],
    ['GM0363', 'gemeente'],
    ['WK0363AF', 'wijk'],
    ['BU0363AF08', 'buurt'],
    ['RI01', 'riec'],
    ['GG30', 'gg'],
    ['AU', 'regio'],
    ['Groningen', 'regio'],
  ])('%j is of level %s', (code, level) => {
    expect(levelOf(code)).toBe(level);
  });

  it('are trimmed and put in capitals, as CBS pads them to a fixed width', () => {
    expect(normaliseCode('  gm0363    ')).toBe('GM0363');
  });

  it.each([
    ['GM0363', null],
    ['WK0363AF', 'GM0363'],
    ['BU0363AF08', 'WK0363AF'],
    ['BUV0010101', 'WKV00101'],
    ['WKV00101', 'GMV001'],
    ['BU036', null],
  ])('%s lies in %s as far as the code tells', (code, parent) => {
    expect(parentByCode(code)).toBe(parent);
  });

  it('accept letters after the prefix and refuse other forms', () => {
    expect(isRegionCode('BU0363AA01')).toBe(true);
    expect(isRegionCode('GM-363')).toBe(false);
    expect(isRegionCode('GM1')).toBe(false);
  });
});
