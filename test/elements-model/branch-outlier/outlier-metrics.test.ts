import { describe, expect, it } from 'vitest';
import { resolveOutlierMetrics } from '../../../packages/elements/src/branch-outlier/outlier-metrics.js';
import { buildDataset } from './build-dataset.js';

const NOTHING = { actual: '', predicted: '' };
const profile = { actual: 'omzet', predicted: 'model', lower: 'onder', upper: 'boven' };

function idsOf(metrics: readonly string[], asked = NOTHING, outlier: Parameters<typeof buildDataset>[2] = null) {
  const dataset = buildDataset(metrics, [], outlier);
  const found = resolveOutlierMetrics(dataset, asked);
  if (!found.ok) return found.problems[0];
  const { actual, predicted, interval } = found.value;
  return [actual, predicted, interval?.lower ?? -1, interval?.upper ?? -1].map((at) => metrics[at] ?? null);
}

describe('resolveOutlierMetrics', () => {
  it.each([
    [
      'as asked, before the profile',
      ['a', 'b', 'omzet', 'model'],
      { actual: 'b', predicted: 'a' },
      profile,
      ['b', 'a', null, null],
    ],
    [
      'as the profile names them, with its interval',
      ['boven', 'onder', 'model', 'omzet'],
      NOTHING,
      profile,
      ['omzet', 'model', 'onder', 'boven'],
    ],
    ['by their usual English ids', ['x', 'predicted', 'actual'], NOTHING, null, ['actual', 'predicted', null, null]],
    [
      'by their usual Dutch ids',
      ['gerealiseerd', 'voorspeld'],
      NOTHING,
      null,
      ['gerealiseerd', 'voorspeld', null, null],
    ],
    [
      'as asked, whatever the capitals and outer spaces',
      ['Omzet', 'Model'],
      { actual: 'omzet', predicted: ' MODEL ' },
      null,
      ['Omzet', 'Model', null, null],
    ],
    [
      'by usual ids in capitals',
      ['Voorspeld', 'Gerealiseerd'],
      NOTHING,
      null,
      ['Gerealiseerd', 'Voorspeld', null, null],
    ],
    [
      'one as asked, one from the profile',
      ['ander', 'omzet', 'model'],
      { actual: 'ander', predicted: '' },
      profile,
      ['ander', 'model', null, null],
    ],
    [
      'by usual ids where the profile names what is not there',
      ['actual', 'predicted'],
      NOTHING,
      profile,
      ['actual', 'predicted', null, null],
    ],
    [
      'without an interval of which one end is missing',
      ['omzet', 'model', 'onder'],
      NOTHING,
      profile,
      ['omzet', 'model', null, null],
    ],
    [
      'without the interval of another prediction',
      ['omzet', 'model', 'ander', 'onder', 'boven'],
      { actual: '', predicted: 'ander' },
      profile,
      ['omzet', 'ander', null, null],
    ],
  ] as const)('finds them %s', (_, metrics, asked, outlier, expected) => {
    expect(idsOf(metrics, asked, outlier)).toEqual(expected);
  });

  it.each([
    ['an id that is not there', { actual: 'nope', predicted: 'model' }],
    ['a name of an object’s own', { actual: '__proto__', predicted: 'model' }],
    ['the same metric twice', { actual: 'omzet', predicted: 'omzet' }],
  ])('fails for %s, listing what there is', (_, asked) => {
    expect(idsOf(['omzet', 'model'], asked)).toMatchObject({
      code: 'no-such-indicator',
      severity: 'error',
      items: ['omzet', 'model'],
    });
  });

  it('fails where nothing is known of the metrics', () => {
    expect(idsOf(['x', 'y'])).toMatchObject({ code: 'no-such-indicator', items: ['x', 'y'] });
  });
});
