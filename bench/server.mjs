import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  csv: 'text/csv; charset=utf-8',
  topojson: 'application/json',
};

/** Isolated pages have a clock of 5 µs instead of 100, and may measure their memory. */
const ISOLATION = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/**
 * Serves files held in memory on loopback, compressed once. `find` answers the bytes of an address, or null; it answers
 * the same bytes for the same address.
 * @param {(url: URL) => Buffer | null} find
 */
export async function serveFiles(find) {
  const known = new Map();
  let sent = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const body = known.get(url.href) ?? compressed(find(url));
    if (!body) return void response.writeHead(404).end();
    known.set(url.href, body);
    sent.push({ path: url.pathname, bytes: body.length });
    response.writeHead(200, {
      'Content-Type': TYPES[url.pathname.split('.').pop()] ?? 'application/octet-stream',
      'Content-Encoding': 'gzip',
      'Cache-Control': 'no-store',
      ...ISOLATION,
    });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** What was sent since this was asked last: path and compressed bytes of each answer. */
    sent() {
      const list = sent;
      sent = [];
      return list;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const compressed = (bytes) => (bytes ? gzipSync(bytes) : null);
