import { parseBoundaries, parseBoundariesInSteps } from '@zicht-op/core/formats/boundaries.js';
import { cbsOdataV3Parser, parseCbsOdataV3 } from '@zicht-op/core/formats/cbs-odata-v3.js';
import { cbsOdataV4Parser, parseCbsOdataV4 } from '@zicht-op/core/formats/cbs-odata-v4.js';
import { parseCsv, parseCsvInSteps } from '@zicht-op/core/formats/csv.js';
import { parseJsonStat, parseJsonStatInSteps } from '@zicht-op/core/formats/json-stat.js';
import { parsePages } from '@zicht-op/core/formats/odata-shared.js';
import { parseSdmxJson, parseSdmxJsonInSteps } from '@zicht-op/core/formats/sdmx-json.js';
import { createHitIndex, deferHitIndex } from '@zicht-op/core/geo/hit-index.js';
import type { Dataset } from '@zicht-op/core/model/dataset.js';
import type { Result } from '@zicht-op/core/model/problem.js';
import { finish } from '@zicht-op/core/tasks/slices.js';
import type { Steps } from '@zicht-op/core/tasks/steps.js';
import { describe, expect, it } from 'vitest';
import {
  toCsvText,
  toJsonStat,
  toOdataV3,
  toOdataV4,
  toSdmxJson,
  type JsonStatForm,
  type SentCell,
  type SentTable,
} from '../../support/encode-dataset.js';
import { gridTopology } from '../../support/grid-country.js';
import { valueOf } from '../../support/observe.js';
import { hasRealData, realJson, realText } from '../../support/real-data.js';

const KINDS: SentCell[] = ['withheld', 'unknown', 'impossible', 'none'];

/** 3,000 regions by four indicators, with every kind of missing. */
const TABLE: SentTable = {
  period: '2024',
  regions: Array.from({ length: 3000 }, (_, i) => ({ code: `BU${String(i).padStart(8, '0')}`, name: `Buurt ${i}` })),
  indicators: ['a', 'b', 'c', 'd'],
  cells: Array.from({ length: 4 }, (_, metric) =>
    Array.from({ length: 3000 }, (_, i): SentCell => (i % 13 === metric ? KINDS[i % 4] : i / 4 + metric)),
  ),
};

const DENSE: JsonStatForm = {
  order: ['geo', 'time', 'metric'],
  value: 'array',
  status: 'array',
  index: 'array',
  roles: true,
};
const SPARSE: JsonStatForm = { ...DENSE, value: 'object', status: 'object' };
const V4 = toOdataV4(TABLE, 5000);
const V3 = toOdataV3(TABLE, 'UntypedDataSet');
const csv = toCsvText(TABLE, { delimiter: ',', decimal: '.' });
const quoted = toCsvText(TABLE, { delimiter: ';', decimal: ',', quoted: true, newline: '\r\n' });

interface Case {
  readonly name: string;
  readonly inSteps: () => Steps<Result<Dataset>>;
  readonly atOnce: () => Result<Dataset>;
}

const cases: Case[] = [
  { name: 'CSV', inSteps: () => parseCsvInSteps(csv), atOnce: () => parseCsv(csv) },
  { name: 'CSV with quotes', inSteps: () => parseCsvInSteps(quoted), atOnce: () => parseCsv(quoted) },
  ...[DENSE, SPARSE].map((form) => {
    const document = toJsonStat(TABLE, form);
    const name = `JSON-stat, values and statuses in an ${form.value}`;
    return { name, inSteps: () => parseJsonStatInSteps(document), atOnce: () => parseJsonStat(document) };
  }),
  {
    name: 'OData v4',
    inSteps: () => parsePages(cbsOdataV4Parser(), V4.pages, V4.codeLists),
    atOnce: () => parseCbsOdataV4(V4.pages, V4.codeLists),
  },
  {
    name: 'OData v3',
    inSteps: () => parsePages(cbsOdataV3Parser(), V3.pages, V3.codeLists),
    atOnce: () => parseCbsOdataV3(V3.pages, V3.codeLists),
  },
  ...(['flat', 'series'] as const).map((layout) => {
    const document = toSdmxJson(TABLE, { version: '2.1', layout });
    return {
      name: `SDMX-JSON, ${layout}`,
      inSteps: () => parseSdmxJsonInSteps(document),
      atOnce: () => parseSdmxJson(document),
    };
  }),
];

/** How many places there were to cut, and what came of it. */
function walked<T>(work: Steps<T>): { yields: number; value: T } {
  for (let yields = 0; ; yields++) {
    const step = work.next();
    if (step.done) return { yields, value: step.value };
  }
}

