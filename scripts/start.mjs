/**
 * `npm start`: installs what is missing, makes the example data, builds the library as hosts get it, and serves the demo.
 * The address is printed once a first visit needs no reload. Starts on Node's own modules alone.
 */
import { existsSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installMissing } from './install.mjs';
import { onEnd } from './lib/on-end.mjs';
import { root } from './lib/root.mjs';
import { runNode } from './lib/run-command.mjs';
import { assertFree, close, listen } from './serve/listen.mjs';
import { createStaticServer } from './serve/static-server.mjs';

const USAGE = `npm start -- [options]
  --port N     the port to serve at (5173)
  --data DIR   also serve this folder, read-only, at /data/
  --watch      build again when a source file changes`;

const out = join(root, '.cache/start');

async function start(options) {
  const stop = new AbortController();
  let servers = [];
  onEnd(() => {
    stop.abort();
    void close(servers).then(() => process.exit(0));
  });

  await assertFree(options.port);
  await step('installing what is missing', () => installMissing({ signal: stop.signal }));
  const { prepareLeaflet } = await import('./prepare.mjs');
  await prepareLeaflet();
  // The two share no file, and a machine has more than one core.
  await Promise.all([
    step('making the example data', () => makeExampleData(stop.signal)),
    step('building the library', () => buildLibrary(options.watch)),
  ]);

  const { port, servers: opened } = await listen(() => createStaticServer(serverOptions(options)), options.port);
  servers = opened;
  await warmUp(port);
  console.log(
    `\nThe demo is ready: http://localhost:${port}/\n${options.data ? `Data from ${options.data} is at /data/\n` : ''}`,
  );
}

async function step(what, work) {
  const begin = performance.now();
  await work();
  console.log(`${what}: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
}

async function makeExampleData(signal) {
  const code = await runNode(join(root, 'packages/voorbeeldland/make.mjs'), [], { signal });
  if (code !== 0) throw new Error(`making the example data ended with exit code ${code}`);
}

async function buildLibrary(watch) {
  const { bundleOneFile, elements, leafletLayer } = await import('./lib/bundle.mjs');
  await mkdir(out, { recursive: true });
  const deliveries = [{ entry: join(elements, 'src/zicht-op.ts') }, leafletLayer];
  for (const delivery of deliveries) {
    const result = await bundleOneFile({ ...delivery, out, format: 'es', watch });
    if (watch) await firstBuild(result);
  }
}

/** Waits for a watcher's first result; reports the later ones. */
function firstBuild(watcher) {
  return new Promise((done) => {
    watcher.on('event', (event) => {
      if (event.code === 'END') {
        console.log('built: reload the page to see it');
        done();
      } else if (event.code === 'ERROR') {
        console.error(`not built: ${event.error.message}`);
        done();
      }
    });
  });
}

function serverOptions({ data }) {
  const mounts = [
    { at: '/zicht-op.js', file: join(out, 'zicht-op.js') },
    { at: '/zicht-op.js.map', file: join(out, 'zicht-op.js.map') },
    { at: '/zicht-op-leaflet.js', file: join(out, 'zicht-op-leaflet.js') },
    { at: '/zicht-op-leaflet.js.map', file: join(out, 'zicht-op-leaflet.js.map') },
    // For the page of a host with a map of its own.
    { at: '/leaflet/', folder: join(root, 'node_modules/leaflet/dist') },
    { at: '/', folder: join(root, 'demo') },
  ];
  return { mounts: data ? [{ at: '/data/', folder: data }, ...mounts] : mounts, hasData: data !== null };
}

/** Asks for what every visit needs, so that the first visitor doesn't wait for it to be compressed. */
async function warmUp(port) {
  for (const path of ['/', '/zicht-op.js']) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  }
}

/** Throws where an option is unknown or makes no sense. */
function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '5173' },
      data: { type: 'string' },
      watch: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65535)
    throw new Error(`--port takes a number up to 65535, not ${values.port}`);
  // npm runs scripts at the root, wherever it was called.
  const here = (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) || process.cwd();
  const data = values.data === undefined ? null : resolve(here, values.data);
  if (data !== null && !(existsSync(data) && statSync(data).isDirectory()))
    throw new Error(`--data: ${data} is no folder`);
  return { port, data, watch: values.watch, help: values.help };
}

try {
  const options = readOptions();
  if (options.help) console.log(USAGE);
  else await start(options);
} catch (error) {
  console.error(`\nnpm start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
