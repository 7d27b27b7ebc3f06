import { expect } from '@open-wc/testing';
import { choropleth } from '../support/choropleth-harness.js';
import { loadLevel, quantileClasses, type RealLevel } from '../support/real-data.js';

const LEVELS = ['gemeenten', 'wijken', 'buurten'] as const;
const INDICATORS = [
  'woz_x1000',
  'pct_koopwoningen',
  'dichtheid_per_km2',
  'afstand_supermarkt_km',
  'inkomen_per_inwoner_x1000',
] as const;
const SAMPLES = 150;

const available = await fetch('/shared-data/geo/gemeenten-2024.topojson', { method: 'HEAD' }).then(({ ok }) => ok);
const suite = available ? describe : describe.skip;

suite('zo-choropleth on the real boundaries and figures', function () {
  this.timeout(120_000);
  const layers = new Map<string, RealLevel>();
  before(async () => {
    for (const level of LEVELS) layers.set(level, await loadLevel(level));
  });

  for (const level of LEVELS) {
    for (const indicator of INDICATORS) {
      it(`paints ${indicator} of ${level} in the class that the source file gives`, async () => {
        const real = layers.get(level) as RealLevel;
        const harness = await choropleth({
          src: `/shared-data/values/kerncijfers-${level}-2024.csv`,
          boundaries: `/shared-data/geo/${level}-2024.topojson`,
          indicator,
        });
        const { element } = harness;
        expect(element.status).to.equal('ready');
        const classes = quantileClasses(real.column(indicator), 5);
        for (const [code, expected] of classes) expect(element.classOf(code), code).to.equal(expected);

        let compared = 0;
        for (const { code, place } of real.samples(SAMPLES)) {
          const style = classes.get(code);
          if (typeof style !== 'number') continue;
          // The finest areas are smaller than a pixel at the national view: one looks from nearer by.
          element.map?.setView([place[1], place[0]], 12, { animate: false });
          expect(harness.colourAt(place), `${code} at ${place.join(', ')}`).to.equal(harness.legendColours[style]);
          const { x, y } = harness.clientPoint(place);
          expect(element.regionAt(x, y), code).to.equal(code);
          compared++;
        }
        expect(compared).to.be.greaterThan(20);
      });
    }
  }
});
