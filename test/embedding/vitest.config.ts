import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Pages as a host writes them, with the built one-file delivery, in a real browser: `npm run build` comes first. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    environment: 'node',
    include: ['test/embedding/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    env: { TZ: 'Europe/Amsterdam' },
  },
});
