import { expect, fixture, html } from '@open-wc/testing';
import type { ZoChoropleth } from '@zicht-op/elements/choropleth/zo-choropleth.js';
import { gridTopology } from '../../support/grid-country.js';
import { serve } from '../support/fault-server.js';
import { DATA, GRID, SHAPES, dataset, listening, map, partOf, row, table, textOf } from './widgets.js';

const MORE = dataset(
  { a: { '2022': row(1, 2, 3), '2023': row(4, 5, 6) }, b: { '2022': row(1, 2, 3), '2023': row(4, 5, 6) } },
  {
    updated: '2024-03-01',
    extension: {
      'zicht-op': {
        rounding: '10',
        release: { boundaryYear: 2023 },
        indicators: {
          a: {
            description: 'Wat het is.',
            caution: 'Zegt niets over personen.',
            guidance: [
              {
                label: 'Barrièremodel',
                href: 'https://example.org/model',
                do: ['Vraag door.'],
                dont: ['Wijs niemand aan.'],
              },
            ],
          },
        },
      },
    },
  },
);

describe('the title', () => {
  it('is a heading of level 3, or of the level asked for', async () => {
    const element = await table({ data: DATA });
    const heading = () => partOf(element, 'title')?.getAttribute('aria-level');
    expect(partOf(element, 'title')?.getAttribute('role')).to.equal('heading');
    expect(heading()).to.equal('3');
    for (const [set, level] of [
      ['2', '2'],
      ['6', '6'],
      ['0', '3'],
      ['7', '3'],
      ['twee', '3'],
      ['', '3'],
    ] as const) {
      element.setAttribute('heading-level', set);
      await element.updateComplete;
      expect(heading(), set).to.equal(level);
    }
    element.removeAttribute('heading-level');
    await element.updateComplete;
    expect(heading()).to.equal('3');
  });

  it('comes from the data, gives way to headline, and both to the slot', async () => {
    const element = await map({ data: DATA, boundariesData: SHAPES });
    expect(textOf(partOf(element, 'title'))).to.equal('Indicator a');
    element.setAttribute('headline', 'Onze titel');
    await element.updateComplete;
    expect(textOf(partOf(element, 'title'))).to.equal('Onze titel');
    const own = document.createElement('b');
    own.slot = 'title';
    own.textContent = 'In de gleuf';
    element.append(own);
    expect(own.assignedSlot?.name).to.equal('title');
    expect(own.getBoundingClientRect().height).to.be.greaterThan(0);
    element.removeAttribute('headline');
    await element.updateComplete;
    expect(textOf(partOf(element, 'title'))).to.equal('Indicator a');
  });

  it('names the whole to assistive technology', async () => {
    const element = await map({ data: DATA, boundariesData: SHAPES, headline: 'Onze titel' });
    const frame = partOf(element, 'frame');
    expect(frame?.getAttribute('aria-labelledby')).to.equal(partOf(element, 'title')?.id);
  });
});

describe('slots', () => {
  it('take a caption and guidance of the host’s, in their places', async () => {
    const element = await fixture<ZoChoropleth>(
      html`<zo-choropleth .data=${DATA} .boundariesData=${SHAPES}
        ><p slot="caption">Bijschrift</p>
        <p slot="guidance">Wat nu</p></zo-choropleth
      >`,
    );
    await element.ready;
    const [caption, guidance] = element.querySelectorAll('p');
    const top = (one: Element | null) => (one as Element).getBoundingClientRect().top;
    expect(top(caption))
      .to.be.greaterThan(top(partOf(element, 'title')))
      .and.lessThan(top(partOf(element, 'map')));
    expect(top(guidance)).to.be.greaterThan(top(partOf(element, 'source')));
  });

  it('show the host’s own words while there is nothing to show: idle, empty and failed', async () => {
    const own = () => html`<zo-indicator-table><p slot="empty">Niets hier</p></zo-indicator-table>`;
    const { url } = await serve({ status: 404 });
    for (const properties of [{}, { data: DATA, within: 'PV20' }, { src: url }]) {
      const element = await fixture<HTMLElementTagNameMap['zo-indicator-table']>(own());
      Object.assign(element, properties);
      await listening(() => element.ready);
      await element.updateComplete;
      const words = element.querySelector('p') as HTMLElement;
      expect(words.assignedSlot?.name).to.equal('empty');
      expect(words.checkVisibility()).to.equal(true);
    }
  });
});

describe('what is said without figures', () => {
  it('is that there is no source, that they are coming, that there are none, or that they can’t be shown', async () => {
    const { url, release, requests } = await serve([{ hold: true, status: 404 }]);
    const element = await table();
    const said = () => textOf(element.shadowRoot?.querySelector('slot[name="empty"]'));
    expect(said()).to.equal('Er is nog geen adres van gegevens opgegeven (attribuut src).');
    element.src = url;
    while ((await requests()).length === 0);
    await element.updateComplete;
    expect(said()).to.equal('Gegevens worden geladen…');
    await listening(async () => {
      await release();
      await element.ready;
    });
    expect(said()).to.equal('De gegevens kunnen niet worden getoond.');
    Object.assign(element, { src: '', data: DATA, within: 'PV20' });
    await element.ready;
    expect(said()).to.equal('Er zijn geen gebieden om te tonen.');
  });

  it('is spoken too while loading', async () => {
    const { url, release, requests } = await serve([{ hold: true, body: JSON.stringify(DATA) }]);
    const element = await table();
    element.src = url;
    while ((await requests()).length === 0);
    await element.updateComplete;
    const spoken = [...(element.shadowRoot?.querySelectorAll('[role="status"]') ?? [])].map(textOf).join(' ');
    expect(spoken).to.contain('Gegevens worden geladen…');
    await release();
    await element.ready;
  });

  it('doesn’t flicker for a change that needs no request', async () => {
    const element = await map({ data: MORE, boundariesData: SHAPES });
    const states: string[] = [];
    const look = new MutationObserver(() => states.push(textOf(element.shadowRoot?.querySelector('[role="status"]'))));
    look.observe(element.shadowRoot as ShadowRoot, { childList: true, subtree: true, characterData: true });
    element.period = '2022';
    await element.ready;
    look.disconnect();
    expect(states.join('')).not.to.contain('geladen');
    expect(element.matches(':state(loading)')).to.equal(false);
  });
});

