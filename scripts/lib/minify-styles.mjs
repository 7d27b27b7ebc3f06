import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A css`` template that is nothing but text: one with an expression or an escape in it is left as it stands. */
const STYLE_SHEET = /\bcss\s*`([^`\\$]+)`/g;

/**
 * The same module with the style sheets in its css`` templates minified; null where it has none. Bundlers leave texts
 * alone. Names (classes, parts, custom properties) stay, and so does a sheet that the minifier has a remark about.
 */
export async function minifyStyles(code) {
  const sheets = [...code.matchAll(STYLE_SHEET)];
  if (sheets.length === 0) return null;
  const { transform } = await import('esbuild');
  const minified = await Promise.all(
    sheets.map(async ([all, css]) => {
      const result = await transform(css, { loader: 'css', minify: true, charset: 'utf8', logLevel: 'silent' }).catch(
        () => null,
      );
      const isSafe = result !== null && result.warnings.length === 0 && !/[`\\$]/.test(result.code);
      // As many lines as before, so that source maps stay right.
      return isSafe ? `css\`${result.code.trimEnd()}\`${'\n'.repeat(css.split('\n').length - 1)}` : all;
    }),
  );
  let next = 0;
  return code.replace(STYLE_SHEET, () => minified[next++]);
}

const isOurs = (id) => /[\\/]packages[\\/]elements[\\/]/.test(id) && !/[\\/]node_modules[\\/]/.test(id);

/** For Vite's builds. */
export const minifyStylesInVite = () => ({
  name: 'minify-styles',
  enforce: 'pre',
  async transform(code, id) {
    const minified = isOurs(id) ? await minifyStyles(code) : null;
    return minified === null ? null : { code: minified, map: null };
  },
});

/** Minifies what a compiler left in a folder. */
export async function minifyStylesIn(folder) {
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.js')) continue;
    const file = join(folder, name);
    const minified = await minifyStyles(await readFile(file, 'utf8'));
    if (minified !== null) await writeFile(file, minified);
  }
}
