import { expect, fixture, html } from '@open-wc/testing';
import { defineElement } from '@zicht-op/elements/base/define-element.js';
import { DataElement } from '@zicht-op/elements/base/data-element.js';
import { listening } from '../base/widgets.js';
import { serve, serveBody } from './fault-server.js';

/** What the suite has to know of an element. */
export interface ContractSubject {
  readonly tag: 'zo-choropleth' | 'zo-indicator-table' | 'zo-branch-outlier';
  /** Properties that make it ready without a request. */
  readonly properties: () => Readonly<Record<string, unknown>>;
  /** Words that are on screen in Dutch, and the same in English. */
  readonly words: readonly [dutch: RegExp, english: RegExp];
  /** The picture itself, of which at least half of a given height is; null for an element without a map. */
  readonly picture: string | null;
}

const textIn = (element: Element): string => element.shadowRoot?.textContent ?? '';

const settled = async (element: DataElement): Promise<DataElement> => {
  await element.ready;
  await element.updateComplete;
  return element;
};

/** What every data widget has to hold to, whatever it shows. Called for each tag, so that none is forgotten. */
export function contractSuite({ tag, properties, words, picture }: ContractSubject): void {
  const make = async (given: Readonly<Record<string, unknown>> = {}): Promise<DataElement> => {
    const place = await fixture(html`<div></div>`);
    const element = document.createElement(tag) as DataElement;
    Object.assign(element, given);
    place.append(element);
    return settled(element);
  };

  describe(`${tag}, as every data widget`, () => {
    it('is defined once, and a second time without harm', async () => {
      const known = customElements.get(tag) as CustomElementConstructor;
      const { said } = await listening(() => defineElement(tag, known));
      expect(customElements.get(tag)).to.equal(known);
      expect(said).to.deep.equal({ error: [], warn: [], info: [], log: [] });
    });

    it('upgrades an element that was there before, with what was set on it', async () => {
      const element = document.implementation.createHTMLDocument().createElement(tag) as unknown as DataElement;
      Object.assign(element, properties());
      expect(element instanceof DataElement).to.equal(false);
      const { result: status } = await listening(async () => {
        (await fixture(html`<div></div>`)).append(document.adoptNode(element));
        return element.ready;
      });
      expect(status).to.equal('ready');
      expect(element.toRows()).not.to.deep.equal([]);
    });

    it('hides with the hidden attribute', async () => {
      const element = await make(properties());
      expect(getComputedStyle(element).display).to.equal('block');
      element.hidden = true;
      expect(getComputedStyle(element).display).to.equal('none');
    });

    it('asks for nothing without an address, and says nothing when all is well', async () => {
      const original = window.fetch;
      const asked: string[] = [];
      window.fetch = (input) => {
        asked.push(String(input));
        return Promise.reject(new TypeError('none is allowed here'));
      };
      try {
        const { said } = await listening(async () => {
          const element = await make();
          expect(element.status).to.equal('idle');
          Object.assign(element, properties());
          await settled(element);
          expect(element.status).to.equal('ready');
          element.remove();
        });
        expect(said).to.deep.equal({ error: [], warn: [], info: [], log: [] });
      } finally {
        window.fetch = original;
      }
      expect(asked).to.deep.equal([]);
    });

    it('has no accessibility fault while idle', async () => {
      await expect(await make()).to.be.accessible();
    });

    it('has none while loading', async () => {
      const { url, release, requests } = await serve({ hold: true, body: '{}' });
      const element = await make();
      element.src = url;
      while ((await requests()).length === 0);
      await element.updateComplete;
      expect(element.matches(':state(loading)')).to.equal(true);
      await expect(element).to.be.accessible();
      await listening(async () => {
        await release();
        await element.ready;
      });
    });

    it('has none when it is ready, in either scheme', async () => {
      const element = await make(properties());
      await expect(element).to.be.accessible();
      element.style.setProperty('color-scheme', 'dark');
      await settled(element);
      await expect(element).to.be.accessible();
    });

    it('has none beside another of its kind that shows the same', async () => {
      const one = await make({ ...properties(), within: 'NL01' });
      const two = document.createElement(tag) as DataElement;
      Object.assign(two, { ...properties(), within: 'NL01' });
      one.parentElement?.append(two);
      await settled(two);
      await expect(one.parentElement as Element).to.be.accessible();
    });

    it('has none as a still figure in a low box, whose parts scroll', async () => {
      const element = await make({ ...properties(), noControls: true, selected: '' });
      element.style.setProperty('width', '360px');
      for (const height of ['400px', '260px']) {
        element.style.setProperty('height', height);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        await expect(element).to.be.accessible();
      }
    });

    it('has none after an error, without and with a last good picture', async () => {
      const { url } = await serve({ status: 404 });
      const { result: element } = await listening(() => make({ src: url }));
      expect(element.status).to.equal('error');
      await expect(element).to.be.accessible();
      await listening(async () => {
        Object.assign(element, properties());
        await settled(element);
        element.period = '1800';
        await settled(element);
      });
      expect(element.status).to.equal('error');
      await expect(element).to.be.accessible();
    });

    it('is the same after it left the page and came back', async () => {
      const element = await make(properties());
      const home = element.parentElement as Element;
      const before = { rows: element.toRows(), text: textIn(element) };
      element.remove();
      await settled(element);
      home.append(element);
      await settled(element);
      expect(element.status).to.equal('ready');
      expect(element.toRows()).to.deep.equal(before.rows);
      expect(textIn(element)).to.equal(before.text);
    });

    it('speaks Dutch, and English where the page does', async () => {
      const element = await make(properties());
      const [dutch, english] = words;
      expect(textIn(element)).to.match(dutch);
      element.lang = 'en';
      await settled(element);
      expect(textIn(element)).to.match(english);
      expect(textIn(element)).not.to.match(dutch);
    });

    it('takes its figures from an address as well as from a property', async () => {
      const { data, ...others } = properties();
      const { url } = await serveBody(data);
      const [one, two] = [await make(properties()), await make({ ...others, src: url })];
      expect(two.toRows()).to.deep.equal(one.toRows());
    });

    sizes({ tag, make, properties, picture });
  });
}

interface SizeSubject extends Pick<ContractSubject, 'tag' | 'properties' | 'picture'> {
  readonly make: (given: Readonly<Record<string, unknown>>) => Promise<DataElement>;
}

function sizes({ make, properties, picture }: SizeSubject): void {
  const widths = [360, 700, 1200];
  for (const width of widths) {
    it(`makes a page of ${width} pixels no wider`, async () => {
      const element = await make(properties());
      const place = element.parentElement as HTMLElement;
      place.style.setProperty('width', `${width}px`);
      await settled(element);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      expect(place.scrollWidth).to.be.at.most(width);
      expect(element.scrollWidth).to.be.at.most(width);
    });

    for (const height of [400, 640]) {
      it(`fits in a height of ${height} pixels at a width of ${width}`, async () => {
        const element = await make(properties());
        element.style.setProperty('width', `${width}px`);
        element.style.setProperty('height', `${height}px`);
        await settled(element);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const box = element.getBoundingClientRect();
        expect(box.height).to.equal(height);
        expect(element.scrollHeight).to.be.at.most(height);
        if (picture === null) return;
        const drawn = (element.shadowRoot?.querySelector(picture) as Element).getBoundingClientRect();
        expect(drawn.height).to.be.at.least(height / 2 - 0.5);
        expect([drawn.top >= box.top, drawn.bottom <= box.bottom + 0.5]).to.deep.equal([true, true]);
      });
    }
  }
}
