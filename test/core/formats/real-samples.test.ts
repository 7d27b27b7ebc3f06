import { parseCbsOdataV3 } from '@zicht-op/core/formats/cbs-odata-v3.js';
import { parseCbsOdataV4 } from '@zicht-op/core/formats/cbs-odata-v4.js';
import { parseCsv } from '@zicht-op/core/formats/csv.js';
import { detectFormat } from '@zicht-op/core/formats/detect.js';
import { parseJsonStat } from '@zicht-op/core/formats/json-stat.js';
import { isFiller } from '@zicht-op/core/formats/fillers.js';
import { describe, expect, it } from 'vitest';
import { look, told, unmasked, valueOf } from '../../support/observe.js';
import { hasRealData, realJson, realText, simpleCsv } from '../../support/real-data.js';

type Json = Record<string, unknown>;

const format = (name: string): Json => realJson(`formats/${name}.json`) as Json;

interface RawDimension {
  readonly category: { readonly index?: string[] | Record<string, number>; readonly label?: Record<string, string> };
}

/** Category ids of a dimension, read as plainly as can be. */
function idsOf({ category: { index, label } }: RawDimension): string[] {
  if (Array.isArray(index)) return index;
  if (!index) return Object.keys(label ?? {});
  return Object.keys(index).sort((a, b) => index[a] - index[b]);
}

describe.skipIf(!hasRealData)('the real JSON-stat samples', () => {
  it.each([
    ['json-stat-2.0-canada', 120],
    ['json-stat-2.0-galicia', 3960],
    ['json-stat-2.0-oecd', 432],
    ['json-stat-2.0-us-gsp', 204],
  ])('%s is read cell by cell', (name, count) => {
    const raw = format(name) as unknown as {
      id: string[];
      size: number[];
      value: (number | null)[];
      status?: unknown;
      role: { geo: string[]; time: string[]; metric: string[] };
      dimension: Record<string, RawDimension>;
    };
    const result = parseJsonStat(raw);
    expect(told(result)).toEqual([]);
    const dataset = valueOf(result);
    const ids = raw.id.map((id) => idsOf(raw.dimension[id]));
    const statusAt = (i: number) =>
      Array.isArray(raw.status) ? raw.status[0] : ((raw.status as Record<string, string>) ?? {})[i];
    let checked = 0;
    raw.value.forEach((value, position) => {
      let rest = position;
      const codes: Record<string, string> = {};
      for (let d = raw.id.length - 1; d >= 0; d--) {
        codes[raw.id[d]] = ids[d][rest % raw.size[d]];
        rest = Math.floor(rest / raw.size[d]);
      }
      const {
        [raw.role.geo[0]]: region,
        [raw.role.time[0]]: period,
        [raw.role.metric[0]]: indicator,
        ...choice
      } = codes;
      const seen = look(dataset, { region: region.toUpperCase(), period, indicator, ...choice });
      expect(seen).toBe(value === null ? 'none' : statusAt(position) === 'e' ? `${value} E` : value);
      checked++;
    });
    expect(checked).toBe(count);
  });

  it('keep units and labels', () => {
    const canada = valueOf(parseJsonStat(format('json-stat-2.0-canada')));
    expect(canada.indicators).toMatchObject([
      { id: 'POP', label: 'population', unit: { label: 'thousands of persons', decimals: 1 } },
      { id: 'PERCENT', unit: { label: '%', decimals: 1 } },
    ]);
    expect(canada).toMatchObject({
      updated: '2012-09-27',
      sources: [{ label: 'Statistics Canada, CANSIM, table 051-0001' }],
    });
    const states = valueOf(parseJsonStat(format('json-stat-2.0-us-gsp')));
    expect(states.indicators[0].unit).toEqual({ label: 'million', symbol: '$', position: 'start', decimals: 0 });
    expect(valueOf(parseJsonStat(format('json-stat-2.0-oecd'))).notes[0]).toContain('OECD');
  });

  it.each([
    ['json-stat-2.0-order', 'invalid-dataset /role/geo'],
    ['json-stat-2.0-hierarchy', 'invalid-dataset /role/geo'],
    ['json-stat-2.0-collection', 'not-supported '],
    ['json-stat-1.x-eurostat-nama_gdp_c-IT-FR', 'not-supported '],
  ])('%s is refused by name', (name, problem) => expect(told(parseJsonStat(format(name)))).toEqual([problem]));
});

