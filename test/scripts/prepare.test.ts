import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { patch, patches } from '../../scripts/leaflet/patches.mjs';
import { leafletFiles, prepareLeaflet } from '../../scripts/prepare.mjs';

const folder = new URL('../../packages/elements/src/map/', import.meta.url);

describe('the Leaflet modules made by scripts/prepare.mjs', () => {
  const code: Record<string, string> = {};
  let all = '';

  beforeAll(async () => {
    await prepareLeaflet();
    for (const name of leafletFiles) code[name] = await readFile(new URL(name, folder), 'utf8');
    all = Object.values(code).join('\n');
  });

  it.each([
    ['assign no markup', /(inner|outer)HTML|insertAdjacentHTML|document\.write/],
    ['make no code from a string', /\beval\s*\(|new Function\b/],
    ['neither set nor read the global L', /\bwindow\.L|\bglobalThis\.L|typeof L\b|[^.`\w]L\.Mixin/],
    ['have no marker, whose picture would be looked for in the document', /leaflet-marker-icon|_detectIconPath/],
    ['have no keyboard handler', /keyboardPanDelta/],
    ['import nothing but each other', /^\s*import\b(?![^;]*"\.\/leaflet-base\.js")/m],
  ])('%s', (_, pattern) => {
    expect(pattern.exec(all)).toBeNull();
  });

  it('keep tiles and shapes out of what every map needs', () => {
    expect(code['leaflet-base.js'] + code['leaflet.js']).not.toMatch(/GridLayer = |CircleMarker = |GeoJSON = /);
  });

  it.each(leafletFiles)('carry the licence of Leaflet: %s', (name) => {
    expect(code[name]).toContain('(c) 2010-2023 Vladimir Agafonkin');
    expect(code[name]).toContain('Redistributions in binary form must reproduce');
  });

  it.each(['leaflet', 'leaflet-layers'])('export just the names that are typed: %s', async (name) => {
    const exported = namesIn(/export \{([^}]*)\};\s*$/.exec(code[`${name}.js`])?.[1] ?? '');
    const source = await readFile(new URL(`${name}.d.ts`, folder), 'utf8');
    const typed = namesIn(/^export \{([^}]*)\}/m.exec(source)?.[1] ?? '');
    for (const [, constant] of source.matchAll(/^export const (\w+)/gm)) typed.push(constant);
    expect(typed.sort()).toEqual(exported.sort());
  });

  it('are left alone while nothing they are made from has changed', async () => {
    expect(await prepareLeaflet()).toBe(false);
  });
});

describe('patch', () => {
  const [first] = patches;

  it('refuses a source in which the text is missing', () => {
    expect(() => patch(first.file, 'var inlineSvg = 1;')).toThrow(/^0 matches/);
  });

  it('refuses a source in which the text stands twice', () => {
    const all = patches.filter(({ file }) => file === first.file).map(({ find }) => find);
    expect(() => patch(first.file, [...all, first.find].join('\n'))).toThrow(/^2 matches/);
  });

  it('leaves other files alone, but for their line ends', () => {
    expect(patch('core/Class.leafdoc', 'a\r\nb')).toBe('a\nb');
  });
});

function namesIn(list: string): string[] {
  return list
    .split(',')
    .map((part) => part.trim().split(' as ').pop() ?? '')
    .filter((name) => name !== '');
}
