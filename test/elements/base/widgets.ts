import { fixture, html } from '@open-wc/testing';
import type { DataElement } from '@zicht-op/elements/base/data-element.js';
import type { ZoChoropleth } from '@zicht-op/elements/choropleth/zo-choropleth.js';
import type { ZoIndicatorTable } from '@zicht-op/elements/indicator-table/zo-indicator-table.js';
import '@zicht-op/elements/choropleth/define.js';
import '@zicht-op/elements/indicator-table/define.js';
import { gridCodes, gridTopology, jsonStat, type Figures, type Grid } from '../../support/grid-country.js';

/** Three municipalities beside each other: small enough to write their figures down. */
export const GRID: Grid = { columns: 3, rows: 1 };
export const CODES = gridCodes(GRID);
export const SHAPES = gridTopology(GRID);

/** Figures of the three in one period, for one indicator `a`; others by `dataset`. */
export const DATA = jsonStat(CODES, { a: { '2023': { GM0001: 1, GM0002: 2, GM0003: 3 } } });

export const dataset = (figures: Figures, more: Readonly<Record<string, unknown>> = {}) =>
  jsonStat(CODES, figures, more);

/** Three figures of one period, from the first municipality to the last. */
export const row = (...figures: (number | string | null)[]) =>
  Object.fromEntries(CODES.map((code, i) => [code, figures[i] ?? null]));

/** A map with these properties, when it has settled. */
export async function map(properties: Readonly<Record<string, unknown>> = {}): Promise<ZoChoropleth> {
  const element = await fixture<ZoChoropleth>(html`<zo-choropleth></zo-choropleth>`);
  Object.assign(element, properties);
  await element.ready;
  return element;
}

/** A table with these properties, when it has settled. */
export async function table(properties: Readonly<Record<string, unknown>> = {}): Promise<ZoIndicatorTable> {
  const element = await fixture<ZoIndicatorTable>(html`<zo-indicator-table></zo-indicator-table>`);
  Object.assign(element, properties);
  await element.ready;
  return element;
}

type Method = 'error' | 'warn' | 'info' | 'log';

/** What is said on the console while something is done, so that a test run stays quiet. */
export async function listening<T>(act: () => Promise<T> | T): Promise<{ result: T; said: Record<Method, string[]> }> {
  const said: Record<Method, string[]> = { error: [], warn: [], info: [], log: [] };
  const methods = Object.keys(said) as Method[];
  const originals = methods.map((method) => [method, console[method]] as const);
  for (const method of methods) console[method] = (...parts: unknown[]) => said[method].push(parts.join(' '));
  try {
    return { result: await act(), said };
  } finally {
    for (const [method, original] of originals) console[method] = original;
  }
}

/** Names of the events of ours that an element fires while something is done, in order. */
export async function eventsOf(element: Element, act: () => Promise<unknown> | unknown): Promise<string[]> {
  const names = ['zo-select', 'zo-hover', 'zo-view-change', 'zo-load', 'zo-error'];
  const fired: string[] = [];
  const listen = (event: Event) => fired.push(event.type);
  for (const name of names) element.addEventListener(name, listen);
  await act();
  for (const name of names) element.removeEventListener(name, listen);
  return fired;
}

/** A function to use instead of the page's, that answers from a record of addresses, and what it was asked for. */
export function fakeFetch(answers: Readonly<Record<string, unknown>>): { fetch: typeof fetch; asked: string[] } {
  const asked: string[] = [];
  const answer = async (input: RequestInfo | URL): Promise<Response> => {
    const { pathname, search } = new URL(String(input));
    asked.push(pathname + search);
    const body = Object.hasOwn(answers, pathname + search) ? answers[pathname + search] : undefined;
    if (body === undefined) return new Response('', { status: 404 });
    return new Response(typeof body === 'string' ? body : JSON.stringify(body));
  };
  return { fetch: answer, asked };
}

/** Texts shown in an element's shadow root, white space folded. */
export const textOf = (element: Element | null | undefined): string =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

export const partOf = (element: DataElement, part: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(`[part~="${part}"]`) ?? null;

/** Kinds and figures of the rows, region by region. */
export const seen = (element: DataElement): Record<string, number | string> =>
  Object.fromEntries(element.toRows().map((one) => [one.region, one.value ?? one.kind]));