describe.skipIf(!hasRealData)('the real CBS samples', () => {
  it('a v3 table of towns, without figures or regions of ours, is refused by name', () => {
    const page = format('cbs-odata-v3-84489NED-TypedDataSet');
    expect(told(parseCbsOdataV3([page]))).toEqual(['invalid-dataset /value']);
  });

  it('a v4 table without regions is refused by name', () => {
    const lists = ['MeasureCodes', 'PeriodenCodes'].map((list) => format(`cbs-odata-v4-60006-${list}`));
    expect(told(parseCbsOdataV4([format('cbs-odata-v4-60006-Observations')], lists))).toEqual([
      'invalid-dataset /value',
    ]);
  });

  it('the v4 observations with a region added are read cell by cell', () => {
    const { value, ...envelope } = format('cbs-odata-v4-60006-Observations') as { value: Json[] };
    const rows = value.map((row) => ({ ...row, RegioS: 'NL01      ' }));
    const lists = ['MeasureCodes', 'PeriodenCodes'].map((list) => format(`cbs-odata-v4-60006-${list}`));
    const dataset = valueOf(
      parseCbsOdataV4([{ ...envelope, value: rows }], [...lists, format('cbs-odata-v4-80416ned-Dimensions')]),
    );
    for (const { Measure, Perioden, Value } of value)
      expect(look(dataset, { indicator: String(Measure), period: String(Perioden), region: 'NL01' })).toBe(Value);
    expect(dataset.indicators.map(({ label }) => label)).toEqual(['Theoretisch beschikbare uren', 'Productieve uren']);
    expect(dataset.sources).toEqual([{ label: 'CBS, 60006', href: null }]);
  });

  const police = ['TableInfos', 'DataProperties', 'SoortMisdrijf', 'RegioS', 'Perioden'].map(
    (list) => `cbs-odata-v3-47013NED-${list}`,
  );

  it('figures under the real metadata of the police get their titles, units and provisional periods', () => {
    const lists = police.map(format) as { value: { Key: string; Title: string; Status?: string }[] }[];
    const [, , kinds, regions, periods] = lists;
    const chosen = {
      kinds: kinds.value.slice(0, 3),
      regions: regions.value.filter(({ Key }) => /^GM/.test(Key)).slice(0, 40),
      periods: periods.value.slice(-14),
    };
    let next = 0;
    const rows = chosen.kinds.flatMap((kind) =>
      chosen.regions.flatMap((region) =>
        chosen.periods.map((period) => ({
          ID: next,
          SoortMisdrijf: kind.Key,
          RegioS: region.Key,
          Perioden: period.Key,
          GeregistreerdeMisdrijven_1: String(next++).padStart(8),
          Aangiften_2: '       .',
          Internetaangiften_3: '        ',
        })),
      ),
    );
    const metadata = 'https://dataderden.cbs.nl/ODataApi/OData/47013NED/$metadata#Cbs.OData.WebAPI.UntypedDataSet';
    const dataset = valueOf(parseCbsOdataV3([{ 'odata.metadata': metadata, value: rows }], lists));
    for (const row of rows) {
      const at = { region: row.RegioS.trim(), period: row.Perioden, SoortMisdrijf: row.SoortMisdrijf.trim() };
      expect(look(dataset, { ...at, indicator: 'GeregistreerdeMisdrijven_1' })).toBe(row.ID);
      expect(look(dataset, { ...at, indicator: 'Aangiften_2' })).toBe('unknown');
      expect(look(dataset, { ...at, indicator: 'Internetaangiften_3' })).toBe('impossible');
    }
    expect(dataset.label).toBe('Geregistreerde misdrijven en aangiften; soort misdrijf, gemeente 2025');
    expect(dataset.indicators[0]).toMatchObject({
      label: 'Geregistreerde misdrijven',
      unit: { label: 'aantal', decimals: 0 },
    });
    expect(dataset.breakdowns[0].labels[0]).toBe('Totaal misdrijven');
    expect(dataset.geo.codes).toHaveLength(
      regions.value.filter(({ Key }) => /^GM/.test(Key) && !isFiller(Key.trim())).length,
    );
    const provisional = new Map(chosen.periods.map(({ Key, Status }) => [Key, Status !== 'Definitief']));
    for (const period of dataset.periods)
      expect([period.id, period.provisional]).toEqual([period.id, provisional.get(period.id)]);
  });
});

