import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage, statesOf } from './support/host.js';

// `npm start` as a newcomer meets it: every page that the start page leads to, in a browser that was never there.

const CLEAN = { violations: [], complaints: [], requests: [] };
const root = fileURLToPath(new URL('../../', import.meta.url));
const realData = fileURLToPath(new URL('../../../shared/data', import.meta.url));

describe.each([
  ['on the fictional country', [], true],
  ['on the real figures', ['--data', realData], existsSync(realData)],
])('the demo %s', (_, options, isPossible) => {
  describe.skipIf(!isPossible)('with the data at hand', () => {
    let server: ChildProcess;
    let browser: Browser;
    let address = '';

    beforeAll(async () => {
      server = spawn(process.execPath, ['scripts/start.mjs', '--port', '0', ...options], { cwd: root });
      [browser, address] = await Promise.all([openBrowser(), addressOf(server)]);
    }, 120_000);

    afterAll(async () => {
      await browser.close();
      server.kill('SIGTERM');
      await new Promise((resolve) => server.on('close', resolve));
    });

    it('has the three elements in the markup of its start page', async () => {
      const markup = await (await fetch(address)).text();
      for (const tag of ['zo-choropleth', 'zo-indicator-table', 'zo-branch-outlier']) {
        expect(markup).toContain(`<${tag}`);
      }
    });

    it('leads to pages that all settle without an error and with a clean console', async () => {
      const open = [address];
      const seen = new Map<string, unknown>();
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const { page, trouble } = await openPage(browser, next);
        const states = await statesOf(page);
        const isSettled = states.every((state) => /(ready|idle)$/.test(state));
        seen.set(next, isSettled ? trouble : { ...trouble, states });
        const links = await page.evaluate(() => [...document.querySelectorAll('a')].map(({ href }) => href));
        for (const link of links.map((href) => href.split('#')[0])) {
          if (link.startsWith(address) && !seen.has(link) && !open.includes(link)) open.push(link);
        }
        await page.context().close();
      }
      expect(Object.fromEntries(seen)).toEqual(Object.fromEntries([...seen.keys()].map((page) => [page, CLEAN])));
    }, 180_000);

    it('has the figures on a host’s own Leaflet map, between its tiles and its points', async () => {
      const { page, trouble } = await openPage(browser, `${address}leaflet.html`);
      await page.locator('#legenda li').first().waitFor();
      await page.locator('.leaflet-marker-icon').first().waitFor();
      const levels = await page.evaluate(() => {
        const panes = [
          '.leaflet-tile-pane',
          '.leaflet-zo-choropleth-pane',
          '.leaflet-overlay-pane',
          '.leaflet-marker-pane',
        ];
        return panes.map((pane) => {
          const element = document.querySelector(pane) as Element;
          return [element.childElementCount > 0, Number(getComputedStyle(element).zIndex)];
        });
      });
      expect(levels).toEqual([200, 350, 400, 600].map((level) => [true, level]));
      const options = page.locator('#gebied option');
      const [code, name] = await options.nth(1).evaluate(({ value, text }: HTMLOptionElement) => [value, text]);
      await page.locator('#gebied').selectOption(code);
      expect(await page.locator('#naam').textContent()).toBe(name);
      expect(await page.locator('#cijfer').textContent()).toMatch(/\S/);
      expect(trouble).toEqual(CLEAN);
      await page.context().close();
    });

    it('needs no second visit: a reload asks for the same addresses', async () => {
      const { page, asked } = await openPage(browser, address);
      await statesOf(page);
      const first = [...asked];
      asked.length = 0;
      await page.reload();
      await statesOf(page);
      expect([...new Set(asked)].sort()).toEqual([...new Set(first)].sort());
    });
  });
});

/** The address that the server prints once it is ready. Rejects, with what it said, where it ends before. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const read = (bytes: Buffer): void => {
      said += bytes.toString();
      const address = /The demo is ready: (\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.on('close', () => reject(new Error(`npm start ended: ${said}`)));
  });
}
