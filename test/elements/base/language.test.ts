import { expect, fixture, html } from '@open-wc/testing';
import type { DataElement } from '@zicht-op/elements/base/data-element.js';
import '@zicht-op/elements/branch-outlier/define.js';
import '@zicht-op/elements/choropleth/define.js';
import '@zicht-op/elements/indicator-table/define.js';
import { Localised } from '@zicht-op/locales/locale.js';
import { SHAPES, dataset, fakeFetch, listening, row } from './widgets.js';

const FIGURES = dataset({ a: { '2023': row(1234.5, 'Q', 3) }, b: { '2023': row(1100, 2, 3) } });

/** Words of all widgets, and one of each widget's own. */
const DUTCH = /niet gepubliceerd|Downloaden|geladen|Pijltjestoetsen|Kolommen|Afwijkingen/;
const ENGLISH = /not published|Download(?!en)|Loading|Arrow keys|Columns|Deviations/;

const TAGS = ['zo-choropleth', 'zo-indicator-table', 'zo-branch-outlier'] as const;

async function widget(tag: string, lang: string): Promise<DataElement> {
  const page = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  const element = document.createElement(tag) as DataElement;
  Object.assign(element, { data: FIGURES, boundariesData: SHAPES, actual: 'a', predicted: 'b' });
  page.append(element);
  return element;
}

const textOf = (element: Element): string => element.shadowRoot?.textContent ?? '';

/** Every text that an element has shown since, one per change. */
function record(element: Element): string[] {
  const texts: string[] = [];
  const observer = new MutationObserver(() => texts.push(textOf(element)));
  observer.observe(element.shadowRoot as ShadowRoot, { childList: true, characterData: true, subtree: true });
  return texts;
}

for (const tag of TAGS) {
  describe(`the language of ${tag}`, () => {
    it('is that of the page once it is ready, in every word and figure', async () => {
      const { result: element } = await listening(async () => {
        const made = await widget(tag, 'en');
        await made.ready;
        return made;
      });
      expect(textOf(element)).to.match(ENGLISH);
      expect(textOf(element)).not.to.match(DUTCH);
      expect(element.toRows().some(({ text }) => text === '1,234.5')).to.equal(true);
    });

    it('follows a change of lang, and ready says when', async () => {
      const { result: element } = await listening(() => widget(tag, 'nl'));
      await element.ready;
      expect(textOf(element)).to.match(DUTCH);
      element.lang = 'en';
      await element.ready;
      await element.updateComplete;
      expect(textOf(element)).to.match(ENGLISH);
      expect(textOf(element)).not.to.match(DUTCH);
      element.lang = 'nl';
      await element.ready;
      await element.updateComplete;
      expect(textOf(element)).to.match(DUTCH);
      expect(textOf(element)).not.to.match(ENGLISH);
    });

    it('is never half one and half the other', async () => {
      const { result: element } = await listening(() => widget(tag, 'en'));
      await element.updateComplete;
      const texts = record(element);
      await element.ready;
      await element.updateComplete;
      expect(texts).not.to.deep.equal([]);
      for (const text of texts) expect(DUTCH.test(text) && ENGLISH.test(text), text).to.equal(false);
    });
  });
}

describe('the words for a problem', () => {
  it('are there when it is told, and change with the language', async () => {
    const heard: string[] = [];
    const { result: element, said } = await listening(async () => {
      const { fetch } = fakeFetch({});
      const made = await widget('zo-indicator-table', 'nl');
      made.addEventListener('zo-error', ({ detail }) => heard.push(detail.message));
      Object.assign(made, { data: null, src: '/nowhere.json', fetch });
      await made.ready;
      return made;
    });
    expect(element.status).to.equal('error');
    expect(heard.join()).to.contain('Controleer het adres.');
    expect(said.error.join()).to.contain('Controleer het adres.');
    expect(textOf(element)).to.contain('Controleer het adres.');
    element.lang = 'en';
    await listening(() => element.ready);
    await element.updateComplete;
    expect(textOf(element)).to.contain('Check the address.');
    expect(textOf(element)).not.to.contain('adres');
  });
});

describe('texts in two languages', () => {
  const texts = (answers: (() => Promise<string>)[]) => new Localised('hallo', { en: () => answers.shift()!() });

  it('are Dutch until the translation is there', async () => {
    const greeting = texts([() => Promise.resolve('hello')]);
    expect([greeting.has('nl'), greeting.has('en'), greeting.in('en')]).to.deep.equal([true, false, 'hallo']);
    await greeting.load('en');
    expect([greeting.has('en'), greeting.in('en'), greeting.in('nl')]).to.deep.equal([true, 'hello', 'hallo']);
  });

  it('are fetched once for all who ask', async () => {
    const greeting = texts([() => Promise.resolve('hello')]);
    await Promise.all([greeting.load('en'), greeting.load('en')]);
    await greeting.load('en');
    expect(greeting.in('en')).to.equal('hello');
  });

  it('stay Dutch where the translation can’t be had, which is tried again at the next asking', async () => {
    const greeting = texts([() => Promise.reject(new TypeError('no network')), () => Promise.resolve('hello')]);
    await greeting.load('en');
    expect([greeting.has('en'), greeting.in('en')]).to.deep.equal([false, 'hallo']);
    await greeting.load('en');
    expect(greeting.in('en')).to.equal('hello');
  });
});
