/**
 * Makes all files of Voorbeeldland: `node packages/voorbeeldland/make.mjs [folder]`, by default demo/voorbeeldland.
 * Starts with nothing built: esbuild bundles the sources in memory. Does nothing where the folder is up to date.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = fileURLToPath(new URL('./src', import.meta.url));

/** Writes the files; answers how many, or 0 where they were up to date. Throws where something can't be made. */
export async function makeVoorbeeldland(folder = join(root, 'demo/voorbeeldland')) {
  const code = await bundle();
  const key = createHash('sha256').update(code).digest('hex').slice(0, 16);
  const stamp = join(folder, '.made-from');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === key) return 0;

  await mkdir(folder, { recursive: true });
  await rm(stamp, { force: true });
  const { makeBoundaries, makeCountryOf, makeFiles, NATIONAL } = await importText(code);
  let count = 0;
  const write = async (name, content) => {
    // By way of a rename, so that a server reading it at this moment never sees half a file.
    const draft = join(folder, `.${name}.${process.pid}`);
    await writeFile(draft, content);
    await rename(draft, join(folder, name));
    count++;
  };
  for (const [name, document] of makeFiles(makeCountryOf(NATIONAL))) {
    await write(name, JSON.stringify(document));
    if (!name.endsWith('.topojson')) continue;
    const year = Number(/\d{4}/.exec(name));
    const made = makeBoundaries(document, { grid: null, simplify: 0, levels: [], year, attribution: null });
    await write(name.replace('.topojson', '.zob.gz'), gzipSync(made.value.bytes, { level: 9 }));
  }
  await writeFile(stamp, key);
  return count;
}

async function bundle() {
  const { build } = await import('esbuild');
  const result = await build({
    stdin: {
      contents:
        "export { makeCountryOf } from './country.js'; export { makeFiles } from './files.js'; export { NATIONAL } from './national.js';" +
        "export { makeBoundaries } from '@zicht-op/publish/boundaries/make-boundaries.js';",
      resolveDir: source,
      sourcefile: 'all.ts',
      loader: 'ts',
    },
    bundle: true,
    conditions: ['zicht-op-source'],
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    write: false,
    logLevel: 'warning',
  });
  return result.outputFiles[0].text;
}

const importText = (code) => import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const folder = resolve(process.argv[2] ?? join(root, 'demo/voorbeeldland'));
  const start = performance.now();
  const count = await makeVoorbeeldland(folder);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const place = relative(process.cwd(), folder) || '.';
  console.log(
    count > 0 ? `Voorbeeldland: ${count} files in ${place} in ${seconds} s` : `Voorbeeldland: ${place} is up to date`,
  );
}
