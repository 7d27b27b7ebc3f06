import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { ZoBranchOutlier } from '@zicht-op/elements/branch-outlier/zo-branch-outlier.js';
import { branchBoundaries, branchDataset } from '../../../stories/branch-outlier-fixtures.js';
import { textOf } from '../support/choropleth-harness.js';
import { BranchOutlierHarness, branchOutlier, until } from './branch-outlier-harness.js';

const LEAK = 987_654_321;

/** Municipalities, two branches: most near their prediction, some far from it, some without a figure. */
const DATA = branchDataset();
const GEMEENTE = { data: DATA, level: 'gemeente' };

/** Runs without a word on the console, or gives the words. */
async function consoleLines(act: () => Promise<void>): Promise<string[]> {
  const { error, warn } = console;
  const lines: string[] = [];
  console.error = console.warn = (...parts: unknown[]) => lines.push(parts.join(' '));
  try {
    await act();
  } finally {
    Object.assign(console, { error, warn });
  }
  return lines;
}

/** The document with other figures: actual and predicted per municipality, in the first branch and period. */
function withFigures(
  figures: readonly (readonly [actual: number | null, predicted: number | null, status?: string])[],
) {
  const codes = figures.map((_, i) => `GMV${String(i + 1).padStart(3, '0')}`);
  const status = Object.fromEntries(figures.flatMap(([, , mark], i) => (mark ? [[String(i), mark]] : [])));
  return {
    version: '2.0',
    class: 'dataset',
    label: 'Omzet',
    source: 'Eigen bron',
    id: ['metric', 'Regio'],
    size: [2, figures.length],
    role: { metric: ['metric'], geo: ['Regio'] },
    dimension: {
      metric: { category: { index: ['actual', 'predicted'], label: { actual: 'Werkelijk', predicted: 'Voorspeld' } } },
      Regio: { category: { index: codes, label: Object.fromEntries(codes.map((code) => [code, `Plaats ${code}`])) } },
    },
    value: [...figures.map(([actual]) => actual), ...figures.map(([, predicted]) => predicted)],
    status,
  };
}

/** The same dimensions with codes that no shape has. */
function otherCodes(count: number) {
  const codes = Array.from({ length: count }, (_, i) => `GMX${String(i + 1).padStart(3, '0')}`);
  return { ...withFigures([]).dimension, Regio: { category: { index: codes } } };
}

/** Borders and patterns have other pixels too: the fill is the most frequent one. */
function mostFrequent(colours: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0][0];
}

const NEAR = Array.from({ length: 20 }, (_, i) => [100 + ((i * 7) % 11) - 5, 100] as const);

