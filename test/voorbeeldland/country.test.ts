import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { isRegionCode, levelOf, parentByCode } from '@zicht-op/core/model/region.js';
import { makeBoundaries, NATIONAL_PRECISION, type BoundaryFile } from '@zicht-op/voorbeeldland/boundaries.js';
import { makeCountryOf, type Country } from '@zicht-op/voorbeeldland/country.js';
import { NATIONAL } from '@zicht-op/voorbeeldland/national.js';
import { gemeentenAfter } from '@zicht-op/voorbeeldland/regions/plan.js';
import type { RegionTopology } from '@zicht-op/voorbeeldland/topology/topojson.js';
import { hasRealNames, readRealNames } from './support/real-names.js';
import { areasOf, countCrossings, gridArcs, pointsOfRing, ringArea, ringsOf, usesOfArcs } from './support/topology.js';

const FILES = ['gemeenten', 'wijken', 'buurten'] as const satisfies readonly BoundaryFile[];
let country: Country;
const topologies = new Map<string, RegionTopology>();
const topologyOf = (file: BoundaryFile, year = 2024): RegionTopology =>
  topologies.get(`${file}-${year}`) as RegionTopology;
const squareKilometres = ({ transform }: RegionTopology): number => ((transform?.scale[1] ?? 0) * 111.2) ** 2;

beforeAll(() => {
  country = makeCountryOf(NATIONAL);
  for (const division of [country.before, country.after])
    for (const file of FILES)
      topologies.set(`${file}-${division.year}`, makeBoundaries(country, division, file, NATIONAL_PRECISION[file]));
}, 180_000);

describe('areas of the country', () => {
  it('are as many as in the Netherlands', () => {
    const { provincies, riecs, gemeenten, wijken, buurten } = country.after;
    expect([provincies, riecs, gemeenten, wijken, buurten].map((list) => list.length)).toEqual([
      12, 10, 342, 3400, 14520,
    ]);
    expect(gemeentenAfter(NATIONAL)).toBe(342);
    expect([country.before.gemeenten.length, country.before.buurten.length]).toEqual([347, 14480]);
  });

  it('have codes of the form of CBS that can never be theirs: a letter follows the prefix', () => {
    for (const { country: land, provincies, riecs, gemeenten, wijken, buurten } of [country.before, country.after])
      for (const { code } of [land, ...provincies, ...riecs, ...gemeenten, ...wijken, ...buurten]) {
        if (!isRegionCode(code)) throw new Error(`${code} is no region code`);
        if (!/^[A-Z]{2}V/.test(code)) throw new Error(`${code} could be a code of CBS`);
      }
    const { after } = country;
    expect(
      [after.country, after.provincies[0], after.riecs[0], after.gemeenten[0], after.wijken[0]].map(({ code }) => code),
    ).toEqual(['NLV0', 'PVV1', 'RIV01', 'GMV001', 'WKV00100']);
  });

  it('have a code once a year', () => {
    for (const { gemeenten, wijken, buurten } of [country.before, country.after])
      for (const list of [gemeenten, wijken, buurten])
        expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
  });

  it('nest by their codes: a buurt in its wijk, a wijk in its gemeente', () => {
    for (const { gemeenten, wijken, buurten } of [country.before, country.after]) {
      for (const { code, parent } of wijken) if (parentByCode(code) !== gemeenten[parent].code) throw new Error(code);
      for (const { code, parent } of buurten) if (parentByCode(code) !== wijken[parent].code) throw new Error(code);
    }
  });

  it('have letters within their codes in the largest gemeenten, since the newer year only', () => {
    const lettered = ({ buurten }: Country['after']): string[] =>
      buurten.map(({ code }) => code).filter((code) => /[A-Z]/.test(code.slice(3)));
    expect(lettered(country.before)).toEqual([]);
    const found = lettered(country.after);
    expect(found.length).toBeGreaterThan(300);
    expect(found.some((code) => /^BUV\d{3}[A-Z]{2}\d\d$/.test(code))).toBe(true);
    expect(found.some((code) => /^BUV\d{3}\d[A-Z]\d\d$/.test(code))).toBe(true);
  });

  it('have every buurt, wijk and gemeente somewhere on the map', () => {
    for (const { buurten, wijken, gemeenten, buurtOfCell } of [country.before, country.after]) {
      const found = new Set(buurtOfCell);
      found.delete(-1);
      expect(found.size).toBe(buurten.length);
      const used = new Set(buurten.map(({ parent }) => parent));
      expect(used.size).toBe(wijken.length);
      expect(new Set(wijken.map(({ parent }) => parent)).size).toBe(gemeenten.length);
    }
  });

  it('lie between 17 and 18 million people, most of them in built-up buurten, and some in none', () => {
    const people = country.facts.reduce((sum, { population }) => sum + population, 0);
    expect(people).toBeGreaterThan(17e6);
    expect(people).toBeLessThan(18e6);
    expect(new Set(country.facts.map(({ kind }) => kind)).size).toBe(5);
    expect(country.facts.some(({ population }) => population === 0)).toBe(true);
  });
});

