import { describe, expect, it } from 'vitest';
import { createFormatter } from '@zicht-op/core/view/format.js';
import { branchOutlier as en } from '@zicht-op/locales/en/branch-outlier.js';
import { branchOutlier as nl } from '@zicht-op/locales/nl/branch-outlier.js';
import { common } from '@zicht-op/locales/nl/common.js';
import { deviationText } from '../../../packages/elements/src/branch-outlier/deviation-text.js';

const format = createFormatter('nl-NL', common);

describe('deviationText', () => {
  it.each([
    [2.4, '2,4 keer zo hoog als verwacht'],
    [1.949, '95% hoger dan verwacht'],
    [1.951, '2,0 keer zo hoog als verwacht'],
    [9.94, '9,9 keer zo hoog als verwacht'],
    [9.96, '10 keer zo hoog als verwacht'],
    [1000, '1.000 keer zo hoog als verwacht'],
    [1001, 'meer dan 1.000 keer zo hoog als verwacht'],
    [Infinity, 'meer dan 1.000 keer zo hoog als verwacht'],
    [1.35, '35% hoger dan verwacht'],
    [1.004, 'vrijwel gelijk aan verwacht'],
    [1, 'vrijwel gelijk aan verwacht'],
    [0.996, 'vrijwel gelijk aan verwacht'],
    [0.4, '60% lager dan verwacht'],
    [0.001, 'meer dan 99% lager dan verwacht'],
    [0, '100% lager dan verwacht'],
    [NaN, 'geen verhouding te geven'],
  ])('a ratio of %d is "%s"', (ratio, expected) => {
    expect(deviationText(Math.log(ratio), nl, format)).toBe(expected);
  });

  it('speaks English too', () => {
    expect(deviationText(Math.log(2.4), en, createFormatter('en-GB', common))).toBe('2.4 times as high as expected');
  });
});
