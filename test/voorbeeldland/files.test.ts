import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseBoundaries } from '@zicht-op/core/formats/boundaries.js';
import { parseCompactBoundaries } from '@zicht-op/core/formats/compact-boundaries.js';
import { parseJsonStat } from '@zicht-op/core/formats/json-stat.js';
import { boundsOf } from '@zicht-op/core/geo/bounds.js';
import type { Dataset } from '@zicht-op/core/model/dataset.js';
import { KINDS, marksOf } from '@zicht-op/core/model/observation.js';
import { levelOf } from '@zicht-op/core/model/region.js';
import { defaultLevel, resolveSelection } from '@zicht-op/core/view/selection.js';
import type { Catalogue } from '@zicht-op/voorbeeldland/figures/catalogue.js';
import type { JsonStatDataset } from '@zicht-op/voorbeeldland/figures/json-stat-writer.js';
import { familiesIn, slicesOf } from './support/cells.js';

const command = fileURLToPath(new URL('../../packages/voorbeeldland/make.mjs', import.meta.url));
const make = async (folder: string): Promise<string> =>
  (await promisify(execFile)(process.execPath, [command, folder])).stdout;

let folder: string;
let printed: string;
const texts = new Map<string, string>();
/** Compact boundaries, unpacked: how gzip packs them is its own affair. */
const compact = new Map<string, Uint8Array>();
const datasetNames = (): string[] =>
  [...texts.keys()].filter((name) => name.endsWith('.json') && name !== 'catalogus.json');
const documentOf = (name: string): JsonStatDataset => JSON.parse(texts.get(name) ?? '') as JsonStatDataset;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voorbeeldland-'));
  printed = await make(folder);
  for (const name of (await readdir(folder)).filter((entry) => !entry.startsWith('.')).sort())
    if (name.endsWith('.gz')) compact.set(name, gunzipSync(await readFile(join(folder, name))));
    else texts.set(name, await readFile(join(folder, name), 'utf8'));
}, 240_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('make.mjs', () => {
  it('writes all files and says so in one line', () => {
    expect(printed).toMatch(/^Voorbeeldland: 32 files in .+ in \d+\.\d s\n$/);
    expect([...texts.keys()]).toEqual(FILES);
    expect([...compact.keys()]).toEqual(FILES.filter(isTopology).map(compactName));
  });

  it('does nothing when they are up to date', async () => {
    const before = (await stat(join(folder, 'vastgoed-gemeente.json'))).mtimeMs;
    expect(await make(folder)).toMatch(/is up to date\n$/);
    expect((await stat(join(folder, 'vastgoed-gemeente.json'))).mtimeMs).toBe(before);
  }, 60_000);

  it('makes the same bytes on every machine: the hash is that of the day they were looked at', () => {
    const hash = createHash('sha256');
    for (const [name, text] of texts) hash.update(`${name}\n${text}\n`);
    expect(hash.digest('hex')).toBe(RECORDED);
    const compactHash = createHash('sha256');
    for (const [name, bytes] of compact) compactHash.update(name).update(bytes);
    expect(compactHash.digest('hex')).toBe(RECORDED_COMPACT);
  });

  it('keeps files small: those of gemeenten under 1 MB, others a few', () => {
    for (const [name, text] of texts)
      expect([name, text.length < (name.includes('gemeente') ? 1e6 : 4e6)]).toEqual([name, true]);
  });
});

describe('shapes in files', () => {
  it.each(['gemeenten', 'wijken', 'buurten'].flatMap((level) => [2022, 2024].map((year) => [level, year] as const)))(
    'of %s in %d are read without a problem',
    (levels, year) => {
      const parsed = parseBoundaries(JSON.parse(texts.get(`${levels}-${year}.topojson`) ?? ''), { year });
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      expect(parsed.problems).toEqual([]);
      const level = levels.replace(/(?<=gemeente)n$|(?<=wijk|buurt)en$/, '');
      const shapes = parsed.value.ofLevel(level);
      if (!shapes.ok) throw new Error(JSON.stringify(shapes.problems));
      expect(shapes.value.codes.length).toBe(new Set(shapes.value.codes).size);
    },
  );
});

