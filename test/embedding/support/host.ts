import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chromeArgs, findBrowser } from '../../../scripts/ensure-browser.mjs';
import { close, listen } from '../../../scripts/serve/listen.mjs';
import { createStaticServer } from '../../../scripts/serve/static-server.mjs';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const cdn = path('../../../packages/elements/dist/cdn/');

/** The policy that the hosts we know of send, with Trusted Types enforced and only Lit's own policy allowed. */
export const STRICT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

/** What a visit must not show; each list is empty for a clean one. */
export interface Trouble {
  /** Blocked by the page's policy: directive and what it was. */
  readonly violations: string[];
  /** Errors and warnings in the console, and exceptions nobody caught. */
  readonly complaints: string[];
  /** Requests to another origin, and requests that failed. */
  readonly requests: string[];
}

export interface Visit {
  readonly page: Page;
  readonly trouble: Trouble;
  /** All addresses asked for, without the origin, in order. */
  readonly asked: string[];
}

/** A site on this machine that serves test/embedding/pages, the built library (twice) and Leaflet, and a browser for it. */
export class Host {
  readonly #browser: Browser;
  readonly #servers: Awaited<ReturnType<typeof listen>>['servers'];
  readonly #origin: string;

  private constructor(browser: Browser, servers: Awaited<ReturnType<typeof listen>>['servers'], port: number) {
    this.#browser = browser;
    this.#servers = servers;
    this.#origin = `http://localhost:${port}`;
  }

  static async open(): Promise<Host> {
    await readFile(`${cdn}zicht-op.js`).catch(() => {
      throw new Error('packages/elements/dist/cdn/zicht-op.js is missing: run npm run build first');
    });
    const mounts = [
      // Two addresses are two modules to a browser: a page that has the library twice.
      { at: '/first/', folder: cdn },
      { at: '/second/', folder: cdn },
      { at: '/leaflet/', folder: path('../../../node_modules/leaflet/dist/') },
      { at: '/', folder: path('../pages/') },
    ];
    const { servers, port } = await listen(() => createStaticServer({ mounts }), 0);
    return new Host(await openBrowser(), servers, port);
  }

  /** Opens a page under a policy and notes everything that goes wrong from the first byte on. */
  async visit(name: string, policy = STRICT_POLICY): Promise<Visit> {
    return openPage(this.#browser, `${this.#origin}/${name}`, async (page) => {
      await page.route(`${this.#origin}/${name}`, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
      });
    });
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await close(this.#servers);
  }
}

/** Starts the browser that the tests run in. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: (await findBrowser()) ?? undefined, args: chromeArgs });
}

/** Opens an address and notes everything that goes wrong from the first byte on. `prepare` comes before the visit. */
export async function openPage(
  browser: Browser,
  address: string,
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, locale: 'nl-NL' });
  const page = await context.newPage();
  const trouble: Trouble = { violations: [], complaints: [], requests: [] };
  const asked: string[] = [];
  await page.exposeFunction('noteViolation', (text: string) => void trouble.violations.push(text));
  await page.addInitScript(() => {
    addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sourceFile, lineNumber, sample }) => {
        const { noteViolation } = window as unknown as { noteViolation: (text: string) => void };
        noteViolation(`${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`);
      },
    );
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.complaints.push(message.text());
  });
  page.on('pageerror', (error) => trouble.complaints.push(String(error)));
  const { origin } = new URL(address);
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol === 'data:' || url.protocol === 'blob:') return;
    asked.push(url.pathname + url.search);
    if (url.origin !== origin) trouble.requests.push(`elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) trouble.requests.push(`${response.status()}: ${response.url()}`);
  });
  await prepare(page);
  await page.goto(address);
  return { page, trouble, asked };
}

/** Waits for every data widget of the page; answers their tags and states, `undefined` for one that never came alive. */
export function statesOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = ['zo-choropleth', 'zo-indicator-table', 'zo-branch-outlier'];
    const tags = names.filter((tag) => document.querySelector(tag) !== null);
    const tooLate = new Promise((resolve) => setTimeout(resolve, 15_000));
    await Promise.race([tooLate, Promise.all(tags.map((tag) => customElements.whenDefined(tag)))]);
    const widgets = [...document.querySelectorAll(names.join())] as (Element & {
      ready: Promise<void>;
      status: string;
    })[];
    await Promise.race([tooLate, Promise.all(widgets.map((widget) => widget.ready))]);
    return widgets.map((widget) => `${widget.localName} ${widget.status}`);
  });
}
