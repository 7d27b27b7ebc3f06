import { expect } from '@open-wc/testing';
import { newId, serve, serveBody } from './fault-server.js';

describe('the fault server', () => {
  it('plays its answers in order and repeats the last', async () => {
    const { url } = await serve([{ status: 503, headers: { 'Retry-After': '2' } }, { body: '{"a":1}' }]);
    const first = await fetch(url);
    expect([first.status, first.headers.get('retry-after')]).to.deep.equal([503, '2']);
    expect(await (await fetch(url)).json()).to.deep.equal({ a: 1 });
    expect(await (await fetch(url)).json()).to.deep.equal({ a: 1 });
  });

  it('tells addresses apart by what follows, query included', async () => {
    const id = newId();
    const one = await serve({ body: '1' }, '/rows?skip=0', id);
    const two = await serve({ body: '2' }, '/rows?skip=1', id);
    expect(await (await fetch(one.url)).text()).to.equal('1');
    expect(await (await fetch(two.url)).text()).to.equal('2');
    expect(await one.requests()).to.have.length(1);
  });

  it('holds the headers until released', async () => {
    const { url, release, requests } = await serve({ hold: true, body: '"late"' });
    let answered = false;
    const answer = fetch(url).then((response) => {
      answered = true;
      return response.json() as Promise<unknown>;
    });
    while ((await requests()).length === 0);
    expect(answered).to.equal(false);
    await release();
    expect(await answer).to.equal('late');
  });

  it('stalls in the middle of a body until released', async () => {
    const { url, release } = await serve({ body: '{"a":1}', stallAfter: 3 });
    const response = await fetch(url);
    const text = response.text();
    await release();
    expect(await text).to.equal('{"a":1}');
  });

  it('cuts a body short', async () => {
    const { url, requests } = await serve({ body: '{"a":1}', cutAfter: 3 });
    const response = await fetch(url);
    const error: unknown = await response.text().catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError);
    expect(await requests()).to.deep.equal([{ path: '/data.json', done: false, gone: true }]);
  });

  it('sends more than it could hold', async () => {
    const { url } = await serve({ body: 'x'.repeat(1000), repeat: 5000, length: null });
    expect((await (await fetch(url)).arrayBuffer()).byteLength).to.equal(5_000_000);
  });

  it('logs that a visitor gave up', async () => {
    const { url, requests, release } = await serve({ hold: true });
    const controller = new AbortController();
    const answer = fetch(url, { signal: controller.signal }).catch((error: unknown) => (error as Error).name);
    while ((await requests()).length === 0);
    controller.abort();
    expect(await answer).to.equal('AbortError');
    while (!(await requests())[0].gone);
    await release();
    expect((await requests())[0].done).to.equal(false);
  });

  it('answers 404 where nothing was scripted', async () => {
    expect((await fetch('/fault/at/none/data.json')).status).to.equal(404);
  });

  it('serves a body as JSON', async () => {
    const { url } = await serveBody({ a: [1] });
    const response = await fetch(url);
    expect(response.headers.get('content-type')).to.equal('application/json');
    expect(await response.json()).to.deep.equal({ a: [1] });
  });
});

describe('the page that browser tests run in', () => {
  it('has the language and the time zone of the Netherlands', () => {
    expect(navigator.language).to.equal('nl-NL');
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).to.equal('Europe/Amsterdam');
  });
});
