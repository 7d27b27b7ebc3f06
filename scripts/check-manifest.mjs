/** Makes the custom-elements manifest and fails where something public has no sentence of documentation. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildManifest } from './build.mjs';
import { elements } from './lib/bundle.mjs';
import { gapsOf, tagsOf } from './lib/manifest-gaps.mjs';

await buildManifest();
const manifest = JSON.parse(await readFile(join(elements, 'custom-elements.json'), 'utf8'));
const tags = tagsOf(manifest);
const gaps = gapsOf(manifest);
console.log(`elements: ${tags.join(', ') || 'none'}`);
for (const gap of gaps) console.error(gap);
process.exitCode = gaps.length > 0 || tags.length === 0 ? 1 : 0;