describe('compact boundaries in files', () => {
  it('are the shapes of the topology beside them, in little more than half the bytes', async () => {
    for (const name of FILES.filter(isTopology)) {
      const text = texts.get(name) ?? '';
      const [topology, file] = [parseBoundaries(JSON.parse(text)), compact.get(compactName(name))!];
      const document = parseCompactBoundaries(file);
      if (!topology.ok || !document.ok) throw new Error(name);
      expect(document.value.year).toBe(Number(/\d{4}/.exec(name)));
      expect([...document.value.levels]).toEqual([...topology.value.levels]);
      for (const level of document.value.levels.keys()) {
        const [drawn, read] = [topology.value.ofLevel(level), document.value.ofLevel(level)];
        if (!drawn.ok || !read.ok) throw new Error(`${name} ${level}`);
        expect([read.value.codes, read.value.names]).toEqual([drawn.value.codes, drawn.value.names]);
        expect(boundsOf(read.value)).toEqual(boundsOf(drawn.value));
      }
      expect(gzipSync(file).length).toBeLessThan(gzipSync(text).length * 0.6);
    }
  });
});

/** A dataset through the parser, which must find nothing wrong. */
function read(name: string): Dataset {
  const parsed = parseJsonStat(documentOf(name));
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
  expect([name, parsed.problems]).toEqual([name, []]);
  return parsed.value;
}

describe('figures in files', () => {
  it('are read without a problem, with their meaning', () => {
    for (const name of datasetNames()) {
      const dataset = read(name);
      expect(dataset.label).not.toBe('');
      expect(['vastgoed', 'drugs', 'transacties', 'branches']).toContain(dataset.theme);
      expect(dataset.reference).toBe('NLV0');
      expect(dataset.release?.boundaryYear).toBe(2024);
      expect(dataset.release?.rules.length).toBeGreaterThan(2);
      for (const indicator of dataset.indicators) {
        expect(indicator.label).not.toBe(indicator.id);
        expect(indicator.description).not.toBe('');
        expect(indicator.caution).not.toBe('');
        expect(indicator.unit.label).not.toBe('');
        expect(indicator.sources.map(({ label }) => label)).toEqual(['Voorbeeldland (fictieve cijfers)']);
        expect(indicator.guidance[0].do.length).toBeGreaterThan(0);
        expect(indicator.guidance[0].dont.length).toBeGreaterThan(0);
      }
    }
  });

  it('show by default the level their file is named after', () => {
    for (const name of datasetNames()) {
      const level = /-(gemeente|wijk|buurt)\.json$/.exec(name)?.[1];
      if (level) expect([name, defaultLevel(read(name))]).toEqual([name, level]);
    }
  });

  it('show by default a period and breakdown with figures', () => {
    for (const name of datasetNames()) {
      const selection = resolveSelection(read(name), {});
      if (!selection.ok) throw new Error(name);
      expect([name, selection.value.period]).toEqual([name, '2024']);
    }
  });

  it('name the shapes of their levels at an address beside them that is there', () => {
    for (const name of datasetNames())
      for (const { href, year } of Object.values(read(name).boundaries)) {
        expect(year).toBe(2024);
        expect(texts.has(href ?? '')).toBe(true);
      }
  });

  it('have a region code of ours for every region, and the areas they are compared with', () => {
    for (const name of datasetNames()) {
      const { codes } = read(name).geo;
      expect(codes.every((code) => /^[A-Z]{2}V/.test(code))).toBe(true);
      if (name === 'stromen.json') continue;
      expect(codes[0]).toBe('NLV0');
      if (name.endsWith('-wijk.json'))
        expect(codes.filter((code) => levelOf(code) === 'gemeente').length).toBeGreaterThan(338);
      if (name.endsWith('-gemeente.json')) expect(codes.filter((code) => levelOf(code) === 'riec').length).toBe(10);
    }
  });

  it('tell which gemeenten lie in a province and a RIEC region', () => {
    const { child = {} } = documentOf('vastgoed-gemeente.json').dimension.RegioS.category;
    const of = (prefix: string): string[] =>
      Object.keys(child)
        .filter((code) => code.startsWith(prefix))
        .flatMap((code) => child[code]);
    expect([of('PV').length, of('RI').length]).toEqual([342, 342]);
    expect(new Set(of('PV')).size).toBe(342);
  });

  it('have every kind of missing and mark somewhere, and zeros that are figures', () => {
    const kinds = new Set<string>();
    const marks = new Set<string>();
    let zeros = 0;
    for (const name of datasetNames()) {
      const dataset = read(name);
      for (const kind of dataset.kinds) kinds.add(KINDS[kind]);
      for (const bits of dataset.marks ?? []) for (const mark of marksOf(bits)) marks.add(mark);
      zeros += dataset.values.filter((value) => value === 0).length;
    }
    expect([...kinds].sort()).toEqual(['impossible', 'none', 'unknown', 'value', 'withheld']);
    expect([...marks].sort()).toEqual(['B', 'E', 'P']);
    expect(zeros).toBeGreaterThan(1000);
  });

  it('leave gemeenten out where these did not take part, so that some shapes are not covered', () => {
    const gemeenten = (name: string): number =>
      read(name).geo.codes.filter((code) => levelOf(code) === 'gemeente').length;
    expect([gemeenten('drugs-gemeente.json'), gemeenten('transacties-gemeente.json')]).toEqual([339, 340]);
    expect(gemeenten('vastgoed-gemeente.json')).toBe(342);
  });

  it('have an empty cell for new gemeenten in the years before they were there', () => {
    const dataset = read('vastgoed-gemeente.json');
    const region = dataset.geo.index.get('GMV348') ?? -1;
    const kinds = dataset.periods.map((_, time) => KINDS[dataset.kinds[time * dataset.geo.codes.length + region]]);
    expect(kinds).toEqual(['none', 'none', 'none', 'value', 'value']);
  });

  it('are plausible: shares between 0 and 90, spread out, higher where neighbours are high', () => {
    const dataset = read('vastgoed-gemeente.json');
    const slice = dataset.values.filter((value, cell) => cell < 5 * dataset.geo.codes.length && Number.isFinite(value));
    expect(slice.every((value) => value >= 0 && value < 90)).toBe(true);
    expect(Math.max(...slice) / Math.min(...slice)).toBeGreaterThan(2.5);
  });
});