describe.each(cases)('$name in steps', ({ inSteps, atOnce }) => {
  it('is the dataset that is read at once', () => {
    const { value } = walked(inSteps());
    expect(value.ok).toBe(true);
    expect(value).toEqual(atOnce());
  });

  it('can be cut in many places, none of which changes what another parse makes meanwhile', () => {
    const [one, other] = [inSteps(), inSteps()];
    let [a, b] = [one.next(), other.next()];
    let yields = 0;
    for (; !a.done || !b.done; yields++) {
      if (!a.done) a = one.next();
      if (!b.done) b = other.next();
    }
    expect(a.value).toEqual(b.value);
    expect(yields).toBeGreaterThan(TABLE.regions.length / 600);
  });
});

describe('shapes in steps', () => {
  const topology = gridTopology({ columns: 60, rows: 50 }) as { objects: { gemeenten: { geometries: object[] } } };

  it('are the shapes that are read at once', () => {
    const { value, yields } = walked(parseBoundariesInSteps(topology));
    const level = walked(valueOf(value).ofLevelInSteps('gemeente'));
    expect(level.value).toEqual(valueOf(parseBoundaries(topology)).ofLevel('gemeente'));
    expect(yields).toBeGreaterThan(10);
    expect(level.yields).toBeGreaterThan(10);
  });

  it('are the same object for who asks in steps, at once, and while another still reads', () => {
    const document = valueOf(parseBoundaries(topology));
    const [one, other] = [document.ofLevelInSteps('gemeente'), document.ofLevelInSteps('gemeente')];
    for (let i = 0; i < 5; i++) {
      one.next();
      other.next();
    }
    const atOnce = document.ofLevel('gemeente');
    expect(finish(one)).toBe(atOnce);
    expect(finish(other)).toBe(atOnce);
    expect(document.ofLevel('gemeente')).toBe(atOnce);
  });

  it('lack a level as they do at once', () => {
    const document = valueOf(parseBoundaries(topology));
    expect(finish(document.ofLevelInSteps('wijk'))).toEqual(document.ofLevel('wijk'));
  });

  it('of two levels share their arcs, though both are read at the same time', () => {
    const { gemeenten: own } = topology.objects;
    const few = own.geometries.slice(0, 3).map((one, i) => ({ ...one, properties: { statcode: `PV2${i}` } }));
    const both = { ...topology, objects: { gemeenten: own, provincies: { ...own, geometries: few } } };
    const document = valueOf(parseBoundaries(both));
    const [one, other] = [document.ofLevelInSteps('gemeente'), document.ofLevelInSteps('provincie')];
    for (let i = 0; i < 3; i++) {
      one.next();
      other.next();
    }
    const [gemeenten, provincies] = [valueOf(finish(one)), valueOf(finish(other))];
    expect(gemeenten.coordinates).toBe(provincies.coordinates);
    expect(provincies.codes).toEqual(['PV20', 'PV21', 'PV22']);
  });
});

describe('a deferred hit index', () => {
  const shapes = valueOf(valueOf(parseBoundaries(gridTopology({ columns: 40, rows: 30 }))).ofLevel('gemeente'));
  const places = Array.from({ length: 200 }, (_, i) => [5 + (i % 20) / 9, 52.5 - Math.floor(i / 20) / 13] as const);

  it('made in steps finds what one made at once finds', () => {
    const index = createHitIndex(shapes);
    const deferred = deferHitIndex(shapes);
    const { value, yields } = walked(deferred.inSteps());
    expect(yields).toBeGreaterThan(10);
    for (const place of places) expect(value.shapeAt(...place)).toBe(index.shapeAt(...place));
    expect(places.some((place) => index.shapeAt(...place) >= 0)).toBe(true);
  });

  it('answers at once when it is asked in the middle', () => {
    const index = createHitIndex(shapes);
    const deferred = deferHitIndex(shapes);
    const making = deferred.inSteps();
    making.next();
    for (const place of places) expect(deferred.shapeAt(...place)).toBe(index.shapeAt(...place));
    expect(making.next().done).toBe(true);
  });
});

describe.skipIf(!hasRealData)('real files in steps', () => {
  it.each(['kerncijfers-buurten-2024', 'misdrijven-gemeenten-2021-2025', 'kerncijfers-gemeenten-2015-met-water'])(
    'read %s as it is read at once',
    (name) => {
      const text = realText(`values/${name}.csv`);
      expect(walked(parseCsvInSteps(text)).value).toEqual(parseCsv(text));
    },
  );

  it('cut the reading of all neighbourhoods into some hundred pieces', () => {
    const { yields, value } = walked(parseBoundariesInSteps(realJson('geo/buurten-2024.topojson')));
    const level = walked(valueOf(value).ofLevelInSteps('buurt'));
    expect(yields + level.yields).toBeGreaterThan(200);
    expect(valueOf(level.value).codes.length).toBe(14_566);
  });
});
