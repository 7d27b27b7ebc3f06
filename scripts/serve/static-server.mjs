import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { contentType, isCompressible } from './content-type.mjs';
import { locate } from './locate.mjs';
import { fitPage } from './page.mjs';
import { parseRange } from './range.mjs';

const compress = promisify(gzip);
/** Bytes; larger files are sent as they are. */
const LARGEST_COMPRESSED = 64_000_000;
const SMALLEST_COMPRESSED = 1_000;
const LOCAL_HOSTS = /^(localhost|[\w-]+\.localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * A file server for this machine alone: it answers GET and HEAD, with gzip, ETag and ranges, to requests that name a
 * local host, so that a page elsewhere can't read the visitor's data through a name of its own. See `locate` for
 * `mounts`. Answers a server that doesn't listen yet.
 */
export function createStaticServer({ mounts, hasData = false }) {
  const compressed = new Map();
  return createServer((request, response) => {
    answer(request, response, { mounts, hasData, compressed }).catch((error) => {
      // The visitor has gone, or the file changed while it was read.
      if (!response.headersSent) refuse(response, 500, 'The file could not be read.');
      response.destroy();
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') console.error(`${request.url}: ${error.message}`);
    });
  });
}

async function answer(request, response, context) {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-cache');
  if (!LOCAL_HOSTS.test(request.headers.host ?? ''))
    return refuse(response, 403, 'This server answers to localhost only.');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405, 'This server only reads.');
  }
  const { pathname } = new URL(`http://localhost${request.url?.startsWith('/') ? request.url : '/'}`);
  const target = await locate(pathname, context.mounts);
  if (target === null) {
    // Browsers ask for it unbidden, and a 404 would stand in the console.
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    return refuse(response, 404, 'There is no such file.');
  }
  if (target.redirect !== undefined) return response.writeHead(308, { Location: target.redirect }).end();
  return target.file.endsWith('.html')
    ? sendPage(target, response, context)
    : sendFile(target, request, response, context);
}

async function sendPage({ file }, response, { hasData }) {
  const page = fitPage(await readFile(file, 'utf8'), { hasData });
  if (page === null) return refuse(response, 404, 'This page needs data of yours: npm start -- --data DIR');
  response.setHeader('Content-Type', contentType(file));
  response.end(page);
}

async function sendFile({ file, stats }, request, response, { compressed }) {
  const type = contentType(file);
  const version = `${stats.size.toString(36)}-${Math.round(stats.mtimeMs).toString(36)}`;
  const zipped = wantsGzip(request, type, stats.size) ? await compressedBody(file, version, compressed) : null;
  const tag = `"${version}${zipped ? '-gzip' : ''}"`;
  response.setHeader('Content-Type', type);
  response.setHeader('ETag', tag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === tag) return response.writeHead(304).end();
  if (zipped) {
    response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': zipped.length });
    return response.end(request.method === 'HEAD' ? undefined : zipped);
  }

  response.setHeader('Accept-Ranges', 'bytes');
  const asked = request.headers['if-range'] === undefined || request.headers['if-range'] === tag;
  const range = asked ? parseRange(request.headers.range, stats.size) : null;
  if (range === 'unsatisfiable') {
    response.setHeader('Content-Range', `bytes */${stats.size}`);
    return refuse(response, 416, 'The file is shorter than that.');
  }
  const { start, end } = range ?? { start: 0, end: stats.size - 1 };
  if (range) response.setHeader('Content-Range', `bytes ${start}-${end}/${stats.size}`);
  response.writeHead(range ? 206 : 200, { 'Content-Length': end - start + 1 });
  if (request.method === 'HEAD' || stats.size === 0) return response.end();
  return pipeline(createReadStream(file, { start, end }), response);
}

function wantsGzip(request, type, size) {
  return (
    request.headers.range === undefined &&
    /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(request.headers['accept-encoding'] ?? '') &&
    isCompressible(type) &&
    size >= SMALLEST_COMPRESSED &&
    size <= LARGEST_COMPRESSED
  );
}

/** Compresses a file once per version; two visitors at a time share the work. */
async function compressedBody(file, version, compressed) {
  const known = compressed.get(file);
  if (known?.version === version) return known.body;
  const body = readFile(file).then((bytes) => compress(bytes));
  compressed.set(file, { version, body });
  return body;
}

function refuse(response, status, message) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${message}\n`);
}