describe.skipIf(!hasRealData)('what else lies there is no dataset', () => {
  it.each([
    'formats/ogcapi-features-gokoala-items.json',
    'formats/ogcapi-features-gokoala-item-geometry-null.json',
    'formats/ogcapi-features-gokoala-items-empty.json',
    'formats/ogcapi-features-gokoala-problem-404.json',
    'formats/ogcapi-features-gokoala-queryables.json',
    'formats/pdok-wfs-gebiedsindelingen-2022-gemeente_gegeneraliseerd.geojson',
    'geo/provincies-2022.topojson',
  ])('%s', (path) => expect(told(detectFormat(realText(path)))).toEqual(['not-supported ']));

  it.each([
    ['cbs-odata-v3-84489NED-TypedDataSet', 'cbs-odata-v3'],
    ['cbs-odata-v4-60006-Observations', 'cbs-odata-v4'],
    ['json-stat-2.0-galicia', 'json-stat'],
    ['json-stat-1.x-eurostat-nama_gdp_c-IT-FR', 'json-stat'],
  ])('%s is found to be %s', (name, type) => {
    const result = detectFormat(realText(`formats/${name}.json`));
    expect(result.ok && result.value.type).toBe(type);
  });
});

describe.skipIf(!hasRealData)('the real CSV files', () => {
  const files: [string, string, number, string[]][] = [
    ['bedrijven-per-branche-gemeenten-2021', 'code', 352, []],
    ['gezondheid-buurten-2012-2024', 'code', 11_750, []],
    ['gezondheid-gemeenten-2012-2024', 'code', 342, []],
    ['kerncijfers-buurten-2024', 'code', 14_574, []],
    ['kerncijfers-buurten-hengelo', 'buurtcode', 62, ['wijkcode', 'gemeentecode', 'gemeentenaam', 'water']],
    ['kerncijfers-gemeenten-2015-met-water', 'gemeentecode', 393, ['water']],
    ['kerncijfers-gemeenten-2017', 'code', 388, ['water']],
    ['kerncijfers-gemeenten-2022', 'code', 345, ['province', 'urbanity']],
    ['kerncijfers-gemeenten-2024', 'code', 342, []],
    ['kerncijfers-wijken-2022', 'code', 3_340, ['province', 'urbanity']],
    ['kerncijfers-wijken-2024', 'code', 3_393, []],
    ['misdrijven-buurten-2021-2025', 'code', 14_574, []],
    ['misdrijven-gemeenten-2021-2025', 'code', 342, []],
  ];

  it.each(files)('%s.csv is read cell by cell', (name, code, regions, texts) => {
    const text = realText(`values/${name}.csv`);
    const { header, rows } = simpleCsv(text);
    const result = parseCsv(text);
    const dataset = valueOf(result);
    expect(dataset.geo.codes).toHaveLength(regions);
    expect(result.problems.flatMap(({ items }) => items ?? [])).toEqual(texts);
    const water = header.indexOf('water');
    const land = rows.filter((row) => water < 0 || row[water] === 'NEE');
    const naming = new Set([code, 'naam', code.replace(/code$/, 'naam'), ...texts]);
    let wrong = 0;
    header.forEach((title, column) => {
      if (naming.has(title)) return;
      const metric = dataset.metric.index.get(title) ?? -1;
      const start = metric * regions;
      for (const row of land) {
        const cell = start + (dataset.geo.index.get(row[header.indexOf(code)]) ?? NaN);
        const sent = row[column];
        const value = sent === '' || Number(sent) <= -99990 ? NaN : Number(sent);
        const kind = sent === '' ? 4 : Number(sent) <= -99990 ? 2 : 0;
        if (!Object.is(dataset.values[cell], value) || dataset.kinds[cell] !== kind) wrong++;
      }
    });
    expect(wrong).toBe(0);
    expect(dataset.metric.codes).toEqual(header.filter((title) => !naming.has(title)));
    expect(unmasked(dataset)).toEqual([]);
  });
});
