import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { minifyStyles } from '../../../scripts/lib/minify-styles.mjs';

const folder = fileURLToPath(new URL('../../../packages/elements/src/', import.meta.url));
const modules = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
const sources = await Promise.all(modules.map(async (name) => [name, await readFile(folder + name, 'utf8')] as const));
const withSheets = sources.filter(([, code]) => /\bcss`/.test(code));

const sheetsOf = (code: string): string[] => [...code.matchAll(/\bcss`([^`]*)`/g)].map(([, sheet]) => sheet);
const outside = (code: string): string => code.replace(/\bcss`[^`]*`/g, 'css``').replace(/\s+/g, '');
const withoutComments = (sheet: string): string => sheet.replace(/\/\*.*?\*\//gs, '');

/** What in a sheet has a name: classes, ids, custom properties, attributes, conditions and animations. */
const namesIn = (sheet: string): string[] =>
  [...new Set(withoutComments(sheet).match(/\.[a-z][\w-]*|--[\w-]+|@[a-z-]+( [a-z]+)?|\[[\w-]+|:host/gi))].sort();

describe('the style sheets of the elements', () => {
  it('are found', () => expect(withSheets.length).toBeGreaterThan(8));

  it.each(withSheets)('get smaller and stay on their lines, and nothing around them changes: %s', async (_, code) => {
    const minified = await minifyStyles(code);
    expect(minified).not.toBeNull();
    expect(minified!.length).toBeLessThan(code.length);
    expect(outside(minified!)).toBe(outside(code));
    expect(minified!.split('\n')).toHaveLength(code.split('\n').length);
  });

  it.each(withSheets)('keep every name: %s', async (_, code) => {
    const before = sheetsOf(code).map(namesIn);
    expect(before.flat().length).toBeGreaterThan(0);
    expect(sheetsOf((await minifyStyles(code))!).map(namesIn)).toEqual(before);
  });

  it.each(withSheets)('are not made smaller twice: %s', async (_, code) => {
    const once = (await minifyStyles(code))!;
    expect(sheetsOf((await minifyStyles(once))!)).toEqual(sheetsOf(once));
  });
});

describe('minifyStyles', () => {
  it.each([
    ['a module without a sheet', 'export const a = `b { c: d }`;'],
    ['an expression in a sheet', 'css` a { color: ${b} } `;'],
    ['an escape in a sheet', 'css` a::before { content: "\\2014" } `;'],
    ['a tag whose name ends alike', 'notcss` a { color: red } `;'],
  ])('leaves alone %s', async (_, code) => expect(await minifyStyles(code)).toBeNull());

  it('leaves a sheet as it is that can’t be read', async () => {
    const code = 'css` a { color: red } } `;';
    expect(await minifyStyles(code)).toBe(code);
  });

  it.each(['css` a { margin: 0px } `', 'css ` a { margin: 0px } `', 'css\n` a { margin: 0px } `'])(
    'finds a sheet however its tag is written: %j',
    async (code) => expect(await minifyStyles(code)).toBe('css`a{margin:0}`'),
  );

  it('keeps a letter that isn’t of the alphabet', async () => {
    expect(await minifyStyles('css` a::before { content: "›" } `')).toBe('css`a:before{content:"›"}`');
  });

  it('minifies each of several sheets', async () => {
    expect(await minifyStyles('[css` a { margin: 0px } `, css` b { margin: 0px } `]')).toBe(
      '[css`a{margin:0}`, css`b{margin:0}`]',
    );
  });
});
