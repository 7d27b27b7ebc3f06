import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Host, STRICT_POLICY, statesOf } from './support/host.js';

const ALL_READY = ['zo-choropleth ready', 'zo-indicator-table ready', 'zo-branch-outlier ready'];
const CLEAN = { violations: [], complaints: [], requests: [] };

interface Widget extends HTMLElement {
  readonly map: {
    getSize(): { x: number; y: number };
    getCenter(): { lng: number };
    getContainer(): HTMLElement;
    getZoom(): number;
  };
  readonly ready: Promise<void>;
  selected: string;
  toRows(): { region: string; kind: string; value?: number }[];
  toBlob(format: string): Promise<Blob>;
}

let host: Host;
beforeAll(async () => {
  host = await Host.open();
});
afterAll(() => host.close());

describe('a page under a strict policy with Trusted Types enforced', () => {
  it.each(['widgets.html', 'classic.html'])('shows all three elements without a report: %s', async (name) => {
    const { page, trouble } = await host.visit(name);
    expect(await statesOf(page)).toEqual(ALL_READY);
    expect(trouble).toEqual(CLEAN);
  });

  it('asks for each address once, and for no other', async () => {
    const { page, asked } = await host.visit('widgets.html');
    await statesOf(page);
    const expected = [
      '/data/figures.json',
      '/data/shapes.topojson',
      '/first/zicht-op.js',
      '/page.css',
      '/widgets.html',
    ];
    expect(asked.filter((path) => path !== '/favicon.ico').sort()).toEqual(expected);
  });

  it('stays without a report while a visitor points, picks and types', async () => {
    const { page, trouble } = await host.visit('widgets.html');
    await statesOf(page);
    for (const tag of ['zo-choropleth', 'zo-indicator-table', 'zo-branch-outlier']) {
      const box = await page.locator(tag).boundingBox();
      if (!box) throw new Error(`${tag} has no box`);
      await page.locator(tag).scrollIntoViewIfNeeded();
      await page.locator(tag).hover({ position: { x: box.width / 2, y: box.height / 2 } });
      await page.locator(tag).click({ position: { x: box.width / 2, y: box.height / 2 } });
    }
    for (let i = 0; i < 40; i++) await page.keyboard.press(i % 3 === 0 ? 'ArrowRight' : 'Tab');
    for (const select of await page.locator('select').all()) {
      const last = await select.locator('option').last().getAttribute('value');
      if (await select.isVisible()) await select.selectOption(last);
    }
    await statesOf(page);
    expect(trouble).toEqual(CLEAN);
  });

  it.each([
    ['zo-choropleth', ['csv', 'json', 'png', 'svg', 'geojson']],
    ['zo-indicator-table', ['csv', 'json']],
    ['zo-branch-outlier', ['csv', 'json', 'png', 'svg']],
  ])('makes the files of %s without a report', async (tag, formats) => {
    const { page, trouble } = await host.visit('widgets.html');
    await statesOf(page);
    const sizes = await page.evaluate(
      async ({ tag, formats }) => {
        const widget = document.querySelector(tag) as unknown as Widget;
        const blobs = await Promise.all(formats.map((format) => widget.toBlob(format)));
        return blobs.map((blob) => blob.size);
      },
      { tag, formats },
    );
    for (const size of sizes) expect(size).toBeGreaterThan(100);
    expect(trouble).toEqual(CLEAN);
  });

  it('lets the map be dragged and zoomed: a bundler has kept what Leaflet adds to itself', async () => {
    const { page } = await host.visit('widgets.html');
    await statesOf(page);
    const view = (): Promise<number[]> =>
      page.evaluate(() => {
        const { map } = document.querySelector('zo-choropleth') as unknown as Widget;
        return [map.getCenter().lng, map.getZoom()];
      });
    const place = await page.evaluate(() => {
      const { map } = document.querySelector('zo-choropleth') as unknown as Widget;
      const { x, y, width, height } = map.getContainer().getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    const [longitude, zoom] = await view();
    await page.mouse.move(place.x, place.y);
    await page.mouse.down();
    await page.mouse.move(place.x - 60, place.y, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => (await view())[0]).toBeGreaterThan(longitude);
    await page.mouse.wheel(0, -300);
    await expect.poll(async () => (await view())[1]).toBeGreaterThan(zoom);
  });

  it('shows a name that is markup as text', async () => {
    const { page } = await host.visit('widgets.html');
    await statesOf(page);
    const images = await page.evaluate(() => {
      const within = (root: Document | ShadowRoot): Element[] =>
        [...root.querySelectorAll('*')].flatMap((element) => [
          element,
          ...(element.shadowRoot ? within(element.shadowRoot) : []),
        ]);
      return within(document).filter((element) => element.getAttribute('src') === 'x').length;
    });
    expect(images).toBe(0);
  });

  it('asks for nothing and says nothing without a source', async () => {
    const { page, trouble, asked } = await host.visit('idle.html');
    expect(await statesOf(page)).toEqual(['zo-choropleth idle', 'zo-indicator-table idle', 'zo-branch-outlier idle']);
    expect(asked).not.toContainEqual(expect.stringContaining('/data/'));
    expect(trouble).toEqual(CLEAN);
  });

  it('adds no global names but those of Lit', async () => {
    const { page } = await host.visit('idle.html');
    await statesOf(page);
    const added = await page.evaluate(() => {
      const before = new Set((window as unknown as { namesBefore: string[] }).namesBefore);
      return Object.getOwnPropertyNames(window).filter((name) => !before.has(name) && name !== 'namesBefore');
    });
    const ofLit = ['litElementVersions', 'litHtmlVersions', 'reactiveElementVersions', 'litPropertyMetadata'];
    expect(added.filter((name) => !ofLit.includes(name))).toEqual([]);
  });
});

describe('a page that has the library more than once', () => {
  // Lit's policy has one name, so a second copy needs leave to make it again.
  const policy = `${STRICT_POLICY} 'allow-duplicates'`;

  it('works as if it had it once', async () => {
    const { page, trouble } = await host.visit('copies.html', policy);
    expect(await statesOf(page)).toEqual(ALL_READY);
    expect(trouble).toEqual(CLEAN);
  });
});

describe("a page with the host's own Leaflet", () => {
  // The host's Leaflet assigns markup itself, so such a host can't enforce Trusted Types.
  const policy = STRICT_POLICY.split('; require-trusted')[0];

  it('leaves the global L alone', async () => {
    const { page, trouble } = await host.visit('beside-leaflet.html', policy);
    await statesOf(page);
    const same = await page.evaluate(() => {
      const own = window as unknown as { L: { version: string }; ownLeaflet: unknown };
      return [own.L === own.ownLeaflet, own.L.version];
    });
    expect(same).toEqual([true, '1.9.4']);
    expect(trouble).toEqual(CLEAN);
  });

  it('lets both maps follow a change of size', async () => {
    const { page } = await host.visit('beside-leaflet.html', policy);
    await statesOf(page);
    const sizes = (): Promise<number[]> =>
      page.evaluate(() => {
        const { ownMap } = window as unknown as { ownMap: Widget['map'] };
        const widget = document.querySelector('zo-choropleth') as unknown as Widget;
        return [ownMap.getSize().x, widget.map.getSize().x];
      });
    const before = await sizes();
    await page.addStyleTag({ url: '/narrow.css' });
    await page.setViewportSize({ width: 600, height: 800 });
    await expect.poll(sizes).not.toEqual(before);
    await expect.poll(async () => (await sizes())[0]).toBe(300);
    await expect.poll(async () => (await sizes())[1]).toBeLessThan(before[1]);
  });

  it('lets both maps answer to the keyboard', async () => {
    const { page } = await host.visit('beside-leaflet.html', policy);
    await statesOf(page);
    const centre = (): Promise<number> =>
      page.evaluate(() => (window as unknown as { ownMap: { getCenter(): { lng: number } } }).ownMap.getCenter().lng);
    const before = await centre();
    await page.locator('#own-map').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(centre).toBeGreaterThan(before);

    // The element's map is one stop further on; its arrows move between regions and its Enter picks one.
    const selected = (): Promise<string> =>
      page.evaluate(() => (document.querySelector('zo-choropleth') as unknown as Widget).selected);
    await page.evaluate(() => {
      const root = document.querySelector('zo-choropleth')?.shadowRoot;
      (
        root?.querySelector('[role="application"], [part~="map"][tabindex], [part~="map"] [tabindex]') as HTMLElement
      ).focus();
    });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(selected).toMatch(/^GMV00\d$/);
  });
});
