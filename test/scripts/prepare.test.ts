import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { patch, patches } from '../../scripts/leaflet/patches.mjs';
import { prepareLeaflet } from '../../scripts/prepare.mjs';

const made = new URL('../../packages/elements/src/map/leaflet.js', import.meta.url);
const types = new URL('../../packages/elements/src/map/leaflet.d.ts', import.meta.url);

describe('the Leaflet module made by scripts/prepare.mjs', () => {
  let code = '';

  beforeAll(async () => {
    await prepareLeaflet();
    code = await readFile(made, 'utf8');
  });

  it.each([
    ['assigns no markup', /(inner|outer)HTML|insertAdjacentHTML|document\.write/],
    ['makes no code from a string', /\beval\s*\(|new Function\b/],
    ['neither sets nor reads the global L', /\bwindow\.L|\bglobalThis\.L|typeof L\b|[^.`\w]L\.Mixin/],
    ['has no marker, whose picture would be looked for in the document', /leaflet-marker-icon|_detectIconPath/],
    ['has no keyboard handler', /keyboardPanDelta/],
    ['imports nothing', /^\s*import\b/m],
  ])('%s', (_, pattern) => {
    expect(pattern.exec(code)).toBeNull();
  });

  it('carries the licence of Leaflet', () => {
    expect(code).toContain('(c) 2010-2023 Vladimir Agafonkin');
    expect(code).toContain('Redistributions in binary form must reproduce');
  });

  it('exports just the names that leaflet.d.ts types', async () => {
    const exported = namesIn(/export \{([^}]*)\};\s*$/.exec(code)?.[1] ?? '');
    const source = await readFile(types, 'utf8');
    const typed = namesIn(/^export \{([^}]*)\}/m.exec(source)?.[1] ?? '');
    for (const [, name] of source.matchAll(/^export const (\w+)/gm)) typed.push(name);
    expect(typed.sort()).toEqual(exported.sort());
  });

  it('is left alone while nothing it is made from has changed', async () => {
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