describe('what is withheld in files', () => {
  it('has no number: the cell is empty', () => {
    for (const name of datasetNames().filter((other) => other !== 'stromen.json'))
      for (const { cells } of slicesOf(documentOf(name)))
        for (const { value, status } of cells) if (value !== null && /^[QOM]/.test(status)) throw new Error(name);
    const flows = documentOf('stromen.json');
    expect(Object.keys(flows.value).filter((cell) => flows.status?.[cell] === 'Q')).toEqual([]);
  });

  it('looks the same whatever the reason', () => {
    const statuses = new Set(datasetNames().flatMap((name) => Object.values(documentOf(name).status ?? {})));
    expect([...statuses].sort()).toEqual(['B', 'E', 'M', 'O', 'P', 'Q']);
  });

  it('is every count from 1 up to 9, of any area', () => {
    for (const name of datasetNames()) {
      const { indicators, values, geo, periods, breakdowns } = read(name);
      const perMetric = geo.codes.length * periods.length * breakdowns.reduce((n, { codes }) => n * codes.length, 1);
      indicators.forEach(({ kind }, metric) => {
        if (kind !== 'count') return;
        const small = values
          .subarray(metric * perMetric, (metric + 1) * perMetric)
          .filter((value) => value > 0 && value < 10);
        expect([name, small.length]).toEqual([name, 0]);
      });
    }
  });

  it('is never what the other areas of a family would give away', () => {
    let hidden = 0;
    for (const name of datasetNames().filter((other) => /-(gemeente|wijk|buurt)\.json$/.test(other))) {
      const document = documentOf(name);
      // With the gemeenten that are left out of some: what is in no file can't be computed with.
      const families = familiesIn(name.endsWith('-gemeente.json') ? documentOf('vastgoed-gemeente.json') : document);
      for (const { metric, year, cells } of slicesOf(document)) {
        const cellOf = new Map(cells.map((cell) => [cell.region, cell]));
        for (const { parent, children } of families) {
          const parts = children.map((code) => cellOf.get(code));
          const withheld = parts.filter((cell) => cell?.status === 'Q').length;
          hidden += withheld;
          // Nothing can be computed where a part is empty or unknown, or where no other part has anything in it: then
          // the whole is as small as the part, and withheld too.
          if (!parts.every((cell) => cell && (cell.status === 'Q' || cell.status === 'M' || cell.value !== null)))
            continue;
          if (!parts.some((cell) => cell?.value)) continue;
          const isParentHidden = cellOf.get(parent)?.status === 'Q';
          const isAlone = withheld === 1 || (isParentHidden && withheld === 0);
          if (isAlone) throw new Error(`${name} ${metric} ${year} ${parent}`);
        }
      }
    }
    expect(hidden).toBeGreaterThan(10_000);
  });

  it('is a second kind of transaction where one is withheld beside its total', () => {
    const dataset = read('transacties-gemeente.json');
    const regions = dataset.geo.codes.length;
    const kinds = dataset.breakdowns[0].codes.length;
    const start = dataset.periods.length * kinds * regions;
    let found = 0;
    for (let time = 0; time < dataset.periods.length; time++)
      for (let region = 0; region < regions; region++) {
        const row = Array.from(
          { length: kinds },
          (_, k) => KINDS[dataset.kinds[start + (time * kinds + k) * regions + region]],
        );
        const values = Array.from(
          { length: kinds },
          (_, k) => dataset.values[start + (time * kinds + k) * regions + region],
        );
        const hidden = row.slice(1).filter((kind) => kind === 'withheld').length;
        found += hidden;
        const isShown = values.slice(1).some((value) => value > 0);
        if (row.every((kind) => kind === 'value' || kind === 'withheld') && isShown && row[0] === 'value')
          expect(hidden).not.toBe(1);
      }
    expect(found).toBeGreaterThan(100);
  });
});

