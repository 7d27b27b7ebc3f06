import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { sizeOf } from '../../scripts/size.mjs';

const chunk = (name: string, imports: string[] = [], dynamicImports: string[] = []) => ({
  name,
  fileName: name,
  isEntry: name === 'page',
  imports,
  dynamicImports,
  code: `export const ${name} = "${name}";`,
  moduleIds: [name],
});
const zipped = (...names: string[]) =>
  names.reduce((sum, name) => sum + gzipSync(chunk(name).code, { level: 9 }).length, 0);

describe('sizeOf', () => {
  const chunks = [
    chunk('page', ['shared', 'own'], ['late']),
    chunk('shared', ['deep']),
    chunk('deep', ['shared']),
    chunk('own', ['shared']),
    chunk('late', ['later']),
    chunk('later'),
  ];

  it('counts nothing where there is no page', () => {
    expect(sizeOf(chunks.slice(1))).toBe(0);
  });

  it('counts what a page imports, directly or not, each chunk once and zipped by itself', () => {
    expect(sizeOf(chunks)).toBe(zipped('page', 'shared', 'own', 'deep'));
  });

  it('counts what is imported on demand but always needed, with what that imports', () => {
    expect(sizeOf(chunks, ({ name }) => name === 'late')).toBe(
      zipped('page', 'shared', 'own', 'deep', 'late', 'later'),
    );
  });
});
