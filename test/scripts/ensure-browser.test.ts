import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/ensure-browser.mjs';

describe('findBrowser', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zicht-op-browser-'));
    for (const name of ['one/google-chrome', 'two/chromium', 'two/google-chrome', 'three/chromium']) {
      await mkdir(join(folder, name, '..'), { recursive: true });
      await writeFile(join(folder, name), '');
      await chmod(join(folder, name), name.startsWith('three') ? 0o644 : 0o755);
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  const path = (...names: string[]): string => names.map((name) => join(folder, name)).join(delimiter);

  it('takes what CHROME_PATH names before all else', async () => {
    const env = { CHROME_PATH: join(folder, 'two/chromium'), CHROME_BIN: '/nowhere', PATH: path('one') };
    expect(await findBrowser(env)).toBe(join(folder, 'two/chromium'));
  });

  it('refuses a CHROME_PATH that names nothing: another browser than asked for would mislead', async () => {
    await expect(findBrowser({ CHROME_PATH: join(folder, 'none') })).rejects.toThrow('CHROME_PATH');
  });

  it('takes CHROME_BIN where CHROME_PATH is empty', async () => {
    const env = { CHROME_PATH: '', CHROME_BIN: join(folder, 'two/chromium') };
    expect(await findBrowser(env)).toBe(join(folder, 'two/chromium'));
  });

  it.each([
    ['Chromium before Chrome, wherever they stand', ['one', 'two'], 'two/chromium'],
    ['Chrome where there is no Chromium', ['one'], 'one/google-chrome'],
    ['no file that can not be run', ['three', 'two'], 'two/chromium'],
  ])('finds on the path %s', async (_, folders, expected) => {
    expect(await findBrowser({ PATH: path(...folders) })).toBe(join(folder, expected));
  });
});
