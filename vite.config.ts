/// <reference types="vitest/config" />
import { defaultClientConditions, defineConfig } from 'vite';

/** The workspace's own sources instead of what `npm run build` made of them. */
const conditions = ['zicht-op-source', ...defaultClientConditions];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions: ['zicht-op-source'] } },
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    exclude: ['test/elements/**', 'test/stories/**', 'test/embedding/**'],
    env: { TZ: 'Europe/Amsterdam' },
  },
});
