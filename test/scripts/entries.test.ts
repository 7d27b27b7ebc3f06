import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../packages/elements/src/', import.meta.url));
const files = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort();
const modules = files.filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !/(^|\/)(define|zicht-op)\.ts$/.test(name),
);

// A host that renders pages on a server imports the elements there too.
describe('a module of the elements imported without a page', () => {
  // Leaflet looks at the browser when it is loaded, so it is imported on demand, in the page.
  it.each(modules.filter((name) => !name.startsWith('map/leaflet-')))('loads, and defines no tag: %s', async (name) => {
    const before = globalThis.customElements;
    await expect(import(/* @vite-ignore */ folder + name)).resolves.toBeDefined();
    if (before) expect(before.get('zo-choropleth')).toBeUndefined();
    expect('document' in globalThis).toBe(false);
  });
});
