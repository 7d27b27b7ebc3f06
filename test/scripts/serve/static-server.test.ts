import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, listen } from '../../../scripts/serve/listen.mjs';
import { createStaticServer } from '../../../scripts/serve/static-server.mjs';

const TEXT = 'a,b\n'.repeat(1000);

describe('createStaticServer', () => {
  let folder = '';
  let base = '';
  let port = 0;
  let servers: Awaited<ReturnType<typeof listen>>['servers'] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zicht-op-serve-'));
    await mkdir(join(folder, 'data/.git'), { recursive: true });
    await mkdir(join(folder, 'data/sub'));
    await mkdir(join(folder, 'demo'));
    await writeFile(join(folder, 'secret.txt'), 'secret');
    await symlink(join(folder, 'secret.txt'), join(folder, 'data/link.txt'));
    await writeFile(join(folder, 'data/.git/config'), 'secret');
    await writeFile(join(folder, 'data/table.csv'), TEXT);
    await writeFile(join(folder, 'data/empty.json'), '');
    await writeFile(join(folder, 'data/geo.topojson'), '{}');
    await writeFile(join(folder, 'data/a b%.txt'), 'odd');
    await writeFile(join(folder, 'demo/index.html'), 'a<!--if data--><a href="/cbs.html">b</a><!--endif-->c');
    await writeFile(join(folder, 'demo/cbs.html'), '<!--needs data-->page');
    await writeFile(join(folder, 'bundle.js'), 'export {};');
    const mounts = [
      { at: '/data/', folder: join(folder, 'data') },
      { at: '/zicht-op.js', file: join(folder, 'bundle.js') },
      { at: '/', folder: join(folder, 'demo') },
    ];
    const listening = await listen(() => createStaticServer({ mounts, hasData: true }), 0);
    ({ port, servers } = listening);
    base = `http://127.0.0.1:${port}`;
  });

  afterAll(async () => {
    await close(servers);
    await rm(folder, { recursive: true });
  });

  it.each([
    '/../secret.txt',
    '/data/../../secret.txt',
    '/data/%2e%2e/%2e%2e/secret.txt',
    '/data/..%2f..%2fsecret.txt',
    '/data/..%5c..%5csecret.txt',
    '/data/link.txt',
    '/data/.git/config',
    '/data//table.csv',
    '/data/table.csv/',
    '/data/%00',
    '/data/%zz',
    '/data/',
    '/zicht-op.js/',
    'http://127.0.0.1/secret.txt',
  ])('gives nothing at %s', async (path) => {
    const answer = await raw(port, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 (404|200)/);
    expect(answer).not.toContain('secret');
    if (answer.startsWith('HTTP/1.1 200')) expect(answer).toContain('cbs.html');
  });

  it.each(['rebound.example', 'localhost.example', '192.168.0.1', ''])('refuses the host name "%s"', async (host) => {
    const answer = await raw(port, `GET /data/table.csv HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 403/);
  });

  it.each(['localhost', '127.0.0.1', '[::1]:5173', 'LOCALHOST:1'])('answers to the host name %s', async (host) => {
    const answer = await raw(port, `GET /data/table.csv HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 200/);
  });

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/zicht-op.js', 'text/javascript; charset=utf-8'],
    ['/data/table.csv', 'text/csv; charset=utf-8'],
    ['/data/geo.topojson', 'application/json'],
    ['/data/empty.json', 'application/json'],
    ['/data/a%20b%25.txt', 'text/plain; charset=utf-8'],
  ])('serves %s as %s', async (path, type) => {
    const response = await fetch(base + path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('sends a compressed body that is the file again, and tells the two apart by tag', async () => {
    const plain = await fetch(`${base}/data/table.csv`, { headers: { 'accept-encoding': 'identity' } });
    const zipped = await fetch(`${base}/data/table.csv`, { headers: { 'accept-encoding': 'gzip' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(Number(zipped.headers.get('content-length'))).toBeLessThan(200);
    expect(await zipped.text()).toBe(await plain.text());
    expect(zipped.headers.get('etag')).not.toBe(plain.headers.get('etag'));
  });

  it('does not compress for who refuses it', async () => {
    const response = await fetch(`${base}/data/table.csv`, { headers: { 'accept-encoding': 'gzip;q=0, br' } });
    expect(response.headers.get('content-encoding')).toBeNull();
  });

  it('answers 304 to who has the version already', async () => {
    const first = await fetch(`${base}/data/table.csv`);
    await first.arrayBuffer();
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await fetch(`${base}/data/table.csv`, { headers })).status).toBe(304);
  });

  it.each([
    ['bytes=0-2', 206, 'a,b'],
    ['bytes=-4', 206, 'a,b\n'],
    ['bytes=3996-', 206, 'a,b\n'],
    ['bytes=3998-9999', 206, 'b\n'],
    ['bytes=4000-', 416, 'The file is shorter than that.\n'],
    ['bytes=2-1', 416, 'The file is shorter than that.\n'],
    ['lines=1-2', 200, TEXT],
    ['bytes=0-1,3-4', 200, TEXT],
  ])('answers the range %s with %i', async (range, status, body) => {
    const response = await fetch(`${base}/data/table.csv`, { headers: { range } });
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(body);
  });

  it('answers HEAD without a body', async () => {
    const response = await fetch(`${base}/data/table.csv`, { method: 'HEAD' });
    expect(response.headers.get('content-length')).not.toBeNull();
    expect(await response.text()).toBe('');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    expect((await fetch(`${base}/data/table.csv`, { method })).status).toBe(405);
  });

  it('redirects a folder to its address with a slash', async () => {
    const response = await fetch(`${base}/data/sub`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([308, '/data/sub/']);
  });

  it('answers the icon that browsers ask for with nothing, as a 404 would stand in the console', async () => {
    expect((await fetch(`${base}/favicon.ico`)).status).toBe(204);
  });

  it('keeps the links that need data where data is served', async () => {
    expect(await (await fetch(`${base}/`)).text()).toBe('a<a href="/cbs.html">b</a>c');
    expect(await (await fetch(`${base}/cbs.html`)).text()).toBe('page');
  });

  it('leaves out the links and refuses the pages that need data where none is served', async () => {
    const mounts = [{ at: '/', folder: join(folder, 'demo') }];
    const bare = await listen(() => createStaticServer({ mounts }), 0);
    try {
      expect(await (await fetch(`http://127.0.0.1:${bare.port}/`)).text()).toBe('ac');
      expect((await fetch(`http://127.0.0.1:${bare.port}/cbs.html`)).status).toBe(404);
    } finally {
      await close(bare.servers);
    }
  });

  it('says which port is taken', async () => {
    await expect(listen(() => createStaticServer({ mounts: [] }), port)).rejects.toThrow(`port ${port} is taken`);
  });
});

/** Sends a request as it stands: `fetch` would tidy the path. */
function raw(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.on('data', (bytes) => (answer += bytes.toString('latin1')));
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}
