import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { sizeOf } from '../../scripts/size.mjs';

const chunk = (name: string, imports: string[] = [], dynamicImports: string[] = []) => ({
  name,
  fileName: name,
  isEntry: name.startsWith('entry'),
  imports,
  dynamicImports,
  code: `export const ${name} = "${name}";`,
  moduleIds: [name],
});
const zipped = (...names: string[]) =>
  names.reduce((sum, name) => sum + gzipSync(chunk(name).code, { level: 9 }).length, 0);

describe('sizeOf', () => {
  const chunks = [
    chunk('entryA', ['shared'], ['late']),
    chunk('entryB', ['shared', 'own']),
    chunk('shared', ['deep']),
    chunk('deep', ['shared']),
    chunk('own'),
    chunk('late', ['later']),
    chunk('later'),
  ];

  it.each([
    ['nothing for no entry', [], []],
    ['what an entry imports, directly or not', ['entryA'], ['entryA', 'shared', 'deep']],
    ['what two entries share once', ['entryA', 'entryB'], ['entryA', 'entryB', 'shared', 'deep', 'own']],
  ])('counts %s', (_, entries, expected) => {
    expect(sizeOf(chunks, entries)).toBe(zipped(...expected));
  });

  it('counts what is imported on demand but always needed, with what that imports', () => {
    const size = sizeOf(chunks, ['entryA'], (candidate) => candidate.name === 'late');
    expect(size).toBe(zipped('entryA', 'shared', 'deep', 'late', 'later'));
  });
});