describe('what changed between the two years', () => {
  const codes = (division: Country['after']): Set<string> => new Set(division.gemeenten.map(({ code }) => code));

  it('are two mergers with new codes, a takeover that keeps one, a split over four and a wijk that moved', () => {
    expect(country.changes.map(({ kind, from, to }) => [kind, from.length, to.length])).toEqual([
      ['merger', 3, 1],
      ['merger', 2, 1],
      ['takeover', 1, 1],
      ['split', 1, 4],
      ['move', 1, 1],
    ]);
  });

  it('took the codes away that merged, were taken over or split, and no other', () => {
    const gone = [...codes(country.before)].filter((code) => !codes(country.after).has(code));
    const expected = country.changes.filter(({ kind }) => kind !== 'move').flatMap(({ from }) => from);
    expect(gone.sort()).toEqual([...expected].sort());
  });

  it('brought only the codes of the mergers', () => {
    const fresh = [...codes(country.after)].filter((code) => !codes(country.before).has(code));
    expect(fresh.sort()).toEqual([...country.newGemeenten].sort());
  });

  it('made every receiver larger under the code it had, and left what isn’t named as it was', () => {
    const [before, after] = [2022, 2024].map((year) => areasOf(topologyOf('gemeenten', year), 'gemeenten'));
    const changed = new Set(country.changes.flatMap(({ from, to }) => [...from, ...to]));
    for (const [code, area] of after) {
      const old = before.get(code);
      if (old === undefined) continue;
      const isReceiver = country.changes.some(({ kind, to }) => kind !== 'merger' && to.includes(code));
      if (isReceiver) expect(area).toBeGreaterThan(old * 1.005);
      else if (!changed.has(code)) expect(Math.abs(area / old - 1)).toBeLessThan(0.05);
    }
  });
});