describe('turnover of branches', () => {
  it('names the metrics that are compared, and has figures far off on both sides', () => {
    const dataset = read('branche-omzet-gemeente.json');
    expect(dataset.outlier).toEqual({
      actual: 'omzet',
      predicted: 'verwacht',
      lower: 'verwacht-onder',
      upper: 'verwacht-boven',
    });
    const block = dataset.values.length / 4;
    const [actual, predicted, lower, upper] = [0, 1, 2, 3].map((metric) =>
      dataset.values.subarray(metric * block, (metric + 1) * block),
    );
    let [above, below, inside, without] = [0, 0, 0, 0];
    actual.forEach((value, cell) => {
      if (!Number.isFinite(value) || !Number.isFinite(predicted[cell])) return;
      if (Number.isNaN(lower[cell]) || Number.isNaN(upper[cell])) without++;
      else if (value > upper[cell]) above++;
      else if (value < lower[cell]) below++;
      else inside++;
    });
    expect(above / inside).toBeGreaterThan(0.02);
    expect(below / inside).toBeGreaterThan(0.01);
    expect(inside / (above + below + inside)).toBeGreaterThan(0.88);
    expect(without).toBeGreaterThan(0);
  });
});

describe('the catalogue', () => {
  it('is a collection that lists every dataset, in each of its levels, and no other', () => {
    const { class: kind, link } = JSON.parse(texts.get('catalogus.json') ?? '') as Catalogue;
    expect(kind).toBe('collection');
    const listed = new Set(
      link.item.flatMap(({ href, extension }) => {
        const { levels } = extension['zicht-op'].attributes;
        return levels ? levels.split(' ').map((level) => href.replace('{level}', level)) : [href];
      }),
    );
    expect([...listed].sort()).toEqual(datasetNames().sort());
  });

  it('gives each analysis a theme, a title and an element', () => {
    const { link } = JSON.parse(texts.get('catalogus.json') ?? '') as Catalogue;
    for (const { extension } of link.item) {
      const { theme, title, element } = extension['zicht-op'];
      expect(title).not.toBe('');
      expect(theme).toMatch(/^(vastgoed|drugs|transacties|branches)$/);
      expect(element).toMatch(/^zo-[a-z-]+$/);
    }
  });
});

const RECORDED = '4eb8fd32b5dbff3131d501d2258cd64532aa66e0e30a05a9d727402bfc34891d';

/** Of the compact boundaries. */
const RECORDED_COMPACT = '905e9f86429279e37b82fec72114a42acc592c954e703185c5c2e7c321b4e05e';

const isTopology = (name: string): boolean => name.endsWith('.topojson');
const compactName = (name: string): string => name.replace('.topojson', '.zob.gz');

const FILES = [
  'branche-omzet-gemeente.json',
  'branche-omzet-wijk.json',
  'branches-gemeente.json',
  'branches-wijk.json',
  'buurten-2022.topojson',
  'buurten-2024.topojson',
  'catalogus.json',
  'drijfveren-gemeente.json',
  'drijfveren-wijk.json',
  'drugs-gemeente.json',
  'drugs-wijk.json',
  'gemeenten-2022.topojson',
  'gemeenten-2024.topojson',
  'jonge-aanwas-buurt.json',
  'jonge-aanwas-gemeente.json',
  'jonge-aanwas-wijk.json',
  'landen.json',
  'paden.json',
  'profielen.json',
  'stromen.json',
  'transacties-gemeente.json',
  'vastgoed-buurt.json',
  'vastgoed-gemeente.json',
  'vastgoed-wijk.json',
  'wijken-2022.topojson',
  'wijken-2024.topojson',
];
