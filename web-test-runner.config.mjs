import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromeArgs, findBrowser } from './scripts/ensure-browser.mjs';
import { prepareLeaflet } from './scripts/prepare.mjs';
import { faultMiddleware } from './scripts/testing/fault-middleware.mjs';
import { folderMiddleware } from './scripts/testing/folder-middleware.mjs';
import { storyList } from './scripts/testing/story-list.mjs';
import { plainReporter } from './scripts/testing/wtr-reporter.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

// The browser takes its time zone from here; dates must read the same on every machine.
process.env.TZ = 'Europe/Amsterdam';
process.env.LANGUAGE = 'nl_NL';
await prepareLeaflet();

/** The table's libraries ask for `process.env.NODE_ENV`, as bundlers fill it in; nobody does so here. */
const nodeEnvironment = {
  name: 'node-environment',
  transform: ({ path, body }) =>
    path.includes('/@tanstack/') ? { body: body.replaceAll('process.env.NODE_ENV', '"production"') } : undefined,
};

/** A page in a window of its own: a tab behind another gets no frames, and so no scroll events. */
const shownPage = ({ context }) => context.newPage({ type: 'window' });

export default {
  rootDir: path('.'),
  files: ['test/elements/**/*.test.ts', 'test/stories/**/*.test.ts'],
  nodeResolve: { exportConditions: ['zicht-op-source', 'browser'] },
  middleware: [
    faultMiddleware(),
    folderMiddleware({ at: '/shared-data/', folder: path('../shared/data') }),
    folderMiddleware({ at: '/voorbeeldland/', folder: path('demo/voorbeeldland') }),
    storyList(path('stories')),
  ],
  plugins: [nodeEnvironment, esbuildPlugin({ ts: true, target: 'es2022', tsconfig: path('./tsconfig.json') })],
  browsers: [
    chromeLauncher({
      createPage: shownPage,
      launchOptions: { executablePath: (await findBrowser()) ?? undefined, args: chromeArgs },
    }),
  ],
  testRunnerHtml: (framework) => `<!doctype html>
<html lang="nl">
  <head><meta charset="utf-8"><title>Test</title></head>
  <body>
    <script type="module" src="/scripts/testing/uncaught.js"></script>
    <script type="module" src="${framework}"></script>
  </body>
</html>`,
  concurrency: 2,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 10_000 } },
  reporters: [plainReporter({ file: process.env.ZICHT_OP_RESULTS })],
};