describe('no-controls', () => {
  it('leaves a still figure: nothing to choose, to press or to save', async () => {
    for (const make of [map, table]) {
      const element = await make({ data: MORE, boundariesData: SHAPES });
      expect(element.shadowRoot?.querySelectorAll('select').length).to.be.greaterThan(0);
      element.setAttribute('no-controls', '');
      await element.updateComplete;
      const left = element.shadowRoot?.querySelectorAll(
        'select, input, [part~="toolbar"] button, [part~="download"], [part~="controls"]',
      );
      expect(left, element.localName).to.have.length(0);
      element.noControls = false;
      await element.updateComplete;
      expect(element.shadowRoot?.querySelectorAll('select').length).to.be.greaterThan(0);
    }
  });

  it('keeps what must travel with the figure: caution, source, description', async () => {
    const element = await map({ data: MORE, boundariesData: SHAPES, noControls: true });
    expect(textOf(partOf(element, 'caution'))).to.contain('Zegt niets over personen.');
    expect(textOf(partOf(element, 'source'))).to.contain('Voorbeeldland (fictief)');
    expect(textOf(partOf(element, 'legend'))).not.to.equal('');
  });
});

describe('the footer', () => {
  it('tells source, period, division, rounding and date', async () => {
    const element = await map({ data: MORE, boundariesData: gridTopology({ ...GRID, year: 2023 }) });
    expect(textOf(partOf(element, 'source'))).to.equal(
      'Bron: Voorbeeldland (fictief); 2023; gebiedsindeling 2023; afgerond: 10; bijgewerkt 1 maart 2024',
    );
  });

  it('tells definition and guidance, with a link that leaks no address of the page', async () => {
    const element = await map({ data: MORE, boundariesData: SHAPES });
    expect(textOf(partOf(element, 'description'))).to.contain('Wat het is.');
    const guidance = partOf(element, 'guidance');
    expect(textOf(guidance)).to.contain('Vraag door.').and.to.contain('Wijs niemand aan.');
    const link = guidance?.querySelector('a');
    expect([link?.href, link?.rel]).to.deep.equal(['https://example.org/model', 'noopener noreferrer']);
  });
});

describe('parts', () => {
  it('let a page style every block', async () => {
    const element = await map({ data: MORE, boundariesData: SHAPES, selected: 'GM0001' });
    const parts = [
      'frame',
      'header',
      'title',
      'subtitle',
      'controls',
      'search',
      'indicator-select',
      'period-select',
      'stage',
      'map',
      'side',
      'toolbar',
      'legend',
      'chosen',
      'tooltip',
      'footer',
      'caution',
      'source',
      'description',
      'guidance',
      'download',
    ];
    for (const part of parts) expect(partOf(element, part), part).not.to.equal(null);
    const style = document.createElement('style');
    style.textContent = 'zo-choropleth::part(legend) { outline: 3px solid rgb(1, 2, 3) }';
    element.parentElement?.append(style);
    expect(getComputedStyle(partOf(element, 'legend') as Element).outlineColor).to.equal('rgb(1, 2, 3)');
  });

  it('show what went wrong, and what is worth knowing', async () => {
    const bad = { ...DATA, value: [1, 'twee', 3] };
    const { result: element } = await listening(() => map({ data: bad, boundariesData: SHAPES }));
    expect(textOf(partOf(element, 'warnings'))).to.contain('Eén cel is niet te lezen');
    await listening(() => ((element.period = '1800'), element.ready));
    expect(textOf(partOf(element, 'error'))).to.contain('Deze periode bestaat niet. Kies uit: 2023.');
    expect(partOf(element, 'error')?.getAttribute('role')).to.equal('alert');
  });
});

describe('tokens', () => {
  it('follow the page: font, size and colours, and nothing is fetched for them', async () => {
    const element = await map({ data: DATA, boundariesData: SHAPES });
    element.style.setProperty('--zo-color-text', 'rgb(1, 2, 3)');
    element.style.setProperty('--zo-font-family', 'monospace');
    element.style.setProperty('--zo-font-size', '20px');
    const { color, fontFamily, fontSize } = getComputedStyle(element);
    expect([color, fontFamily, fontSize]).to.deep.equal(['rgb(1, 2, 3)', 'monospace', '20px']);
  });

  it('inherit the page’s font where nothing is set', async () => {
    const place = await fixture<HTMLElement>(html`<div><zo-choropleth></zo-choropleth></div>`);
    place.style.setProperty('font-family', 'serif');
    expect(getComputedStyle(place.firstElementChild as Element).fontFamily).to.equal('serif');
  });

  it('write no style attribute into the markup: a strict policy would refuse it', async () => {
    const texts: string[] = [];
    const original = Element.prototype.setAttribute;
    Element.prototype.setAttribute = function (this: Element, name: string, value: string) {
      if (name === 'style') texts.push(`${this.localName} ${value}`);
      original.call(this, name, value);
    };
    try {
      for (const make of [map, table]) await make({ data: MORE, boundariesData: SHAPES, selected: 'GM0001' });
    } finally {
      Element.prototype.setAttribute = original;
    }
    expect(texts).to.deep.equal([]);
  });
});
