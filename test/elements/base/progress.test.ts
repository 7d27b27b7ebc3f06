import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { DataElement } from '@zicht-op/elements/base/data-element.js';
import type { ZoIndicatorTable } from '@zicht-op/elements/indicator-table/zo-indicator-table.js';
import { serve } from '../support/fault-server.js';
import { DATA, map, partOf, SHAPES, table, textOf } from './widgets.js';

const BODY = JSON.stringify(DATA);
/** What of the body comes before the server holds. */
const HALF = 200;

const shown = (element: DataElement) => partOf(element, 'received');
const bar = (element: DataElement) => shown(element)?.querySelector('progress') ?? null;
const barOf = (element: DataElement) => waitUntil(() => bar(element), 'no bar', { timeout: 8000 });
const spoken = (element: Element) => textOf(element.shadowRoot?.querySelector('[role=status]') ?? null);

/** A table whose data come half, until told. */
async function waiting(step: object = {}): Promise<{ element: ZoIndicatorTable; end: () => Promise<unknown> }> {
  const endpoint = await serve({ body: BODY, stallAfter: HALF, ...step });
  const element = await fixture<ZoIndicatorTable>(
    html`<zo-indicator-table lang="nl" src=${endpoint.url}></zo-indicator-table>`,
  );
  const end = async () => {
    await endpoint.release();
    return element.ready;
  };
  return { element, end };
}

describe('how far loading is', () => {
  it('is not shown for what is over sooner than half a second, nor before', async () => {
    const element = await table({ data: DATA });
    expect(shown(element)).to.equal(null);
    const { element: slow, end } = await waiting();
    await slow.updateComplete;
    expect(slow.status).to.equal('loading');
    expect(shown(slow)).to.equal(null);
    // The server holds by now: told to go on before that, it would hold for good.
    await barOf(slow);
    await end();
  });

  it('is shown with a bar and in words while it lasts, and gone when it is over', async () => {
    const { element, end } = await waiting();
    await barOf(element);
    expect(bar(element)?.max).to.equal(BODY.length);
    expect(bar(element)?.value).to.equal(HALF);
    expect(bar(element)?.getAttribute('aria-label')).to.equal('Gegevens worden geladen…');
    expect(textOf(shown(element))).to.equal('0,0 van 0,0 MB gelezen');
    await end();
    expect(element.status).to.equal('ready');
    expect(shown(element)).to.equal(null);
  });

  it('has a bar without an end where the length is not known', async () => {
    const { element, end } = await waiting({ length: null });
    await barOf(element);
    expect(bar(element)?.position).to.equal(-1);
    expect(textOf(shown(element))).to.equal('0,0 MB gelezen');
    await end();
  });

  it('is said once, politely, and gives way to what is said of the picture', async () => {
    const { element, end } = await waiting();
    expect(spoken(element)).to.equal('Gegevens worden geladen…');
    await barOf(element);
    const said = spoken(element);
    expect(said).to.equal('0,0 van 0,0 MB gelezen');
    await end();
    expect(spoken(element)).to.equal('');
  });

  it('takes no room that was not there', async () => {
    const { element, end } = await waiting();
    await element.updateComplete;
    const top = () => partOf(element, 'empty')?.getBoundingClientRect().top;
    const before = top();
    await barOf(element);
    expect(top()).to.equal(before);
    await end();
  });

  it('is shown by a map as well', async () => {
    const endpoint = await serve({ body: BODY, stallAfter: HALF });
    const element = await map({ boundariesData: SHAPES });
    element.src = endpoint.url;
    await barOf(element);
    await endpoint.release();
    await element.ready;
    expect(shown(element)).to.equal(null);
  });

  it('is gone with the request when another source takes its place', async () => {
    const { element } = await waiting();
    await barOf(element);
    element.data = DATA;
    element.src = '';
    await element.ready;
    expect(shown(element)).to.equal(null);
    expect(element.status).to.equal('ready');
  });

  it('stops with an element that is taken out of the page', async () => {
    const { element, end } = await waiting();
    await barOf(element);
    const parent = element.parentNode;
    element.remove();
    parent?.append(element);
    await end();
    expect(element.status).to.equal('ready');
  });
});
