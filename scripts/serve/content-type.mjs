import { extname } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.topojson': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Media type of a file by the end of its name; bytes of an unknown kind where that says nothing. */
export function contentType(path) {
  const ending = extname(path).toLowerCase();
  return Object.hasOwn(TYPES, ending) ? TYPES[ending] : 'application/octet-stream';
}

/** Whether gzip makes such content smaller. */
export function isCompressible(type) {
  return /^text\/|json|svg|octet-stream/.test(type);
}