describe('names', () => {
  it('are of one gemeente each, some long, some with marks or an apostrophe', () => {
    const names = country.before.gemeenten.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const all = [
      ...names,
      ...country.after.gemeenten.map(({ name }) => name),
      ...country.after.buurten.map(({ name }) => name),
    ];
    expect(all.some((name) => name.length > 40)).toBe(true);
    expect(names.some((name) => /[À-ſ]/.test(name))).toBe(true);
    expect(names.some((name) => name.includes("'"))).toBe(true);
  });

  it('are of many buurten at once where they are so in reality', () => {
    const uses = (wanted: string): number => country.after.buurten.filter(({ name }) => name === wanted).length;
    expect(uses('Verspreide huizen')).toBeGreaterThan(500);
    expect(uses('Centrum')).toBeGreaterThan(100);
  });

  it('have two buurten of one name in no wijk', () => {
    const names = country.after.buurten.map(({ name, parent }) => `${parent} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it.skipIf(!hasRealNames)('of gemeenten, provinces and RIEC regions are no real place’s', () => {
    const real = readRealNames();
    const { gemeenten, provincies, riecs } = country.after;
    const names = [...country.before.gemeenten, ...gemeenten, ...provincies, ...riecs].map(({ name }) =>
      name.toLowerCase(),
    );
    expect(names.filter((name) => real.has(name))).toEqual([]);
  });
});

describe.each(FILES.flatMap((file) => [2022, 2024].map((year) => [file, year] as const)))(
  'shapes of %s in %d',
  (file, year) => {
    it('have one of each area, by code and name', () => {
      const division = year === 2022 ? country.before : country.after;
      const shapes = topologyOf(file, year).objects[file].geometries.map(({ properties }) => properties);
      expect(shapes).toEqual(division[file].map(({ code, name }) => ({ statcode: code, statnaam: name })));
    });

    it('share every border: each is walked at most once from either side, and none is left over', () => {
      const { forward, backward } = usesOfArcs(topologyOf(file, year), file);
      const wrong = forward.filter((uses, arc) => uses > 1 || backward[arc] > 1 || uses + backward[arc] === 0);
      expect(wrong).toEqual([]);
    });

    it('never cross or touch each other between corners', () => {
      expect(countCrossings(topologyOf(file, year))).toBe(0);
    });

    it('leave no gap: their areas add up to what the outer coast encloses', () => {
      const topology = topologyOf(file, year);
      const arcs = gridArcs(topology);
      const { forward, backward } = usesOfArcs(topology, file);
      // Along the coast each arc is walked once, so the coast's own area is a sum over those arcs (Green).
      let enclosed = 0;
      arcs.forEach((arc, i) => {
        if (forward[i] + backward[i] !== 1) return;
        const sign = forward[i] === 1 ? -1 : 1;
        for (let p = 2; p < arc.length; p += 2)
          enclosed += (sign * (arc[p - 2] * arc[p + 1] - arc[p] * arc[p - 1])) / 2;
      });
      const sum = [...areasOf(topology, file).values()].reduce((total, area) => total + area, 0);
      expect(sum).toBeCloseTo(enclosed, 3);
      const land = sum * squareKilometres(topology);
      expect(land).toBeGreaterThan(34_000);
      expect(land).toBeLessThan(38_000);
    });

    it('have area each, outlines clockwise and holes the other way about', () => {
      const topology = topologyOf(file, year);
      const arcs = gridArcs(topology);
      const wrong = topology.objects[file].geometries.filter((geometry) =>
        ringsOf(geometry).some(({ ring, isHole }) => {
          const area = ringArea(pointsOfRing(arcs, ring));
          return isHole ? area <= 0 : area >= 0;
        }),
      );
      expect(wrong).toEqual([]);
    });
  },
);

describe('the shapes together', () => {
  it('agree between levels: the buurten of a gemeente cover what the gemeente covers', () => {
    const buurten = areasOf(topologyOf('buurten'), 'buurten');
    const gemeenten = areasOf(topologyOf('gemeenten'), 'gemeenten');
    const ratio = squareKilometres(topologyOf('buurten')) / squareKilometres(topologyOf('gemeenten'));
    const sums = new Map<string, number>();
    for (const [code, area] of buurten) {
      const gemeente = `GM${code.slice(2, 6)}`;
      sums.set(gemeente, (sums.get(gemeente) ?? 0) + area * ratio);
    }
    for (const [code, area] of gemeenten) expect(Math.abs((sums.get(code) ?? 0) / area - 1)).toBeLessThan(0.03);
  });

  it.each(['provincies', 'riecs'])('have %s along the borders of gemeenten', (level) => {
    const topology = topologyOf('gemeenten');
    const { gemeenten, provincieOf, riecOf } = country.after;
    const areas = areasOf(topology, 'gemeenten');
    const regions = level === 'provincies' ? country.after.provincies : country.after.riecs;
    const of = level === 'provincies' ? provincieOf : riecOf;
    const sums = regions.map((_, region) =>
      gemeenten.reduce((sum, { code }, i) => (of[i] === region ? sum + (areas.get(code) ?? 0) : sum), 0),
    );
    expect([...areasOf(topology, level).values()].map(Math.round)).toEqual(sums.map(Math.round));
  });

  it('have holes, islands apart, and areas of very different size', () => {
    const rings = topologyOf('buurten').objects.buurten.geometries.map(ringsOf);
    expect(rings.filter((list) => list.some(({ isHole }) => isHole)).length).toBeGreaterThan(200);
    expect(
      topologyOf('gemeenten').objects.gemeenten.geometries.filter(({ type }) => type === 'MultiPolygon').length,
    ).toBeGreaterThan(5);
    const areas = [...areasOf(topologyOf('buurten'), 'buurten').values()].sort((a, b) => a - b);
    expect(areas[Math.floor(areas.length * 0.95)] / areas[Math.floor(areas.length * 0.05)]).toBeGreaterThan(20);
  });

  it('lie in the North Sea, clear of the coasts around it', () => {
    for (const topology of topologies.values()) {
      const [west, south, east, north] = topology.bbox as [number, number, number, number];
      expect(west).toBeGreaterThan(0.9);
      expect(east).toBeLessThan(5);
      expect(south).toBeGreaterThan(54.1);
      expect(north).toBeLessThan(57.3);
    }
  });

  it.each([
    ['gemeenten', 60],
    ['wijken', 300],
    ['buurten', 900],
  ] as const)('of %s take at most %d kB, compressed', (file, most) => {
    expect(gzipSync(JSON.stringify(topologyOf(file))).length / 1000).toBeLessThan(most);
  });

  it('are of levels that the codes tell', () => {
    for (const [level, list] of [
      ['gemeente', country.after.gemeenten],
      ['wijk', country.after.wijken],
      ['buurt', country.after.buurten],
    ] as const)
      expect(new Set(list.map(({ code }) => levelOf(code)))).toEqual(new Set([level]));
  });
});
