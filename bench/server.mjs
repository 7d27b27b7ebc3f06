import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  csv: 'text/csv; charset=utf-8',
  topojson: 'application/json',
  json: 'application/json',
};

/**
 * Serves files held in memory, compressed once, on loopback. `files` gives the bytes of a path, or null.
 * @param {(path: string) => Promise<Buffer | null>} files
 */
export async function serveFiles(files) {
  const known = new Map();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const body = known.get(path) ?? (await files(path));
    if (!body) return void response.writeHead(404).end();
    if (!known.has(path)) known.set(path, gzipSync(body));
    response.writeHead(200, {
      'Content-Type': TYPES[path.split('.').pop()] ?? 'application/octet-stream',
      'Content-Encoding': 'gzip',
      'Cache-Control': 'no-store',
    });
    response.end(known.get(path));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
