import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '@zicht-op/publish/command.js';
import { makeCountry } from '@zicht-op/voorbeeldland/small.js';
import { box, collection, feature, polygon } from '../core/geo/support/shapes.js';
import { readBack } from './support/compare.js';

let folder: string;
const at = (name: string): string => join(folder, name);
const TOPOLOGY = makeCountry({ gemeenten: 4 }).boundaries('gemeente');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zicht-op-'));
  await writeFile(at('in.topojson'), JSON.stringify(TOPOLOGY));
  await writeFile(at('in.topojson.gz'), gzipSync(JSON.stringify(TOPOLOGY)));
  await writeFile(at('page.html'), '<!doctype html><p>Not found');
  await writeFile(at('figures.json'), '{"version":"2.0"}');
  await writeFile(at('points.geojson'), JSON.stringify(collection(feature('', polygon(box(5, 52, 6, 53))))));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the command; answers its exit code and what it said. */
async function call(...parameters: string[]): Promise<{ code: number; printed: string; warned: string }> {
  let [printed, warned] = ['', ''];
  const code = await run(parameters, {
    print: (text) => (printed += text),
    warn: (line) => (warned += `${line}\n`),
  });
  return { code, printed, warned };
}

describe('zicht-op boundaries', () => {
  it('writes what the map reads, and says so in a line', async () => {
    const { code, printed, warned } = await call('boundaries', at('in.topojson'), '--out', at('out.zob'));
    expect([code, warned]).toEqual([0, '']);
    expect(printed).toMatch(
      /out\.zob: gemeente 4, provincie \d, riec \d; \d+ arcs, \d+ points; \d+ bytes, \d+ with gzip\n$/,
    );
    expect(readBack(await readFile(at('out.zob')), 'gemeente').codes).toHaveLength(4);
  });

  it('compresses what is named .gz, and reads what is compressed', async () => {
    expect((await call('boundaries', at('in.topojson.gz'), '--out', at('out.zob.gz'))).code).toBe(0);
    expect(readBack(gunzipSync(await readFile(at('out.zob.gz'))), 'gemeente').codes).toHaveLength(4);
  });

  it('writes the same bytes each time', async () => {
    await call('boundaries', at('in.topojson'), '--out', at('one.zob'));
    await call('boundaries', at('in.topojson'), '--out', at('two.zob'));
    expect(await readFile(at('one.zob'))).toEqual(await readFile(at('two.zob')));
  });

  it('writes the levels, year and attribution that are asked for', async () => {
    const asked = ['--level', 'provincie', '--level', 'gemeente', '--year', '2024', '--attribution', 'CBS / Kadaster'];
    const { printed } = await call('boundaries', at('in.topojson'), '--out', at('asked.zob'), ...asked);
    expect(printed).toMatch(/asked\.zob: provincie \d, gemeente 4;/);
    const { year, attribution } = readBack(await readFile(at('asked.zob')), 'gemeente');
    expect([year, attribution]).toEqual([2024, 'CBS / Kadaster']);
  });

  it('draws on the grid that is asked for, with fewer points', async () => {
    const sizes = await Promise.all(
      [[], ['--grid', '200'], ['--simplify', '500', '--grid', '200']].map(async (more, i) => {
        const { code } = await call('boundaries', at('in.topojson'), '--out', at(`size${i}.zob`), ...more);
        expect(code).toBe(0);
        return readBack(await readFile(at(`size${i}.zob`)), 'gemeente').coordinates.length;
      }),
    );
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(new Set(sizes).size).toBe(3);
  });

  it.each([[['--help']], [['help']], [['boundaries', '--help']]])('tells how it is used: %j', async (parameters) => {
    const { code, printed, warned } = await call(...parameters);
    expect([code, warned]).toEqual([0, '']);
    expect(printed).toMatch(/^Usage: zicht-op/);
  });

  it.each<[string, string[], RegExp]>([
    ['no command', [], /say what to do/],
    ['another command', ['borders'], /no command borders/],
    ['no file to read', ['boundaries', '--out', 'x'], /one file to read/],
    ['two files to read', ['boundaries', 'a', 'b', '--out', 'x'], /one file to read/],
    ['no file to write', ['boundaries', 'a'], /--out/],
    ['an option there isn’t', ['boundaries', 'a', '--out', 'x', '--speed', '9'], /--speed/],
    ['an option without what it is', ['boundaries', 'a', '--out'], /--out/],
    ['a grid that is no number', ['boundaries', 'a', '--out', 'x', '--grid', 'fine'], /--grid takes a number/],
    ['a grid of nothing', ['boundaries', 'a', '--out', 'x', '--grid', '0'], /--grid takes a number/],
    ['a simplification below nothing', ['boundaries', 'a', '--out', 'x', '--simplify=-1'], /--simplify takes a number/],
    ['half a year', ['boundaries', 'a', '--out', 'x', '--year', '2024.5'], /whole year/],
  ])('ends with 2 and says what it doesn’t understand: %s', async (_, parameters, said) => {
    const { code, printed, warned } = await call(...parameters);
    expect([code, printed]).toEqual([2, '']);
    expect(warned).toMatch(said);
    expect(warned).toMatch(/Try: zicht-op .*--help\n$/);
  });

  it.each<[string, string, RegExp]>([
    ['that isn’t there', 'nowhere.topojson', /ENOENT/],
    ['that is no JSON', 'page.html', /not-json/],
    ['without shapes', 'figures.json', /not-supported/],
    ['of shapes without codes', 'points.geojson', /invalid-boundaries at \/features\/0/],
  ])('ends with 1 for a file %s, and writes nothing', async (_, name, said) => {
    const { code, printed, warned } = await call('boundaries', at(name), '--out', at('never.zob'));
    expect([code, printed]).toEqual([1, '']);
    expect(warned).toMatch(said);
    expect(warned).not.toMatch(/\n\s+at /);
    expect((await readdir(folder)).filter((entry) => entry.startsWith('never'))).toEqual([]);
  });

  it('ends with 1 and names the levels there are for one there isn’t', async () => {
    const { code, warned } = await call('boundaries', at('in.topojson'), '--out', at('never.zob'), '--level', 'buurt');
    expect(code).toBe(1);
    expect(warned).toMatch(/no-match \(there are: gemeente, provincie, riec\)/);
  });

  it('ends with 1 where it can’t write, and leaves no draft', async () => {
    const { code } = await call('boundaries', at('in.topojson'), '--out', at('nowhere/out.zob'));
    expect(code).toBe(1);
    expect((await readdir(folder)).filter((entry) => entry.includes('nowhere'))).toEqual([]);
  });

  it('ends with 1 for a grid too fine for the format', async () => {
    await writeFile(at('wide.geojson'), JSON.stringify(collection(feature('GM0001', polygon(box(-170, 5, 170, 80))))));
    const { code, warned } = await call('boundaries', at('wide.geojson'), '--out', at('never.zob'), '--grid', '0.01');
    expect([code, warned]).toEqual([1, 'zicht-op: numbers too large for the format: take a coarser grid\n']);
  });
});
