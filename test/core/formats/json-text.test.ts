import { describe, expect, it } from 'vitest';
import { parseJson } from '@zicht-op/core/formats/json-text.js';
import { told } from '../../support/observe.js';

describe('parseJson', () => {
  it.each(['', '<html>', '{', 'NaN', "{'a':1}"])('calls %j not-json', (text) =>
    expect(told(parseJson(text))).toEqual(['not-json ']),
  );

  it.each([
    ['[', '['.repeat(5_000_000)],
    ['[0,', '[0,'.repeat(2_000_000)],
    ['{"[": between strings', `${'{"]\\"":'.repeat(700_000)}1${'}'.repeat(700_000)}`],
  ])('refuses millions of levels of %s without parsing them', (_, text) =>
    expect(told(parseJson(text))).toEqual(['not-json ']),
  );

  it('does not take brackets in texts for levels', () => {
    const texts = Array.from({ length: 1000 }, () => `[{${'['.repeat(4500)}\\"`);
    expect(parseJson(JSON.stringify(texts))).toMatchObject({ ok: true });
  });

  it('reads past a byte order mark', () => expect(parseJson('\ufeff[1]')).toMatchObject({ ok: true, value: [1] }));
});