describe('zo-branch-outlier', () => {
  afterEach(() => setViewport({ width: 800, height: 600 }));

  describe('what it shows', () => {
    it('says in a sentence how many lie above, below and within the band, and how many have no figure', async () => {
      const { summary } = await branchOutlier(GEMEENTE);
      expect(summary).to.match(
        /^52 gemeenten met beide cijfers: \d+ boven, \d+ onder en \d+ binnen de verwachte band\./,
      );
      expect(summary).to.contain('8 gemeenten zonder cijfer: 4 niet gepubliceerd, 2 onbekend, 2 niet van toepassing.');
    });

    it('lists the deviations both ways, furthest first, with both figures in words', async () => {
      const harness = await branchOutlier({ data: withFigures([...NEAR, [240, 100], [400, 100], [40, 100]]) });
      expect(harness.names('above')).to.deep.equal(['Plaats GMV022', 'Plaats GMV021']);
      expect(harness.names('below')).to.deep.equal(['Plaats GMV023']);
      expect(textOf(harness.items('above')[1])).to.equal(
        'Plaats GMV021 2,4 keer zo hoog als verwacht Werkelijk 240 Verwacht 100',
      );
      expect(textOf(harness.items('below')[0])).to.contain('60% lager dan verwacht');
    });

    it('shows the first eight and the rest on demand', async () => {
      const far = Array.from({ length: 9 }, (_, i) => [300 + i, 100] as const);
      const harness = await branchOutlier({ data: withFigures([...NEAR, ...NEAR, ...far]) });
      expect(harness.items('above')).to.have.length(8);
      await harness.press('Toon alle 9: meer dan verwacht');
      expect(harness.items('above')).to.have.length(9);
      await harness.press('Toon minder');
      expect(harness.items('above')).to.have.length(8);
    });

    it('judges nobody where there are too few figures, and says so', async () => {
      const harness = await branchOutlier({
        data: withFigures([
          [100, 100],
          [900, 100],
        ]),
      });
      expect(harness.bandText).to.contain('te weinig cijfers');
      expect([...harness.items('above'), ...harness.items('below')]).to.deep.equal([]);
    });

    it('says what the band is: the publisher’s interval, or the usual spread', async () => {
      const published = await branchOutlier({ data: branchDataset({ hasInterval: true }), level: 'gemeente' });
      expect(published.bandText).to.contain('het interval dat de uitgever');
      const robust = await branchOutlier(GEMEENTE);
      expect(robust.bandText).to.match(/van 0,\d\d tot 1,\d\d keer de voorspelling/);
    });

    it('sets the yardstick’s own figures beside them', async () => {
      const { summary } = await branchOutlier(GEMEENTE);
      expect(summary).to.match(/Ter vergelijking, Voorbeeldland: € [\d.]+, verwacht € [\d.]+; .+ verwacht\.$/);
    });

    it('always says that a deviation may have an ordinary cause, beside the publisher’s own caution', async () => {
      const { root } = await branchOutlier(GEMEENTE);
      expect(textOf(root.querySelector('[part~="ordinary-causes"]'))).to.contain('gewone oorzaak');
      expect(textOf(root.querySelector('[part~="caution"]'))).to.contain('Omzet wordt geboekt');
    });

    it('tells districts of the same name apart by their municipality', async () => {
      const harness = await branchOutlier({ data: DATA, level: 'wijk' });
      expect(harness.names('below')[0]).to.match(/ \(.+\)$/);
    });

    it('speaks English where the page does', async () => {
      const element = await fixture<ZoBranchOutlier>(
        html`<zo-branch-outlier lang="en" level="gemeente" .data=${DATA}></zo-branch-outlier>`,
      );
      const harness = new BranchOutlierHarness(element);
      await harness.settle();
      expect(harness.summary).to.contain('within the expected band');
    });

    it('keeps markup in names as text', async () => {
      const data = withFigures([...NEAR, [400, 100]]);
      data.dimension.Regio.category.label.GMV021 = '<img src=x onerror=alert(1)>';
      const harness = await branchOutlier({ data, selected: 'GMV021' });
      expect(harness.root.querySelector('img')).to.equal(null);
      expect(harness.names('above')).to.deep.equal(['<img src=x onerror=alert(1)>']);
      expect(await (await harness.element.toBlob('svg')).text()).not.to.contain('<img');
    });
  });

  describe('axes', () => {
    it('are logarithmic where the spread is large and all figures are above zero', async () => {
      const harness = await branchOutlier({ data: withFigures([...NEAR, [4000, 1500]]) });
      expect(harness.button('Logaritmisch').getAttribute('aria-pressed')).to.equal('true');
      expect(harness.tickTexts).to.include('1.000');
    });

    it('are linear where a figure is zero, and say why they can’t be otherwise', async () => {
      const harness = await branchOutlier({ data: withFigures([...NEAR, [0, 1500]]) });
      const log = harness.button('Logaritmisch');
      expect(log.disabled).to.equal(true);
      expect(log.title).to.contain('nul of minder');
      expect(harness.names('below')[0]).to.equal('Plaats GMV021');
    });

    it('change when a visitor asks', async () => {
      const harness = await branchOutlier({ data: withFigures([...NEAR, [4000, 1500]]) });
      await harness.press('Lineair');
      expect(harness.tickTexts).to.include('0');
      expect(harness.element.axes).to.equal('linear');
    });
  });

  describe('metrics', () => {
    it('come from attributes before the profile', async () => {
      const harness = await branchOutlier({ ...GEMEENTE, actual: 'voorspeld', predicted: 'gerealiseerd' });
      expect(harness.chart.getAttribute('aria-label')).to.match(
        /^Spreidingsdiagram: Voorspelde .* tegen Gerealiseerde/,
      );
      expect(harness.element.indicator).to.equal('voorspeld');
    });

    it('that aren’t there give no-such-indicator with those there are, and leave the last good picture', async () => {
      const harness = await branchOutlier(GEMEENTE);
      const before = harness.summary;
      const rows = harness.element.toRows();
      const lines = await consoleLines(async () => {
        harness.element.actual = 'nope';
        await harness.settle();
      });
      expect(harness.element.status).to.equal('error');
      expect(harness.element.problems[0].code).to.equal('no-such-indicator');
      expect(harness.error).to.contain('gerealiseerd, voorspeld, ondergrens, bovengrens');
      expect(lines).to.have.length(1);
      expect(harness.summary).to.equal(before);
      expect(harness.element.toRows()).to.deep.equal(rows);
      harness.element.actual = '';
      await harness.settle();
      expect(harness.element.status).to.equal('ready');
    });

    it('bring their own newest period, whatever other metrics have', async () => {
      const base = withFigures([...NEAR]);
      const other = NEAR.map(() => 1);
      const none = NEAR.map(() => null);
      const [actual, predicted] = [base.value.slice(0, NEAR.length), base.value.slice(NEAR.length)];
      const data = {
        ...base,
        id: ['metric', 'Jaar', 'Regio'],
        size: [3, 2, NEAR.length],
        role: { ...base.role, time: ['Jaar'] },
        dimension: {
          ...base.dimension,
          metric: { category: { index: ['ander', 'actual', 'predicted'] } },
          Jaar: { category: { index: ['2023', '2024'] } },
        },
        value: [...other, ...none, ...none, ...actual, ...none, ...predicted],
        status: {},
      };
      const { element, summary } = await branchOutlier({ data });
      expect(element.period).to.equal('2024');
      expect(summary).to.match(/^20 gemeenten met beide cijfers/);
    });

    it('that no profile names are found by their usual ids', async () => {
      const { element } = await branchOutlier({ data: withFigures([...NEAR]) });
      expect(element.status).to.equal('ready');
      expect(element.indicator).to.equal('actual');
    });
  });

  describe('pointer', () => {
    it('shows the figures of the point that is pointed at, with the caution, and tells the region', async () => {
      const harness = await branchOutlier(GEMEENTE);
      const { x, y } = await harness.placeOf('GMV001');
      const told = oneEvent(harness.element, 'zo-hover');
      harness.chart.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y }));
      const { detail } = (await told) as CustomEvent;
      await harness.settle();
      expect(detail).to.deep.equal({ region: 'GMV001', level: 'gemeente' });
      expect(harness.tooltip).to.match(/^Averbroek .*Werkelijk € [\d.]+ Verwacht € [\d.]+ .*Omzet wordt geboekt/);
      await harness.leave();
      expect(harness.tooltip).to.equal('');
    });

    it('selects the point that is clicked, marks it in the list and says it', async () => {
      const harness = await branchOutlier({ data: withFigures([...NEAR, [400, 100]]) });
      const told: unknown[] = [];
      harness.element.addEventListener('zo-select', ({ detail }) => told.push(detail));
      await harness.click('GMV021');
      expect(told).to.deep.equal([{ regions: ['GMV021'], level: 'gemeente', source: 'chart' }]);
      expect(harness.items('above')[0].getAttribute('aria-pressed')).to.equal('true');
      expect(harness.selection).to.contain('Plaats GMV021: 400, verwacht 100; 4,0 keer zo hoog als verwacht.');
      await harness.click('GMV021');
      expect(harness.element.selected).to.equal('');
    });

    it('adds to the selection with Control', async () => {
      const harness = await branchOutlier({ data: withFigures([...NEAR, [400, 100], [30, 100]]) });
      await harness.click('GMV021');
      await harness.click('GMV022', { ctrlKey: true });
      expect(harness.element.selected).to.equal('GMV021 GMV022');
    });

    it('selects nothing far from any point', async () => {
      const harness = await branchOutlier(GEMEENTE);
      const { left, top } = harness.chart.getBoundingClientRect();
      harness.chart.dispatchEvent(new MouseEvent('click', { clientX: left + 90, clientY: top + 20 }));
      expect(harness.element.selected).to.equal('');
    });
  });

  describe('list and chart', () => {
    it('point at the same region', async () => {
      const harness = await branchOutlier({ data: withFigures([...NEAR, [400, 100]]) });
      harness.items('above')[0].dispatchEvent(new PointerEvent('pointerenter'));
      await harness.settle();
      expect(harness.tooltip).to.contain('Plaats GMV021');
      await harness.leave();
      await harness.pointAt('GMV021');
      expect(harness.items('above')[0].hasAttribute('data-hovered')).to.equal(true);
    });

    it('select the same region, with the list as source', async () => {
      const harness = await branchOutlier({ data: withFigures([...NEAR, [400, 100]]) });
      const told = oneEvent(harness.element, 'zo-select');
      harness.items('above')[0].click();
      expect(((await told) as CustomEvent).detail.source).to.equal('list');
      await harness.settle();
      expect(harness.namesInChart).to.deep.equal(['Plaats GMV021']);
    });

    it('follow a selection that the host sets, without an event', async () => {
      const harness = await branchOutlier({ data: withFigures([...NEAR, [400, 100]]) });
      let events = 0;
      harness.element.addEventListener('zo-select', () => events++);
      harness.element.selected = 'GMV021';
      await harness.settle();
      expect(harness.namesInChart).to.deep.equal(['Plaats GMV021']);
      expect(harness.items('above')[0].getAttribute('aria-pressed')).to.equal('true');
      expect(events).to.equal(0);
    });

    it('share what is pointed at and selected with the group', async () => {
      const place = await fixture(
        html`<div>
          <zo-branch-outlier group="a" level="gemeente" .data=${DATA}></zo-branch-outlier>
          <zo-branch-outlier group="a" level="gemeente" .data=${DATA}></zo-branch-outlier>
        </div>`,
      );
      const [one, other] = [...place.querySelectorAll('zo-branch-outlier')].map(
        (element) => new BranchOutlierHarness(element),
      );
      await one.settle();
      await other.settle();
      await one.pointAt('GMV001');
      expect(other.tooltip).to.contain('Averbroek');
      await one.click('GMV001');
      await one.leave();
      await other.settle();
      expect(other.namesInChart).to.deep.equal(['Averbroek']);
    });

    it('says of a selected region without a figure what kind of missing it is, and draws no point', async () => {
      const harness = await branchOutlier({ ...GEMEENTE, selected: 'GMV006' });
      expect(harness.selection).to.match(/Hogemeer: werkelijk niet gepubliceerd, verwacht € /);
      expect(harness.root.querySelector('.ring')).to.equal(null);
    });
  });

  describe('keyboard', () => {
    it('goes along the points in the order of deviation from one tab stop, and says each', async () => {
      const harness = await branchOutlier({ data: withFigures([...NEAR, [240, 100], [400, 100]]), noControls: true });
      harness.chart.focus();
      await sendKeys({ press: 'ArrowRight' });
      await harness.settle();
      expect(harness.spoken).to.equal('Plaats GMV022: 400, verwacht 100; 4,0 keer zo hoog als verwacht. 1 van 22.');
      await sendKeys({ press: 'ArrowRight' });
      await harness.settle();
      expect(harness.spoken).to.contain('Plaats GMV021').and.contain('2 van 22.');
      await sendKeys({ press: 'End' });
      await harness.settle();
      expect(harness.spoken).to.contain('22 van 22.');
      await sendKeys({ press: 'Home' });
      await harness.settle();
      expect(harness.spoken).to.contain('1 van 22.');
    });

    it('selects with Enter, says so, and lets go with Escape', async () => {
      const harness = await branchOutlier({ data: withFigures([...NEAR, [400, 100]]) });
      const told = oneEvent(harness.element, 'zo-select');
      harness.chart.focus();
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Enter' });
      expect(((await told) as CustomEvent).detail).to.deep.equal({
        regions: ['GMV021'],
        level: 'gemeente',
        source: 'keyboard',
      });
      await harness.settle();
      expect(harness.spoken).to.contain('Geselecteerd.');
      await sendKeys({ press: 'Escape' });
      await harness.settle();
      expect(harness.tooltip).to.equal('');
    });

    it('starts at the region that is selected', async () => {
      const harness = await branchOutlier({ data: withFigures([...NEAR, [400, 100]]), selected: 'GMV003' });
      harness.chart.focus();
      await sendKeys({ press: 'ArrowRight' });
      await harness.settle();
      expect(harness.spoken).to.contain('Plaats GMV003');
    });

    it('moves along a list with arrow keys', async () => {
      const harness = await branchOutlier({ data: withFigures([...NEAR, [240, 100], [400, 100]]) });
      await setViewport({ width: 1200, height: 800 });
      await until(() => harness.tabs.length === 0);
      harness.items('above')[0].focus();
      await sendKeys({ press: 'ArrowDown' });
      expect(harness.root.activeElement).to.equal(harness.items('above')[1]);
      await harness.settle();
      expect(harness.tooltip).to.contain('Plaats GMV021');
    });
  });

  describe('search', () => {
    async function search(harness: BranchOutlierHarness, text: string): Promise<string[]> {
      const field = harness.root.querySelector('input[type="search"]') as HTMLInputElement;
      field.focus();
      await sendKeys({ type: text });
      await harness.settle();
      return [...harness.root.querySelectorAll('[role="option"]')].map(textOf);
    }

    it('finds a region by name among thousands, selects it and says its figures', async () => {
      const harness = await branchOutlier({ data: branchDataset({ regions: 600 }), level: 'wijk' });
      const told = oneEvent(harness.element, 'zo-select');
      expect(await search(harness, 'averbroek daar')).to.have.length.above(0);
      await sendKeys({ press: 'Enter' });
      expect(((await told) as CustomEvent).detail).to.deep.include({ regions: ['WKV00102'], source: 'search' });
      await harness.settle();
      expect(harness.selection).to.match(/^Averbroek daarbuiten \(Averbroek\): € /);
    });

    it('finds a region without a figure too', async () => {
      const harness = await branchOutlier(GEMEENTE);
      expect(await search(harness, 'hogemeer')).to.deep.equal(['Hogemeer']);
      await sendKeys({ press: 'Enter' });
      await harness.settle();
      expect(harness.selection).to.contain('niet gepubliceerd');
    });
  });

  describe('panels', () => {
    it('stand behind tabs where it is narrow, and arrow keys go along the tabs', async () => {
      await setViewport({ width: 360, height: 800 });
      const harness = await branchOutlier(GEMEENTE);
      expect(harness.tabs.map(textOf)).to.deep.equal(['Spreiding', 'Afwijkingen']);
      expect(harness.visiblePanels).to.deep.equal(['scatter']);
      harness.tabs[0].focus();
      await sendKeys({ press: 'ArrowRight' });
      await harness.settle();
      expect(harness.visiblePanels).to.deep.equal(['list']);
      expect(harness.root.activeElement).to.equal(harness.tabs[1]);
      expect(harness.tabs.map((tab) => tab.tabIndex)).to.deep.equal([-1, 0]);
    });

    it('stand beside each other where it is wide', async () => {
      await setViewport({ width: 1280, height: 800 });
      const harness = await branchOutlier(GEMEENTE);
      await until(() => harness.tabs.length === 0);
      expect(harness.visiblePanels).to.deep.equal(['scatter', 'list']);
    });

    for (const width of [360, 1280]) {
      it(`stay inside a page of ${width} pixels`, async () => {
        await setViewport({ width, height: 800 });
        const harness = await branchOutlier({ data: branchDataset({ hasLongNames: true }), level: 'gemeente' });
        await until(() => (harness.tabs.length === 0) === width > 1000);
        expect(document.documentElement.scrollWidth).to.be.at.most(width);
      });
    }
  });

  describe('selectors', () => {
    it('switch the branch: other deviations, one event', async () => {
      const harness = await branchOutlier(GEMEENTE);
      const before = [...harness.names('above'), ...harness.names('below')];
      const told = oneEvent(harness.element, 'zo-view-change');
      await harness.choose('breakdown-select', '4520');
      expect(((await told) as CustomEvent).detail).to.deep.include({
        filter: 'Branche=4520',
        level: 'gemeente',
        period: '2024',
      });
      expect([...harness.names('above'), ...harness.names('below')]).not.to.deep.equal(before);
    });

    it('switch period and level', async () => {
      const harness = await branchOutlier(GEMEENTE);
      await harness.choose('period-select', '2023');
      expect(harness.element.period).to.equal('2023');
      await harness.press('wijken');
      expect(harness.summary).to.contain('wijken met beide cijfers');
    });

    it('are absent from a still figure', async () => {
      const { root } = await branchOutlier({ ...GEMEENTE, noControls: true });
      expect(root.querySelector('select')).to.equal(null);
    });
  });

  describe('what is withheld', () => {
    const data = () => withFigures([...NEAR, [400, 100], [LEAK, 100, 'Q'], [100, 100]]);

    it('is nowhere: not in markup, rows, files, events or on the console', async () => {
      const seen: unknown[] = [];
      const lines = await consoleLines(async () => {
        const harness = await branchOutlier({ data: data(), selected: 'GMV022' });
        expect(harness.selection).to.contain('niet gepubliceerd');
        seen.push(harness.root.innerHTML);
        for (const name of ['zo-select', 'zo-hover', 'zo-view-change', 'zo-error', 'zo-load'] as const)
          harness.element.addEventListener(name, (event) => seen.push((event as CustomEvent).detail));
        await harness.pointAt('GMV021');
        await harness.click('GMV021');
        seen.push(
          harness.root.innerHTML,
          harness.element.outerHTML,
          harness.element.toRows(),
          harness.element.problems,
        );
        for (const format of ['csv', 'json', 'svg'] as const)
          seen.push(await (await harness.element.toBlob(format)).text());
      });
      expect(JSON.stringify([seen, lines])).not.to.contain(String(LEAK));
      expect(lines.join()).to.contain('withheld-number');
    });

    it('has no part in axes, band or order', async () => {
      const plain = await branchOutlier({ data: withFigures([...NEAR, [400, 100], [100, 100]]) });
      await consoleLines(async () => {
        const harness = await branchOutlier({ data: data() });
        expect(harness.tickTexts).to.deep.equal(plain.tickTexts);
        expect(harness.bandText).to.equal(plain.bandText);
      });
    });

    it('everywhere leaves a chart without points that says so', async () => {
      const harness = await branchOutlier({ data: branchDataset({ isWithheld: true }), level: 'gemeente' });
      expect(harness.summary).to.contain(
        '0 gemeenten met beide cijfers. 60 gemeenten zonder cijfer: niet gepubliceerd.',
      );
      expect(harness.element.status).to.equal('ready');
      expect(harness.tickTexts).to.deep.equal([]);
    });
  });

  describe('rows and files', () => {
    it('have one row per region and metric, in the order of the lists, missing ones last', async () => {
      const { element } = await branchOutlier({
        data: withFigures([[null, 100, 'M'], ...NEAR, [240, 100], [400, 100], [30, 100]]),
      });
      const rows = element.toRows();
      expect(rows).to.have.length(2 * 24);
      expect(rows.slice(0, 3).map(({ region }) => region)).to.deep.equal(['GMV023', 'GMV022', 'GMV024']);
      expect(rows[23]).to.deep.include({ region: 'GMV001', indicator: 'actual', kind: 'impossible', class: null });
      expect(rows[23]).not.to.have.property('value');
      expect(rows[24]).to.deep.include({ region: 'GMV023', indicator: 'predicted', kind: 'value', value: 100 });
    });

    it('make an SVG with title, source and cautions in it, that asks for nothing', async () => {
      const { element } = await branchOutlier({ ...GEMEENTE, selected: 'GMV001' });
      const blob = await element.toBlob('svg');
      const text = await blob.text();
      expect(blob.type).to.equal('image/svg+xml');
      const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
      expect(svg.querySelector('parsererror')).to.equal(null);
      const words = [...svg.querySelectorAll('text')].map((node) => node.textContent).join(' ');
      for (const part of [
        'Omzet per inwoner naar branche',
        'Bron: Voorbeeldland',
        'gewone oorzaak',
        'Omzet wordt geboekt',
        'Averbroek',
      ])
        expect(words).to.contain(part);
      expect(text.replace('http://www.w3.org/2000/svg', '')).not.to.match(/https?:|url\(|<style|<script/);
    });

    it('make a PNG of twice the size', async () => {
      const { element } = await branchOutlier(GEMEENTE);
      const blob = await element.toBlob('png');
      expect(blob.type).to.equal('image/png');
      const bitmap = await createImageBitmap(blob);
      expect(bitmap.width).to.equal(1920);
    });
  });

  describe('in the page', () => {
    it('is ready without a box, and drawn when shown', async () => {
      const element = await fixture<ZoBranchOutlier>(
        html`<zo-branch-outlier hidden level="gemeente" .data=${DATA}></zo-branch-outlier>`,
      );
      await element.ready;
      expect(element.toRows()).not.to.deep.equal([]);
      element.hidden = false;
      const harness = new BranchOutlierHarness(element);
      await until(() => harness.chart.clientWidth > 0);
      expect(harness.summary).to.contain('gemeenten');
    });

    it('goes on after being moved', async () => {
      const harness = await branchOutlier({ data: withFigures([...NEAR, [400, 100]]) });
      const { element } = harness;
      const other = await fixture<HTMLElement>(html`<div></div>`);
      other.append(element);
      await harness.settle();
      await harness.pointAt('GMV021');
      expect(harness.tooltip).to.contain('Plaats GMV021');
    });

    it('draws many points on a canvas, and finds each', async () => {
      const many = Array.from({ length: 2400 }, (_, i) => [100 + (i % 40), 80 + (i % 55)] as const);
      const harness = await branchOutlier({ data: withFigures([...many, [900, 100]]) });
      expect(harness.chart.querySelector('canvas')).not.to.equal(null);
      expect(harness.chart.querySelectorAll('*').length).to.be.below(120);
      await harness.pointAt('GMV2401');
      expect(harness.tooltip).to.contain('Plaats GMV2401');
    });

    it('says nothing on the console', async () => {
      const lines = await consoleLines(async () => {
        await branchOutlier(GEMEENTE);
      });
      expect(lines).to.deep.equal([]);
    });
  });

  describe('the map', () => {
    const WITH_MAP = { ...GEMEENTE, boundariesData: branchBoundaries() };

    async function withMap(properties: Readonly<Record<string, unknown>> = {}): Promise<BranchOutlierHarness> {
      await setViewport({ width: 1280, height: 900 });
      const harness = await branchOutlier({ ...WITH_MAP, ...properties });
      await until(
        () =>
          harness.root.querySelector('.zo-regions canvas') !== null &&
          harness.root.querySelector('.map-legend') !== null,
      );
      return harness;
    }

    /** Colour per region, where the region below a place on the page and the pixel painted there are looked up alike. */
    async function sampleMap(harness: BranchOutlierHarness): Promise<Map<string, string>> {
      const canvas = harness.root.querySelector('.zo-regions canvas') as HTMLCanvasElement;
      const map = harness.root.querySelector('.map') as HTMLElement;
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      const [box, drawn] = [map.getBoundingClientRect(), canvas.getBoundingClientRect()];
      const ratio = canvas.width / drawn.width;
      const colours = new Map<string, string[]>();
      let code: string | null = null;
      harness.element.addEventListener('zo-hover', ({ detail }) => (code = detail.region));
      for (let y = box.top + 7; y < box.bottom; y += 13) {
        for (let x = box.left + 7; x < box.right - 60; x += 13) {
          map.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true }));
          const at = [Math.floor((x - drawn.left) * ratio), Math.floor((y - drawn.top) * ratio)] as const;
          const [r, g, b] = context.getImageData(...at, 1, 1).data;
          if (code !== null) colours.set(code, [...(colours.get(code) ?? []), `rgb(${r}, ${g}, ${b})`]);
        }
      }
      await harness.settle();
      return new Map([...colours].filter(([, all]) => all.length > 3).map(([at, all]) => [at, mostFrequent(all)]));
    }

    it('has a diverging legend that is centred on equality, and the kinds of missing in use', async () => {
      const harness = await withMap();
      const labels = [...harness.root.querySelectorAll('.map-legend li')].map(textOf);
      expect(labels).to.deep.equal([
        '2 keer zo hoog of meer',
        'hoger dan verwacht',
        'zoals verwacht',
        'lager dan verwacht',
        '50% van verwacht of minder',
        'niet gepubliceerd',
        'onbekend',
        'niet van toepassing',
        'buiten dekking',
      ]);
    });

    it('points at the region below the pointer, in chart and list', async () => {
      const harness = await withMap();
      const map = harness.root.querySelector('.map') as HTMLElement;
      const { left, top, width, height } = map.getBoundingClientRect();
      map.dispatchEvent(
        new PointerEvent('pointermove', { clientX: left + width / 2, clientY: top + height / 2, bubbles: true }),
      );
      await harness.settle();
      expect(harness.tooltip).not.to.equal('');
      expect(textOf(harness.root.querySelector('.map-caption'))).to.contain('verwacht');
    });

    it('goes on after being moved in the page', async () => {
      const harness = await withMap();
      const other = await fixture<HTMLElement>(html`<div></div>`);
      other.append(harness.element);
      await harness.settle();
      await until(() => harness.root.querySelector('.zo-regions canvas') !== null);
      expect((await sampleMap(harness)).size).to.be.above(55);
    });

    it('stays away until its tab is chosen', async () => {
      await setViewport({ width: 360, height: 800 });
      const harness = await branchOutlier(WITH_MAP);
      expect(harness.root.querySelector('.zo-regions')).to.equal(null);
      await harness.press('Kaart');
      await until(() => harness.root.querySelector('.zo-regions canvas') !== null);
    });

    it('paints each region with the colour that the legend gives its deviation', async () => {
      const harness = await withMap();
      const swatches = [...harness.root.querySelectorAll('.map-legend span.swatch')];
      const [farAbove, above, within, below, farBelow] = swatches.map(
        (swatch) => getComputedStyle(swatch).backgroundColor,
      );
      const sideOf = (code: string): string[] => {
        const rows = harness.element.toRows().filter(({ region }) => region === code);
        if (rows.length === 0 || rows.some(({ kind }) => kind !== 'value')) return ['missing'];
        const name = rows[0].name;
        if (harness.names('above').includes(name)) return [farAbove, above];
        return harness.names('below').includes(name) ? [below, farBelow] : [within];
      };
      const seen = await sampleMap(harness);
      expect(seen.size).to.be.above(55);
      for (const [code, colour] of seen) {
        const expected = sideOf(code);
        if (expected[0] === 'missing') expect([farAbove, above, within, below, farBelow]).not.to.include(colour);
        else expect(expected, code).to.include(colour);
      }
    });

    it('that can’t come leaves the rest as it is, and says why in a warning', async () => {
      await setViewport({ width: 1280, height: 900 });
      const lines = await consoleLines(async () => {
        const harness = await branchOutlier({ ...GEMEENTE, boundariesData: { type: 'Topology' } });
        await until(() => textOf(harness.root.querySelector('.veil')).startsWith('De kaart kan niet'));
        expect(harness.element.status).to.equal('ready');
        expect(harness.element.problems.map(({ code, severity }) => [code, severity])).to.deep.equal([
          ['invalid-boundaries', 'warning'],
        ]);
        expect(harness.summary).to.contain('gemeenten');
      });
      expect(lines).to.have.length(1);
    });

    it('counts codes without a partner, and keeps saying so after a switch of branch', async () => {
      const lines = await consoleLines(async () => {
        const harness = await withMap();
        const unmatched = () => harness.element.problems.map(({ code, count }) => [code, count]);
        expect(unmatched()).to.deep.equal([['unmatched', 1]]);
        await harness.choose('breakdown-select', '4520');
        expect(unmatched()).to.deep.equal([['unmatched', 1]]);
      });
      expect(lines).to.have.length(1);
    });

    it('says so where no region has a shape', async () => {
      await setViewport({ width: 1280, height: 900 });
      await consoleLines(async () => {
        const harness = await branchOutlier({ data: withFigures([...NEAR]), boundariesData: branchBoundaries(3) });
        await until(() => harness.root.querySelector('.map-legend') !== null);
        harness.element.data = { ...withFigures([...NEAR]), dimension: otherCodes(NEAR.length) };
        await harness.settle();
        await until(() => harness.element.problems.some(({ code }) => code === 'no-match'));
        expect(harness.element.status).to.equal('ready');
      });
    });

    it('is audited with all that lies around it', async () => {
      const harness = await withMap({ selected: 'GMV001' });
      await expect(harness.element).to.be.accessible();
    });
  });

  describe('accessibility', () => {
    const STATES: readonly [name: string, properties: Readonly<Record<string, unknown>>][] = [
      ['no source', {}],
      ['figures', GEMEENTE],
      ['a selection', { ...GEMEENTE, selected: 'GMV001 GMV006' }],
      ['everything withheld', { data: branchDataset({ isWithheld: true }), level: 'gemeente' }],
      ['a published interval', { data: branchDataset({ hasInterval: true }), level: 'gemeente' }],
      ['long names', { data: branchDataset({ hasLongNames: true }), level: 'gemeente' }],
      ['few regions', { data: withFigures([[1, 2]]) }],
    ];
    for (const width of [360, 1280]) {
      for (const [name, properties] of STATES) {
        it(`has no fault with ${name} at ${width} pixels`, async () => {
          await setViewport({ width, height: 800 });
          const harness = await branchOutlier(properties);
          await expect(harness.element).to.be.accessible();
          if (harness.tabs.length === 0) return;
          harness.tabs[1].click();
          await harness.settle();
          await expect(harness.element).to.be.accessible();
        });
      }
    }

    it('has no fault in an error', async () => {
      await consoleLines(async () => {
        const harness = await branchOutlier({ ...GEMEENTE, actual: 'nope' });
        await expect(harness.element).to.be.accessible();
      });
    });
  });
});
