import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isCompactBoundaries } from '@zicht-op/core/formats/compact/is-compact-boundaries.js';
import { parseCompactBoundaries, parseCompactBoundariesInSteps } from '@zicht-op/core/formats/compact-boundaries.js';
import { isInShape } from '@zicht-op/core/geo/rings.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import { compactFile, compactLevel, type LevelParts } from './support/compact-file.js';
import { flips } from './support/flips.js';

/** The file that the page about the format spells out. */
function exampleOfThePage(): Uint8Array {
  const page = readFileSync(new URL('../../../docs/compact-boundaries.md', import.meta.url), 'utf8');
  const lines = /```\n(89 5a[^`]+)```/.exec(page)![1].split('\n');
  return Uint8Array.from(
    lines.flatMap((line) => /^(?:[0-9a-f]{2} {1,2})*/.exec(line)![0].match(/[0-9a-f]{2}/g) ?? []),
    (byte) => parseInt(byte, 16),
  );
}

function read(bytes: Uint8Array, level = 'gemeente'): Boundaries {
  const parsed = parseCompactBoundaries(bytes);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const boundaries = parsed.value.ofLevel(level);
  if (!boundaries.ok) throw new Error(JSON.stringify(boundaries.problems));
  return boundaries.value;
}

describe('parseCompactBoundaries', () => {
  it('reads the example of the page about the format', () => {
    expect(read(exampleOfThePage())).toEqual({
      level: 'gemeente',
      year: 2024,
      codes: ['GM0001', 'GM0002'],
      names: ['A', null],
      parents: new Map(),
      // The border, the rest of the first ring, the rest of the second.
      coordinates: Float64Array.of(
        ...[4.5, 52, 4.5, 52.25],
        ...[4.5, 52.25, 4, 52.25, 4, 52, 4.5, 52],
        ...[4.5, 52, 5, 52, 5, 52.25, 4.5, 52.25],
      ),
      arcStart: Uint32Array.of(0, 2, 6, 10),
      ringArcs: Int32Array.of(0, 1, ~0, 2),
      ringStart: Uint32Array.of(0, 2, 4),
      shapeRings: Uint32Array.of(0, 1, 2),
      attribution: 'CBS',
    });
  });

  it('reads bytes that stand amid others', () => {
    const example = exampleOfThePage();
    const amid = new Uint8Array(example.length + 7);
    amid.set(example, 3);
    expect(read(amid.subarray(3, 3 + example.length))).toEqual(read(example));
  });

  it('names the levels there are', () => {
    const parsed = parseCompactBoundaries(
      compactFile({ levels: [{}, { level: 'wijk', codes: ['WK000100', 'WK000200'], ...KNOWN }] }),
    );
    expect(parsed.ok && [...parsed.value.levels]).toEqual([
      ['gemeente', 2],
      ['wijk', 2],
    ]);
    expect(parsed.ok && parsed.value.ofLevel('buurt')).toMatchObject({
      ok: false,
      problems: [{ code: 'no-match', items: ['gemeente', 'wijk'] }],
    });
    expect(parsed.ok && parsed.value.ofLevel('wijk')).toBe(parsed.ok && parsed.value.ofLevel('wijk'));
  });

  it('has the arcs of all levels once', () => {
    const bytes = compactFile({ levels: [{}, { level: 'wijk', codes: ['WK000100', 'WK000200'], ...KNOWN }] });
    const [wide, narrow] = [read(bytes), read(bytes, 'wijk')];
    expect(narrow.coordinates).toEqual(wide.coordinates);
    expect([...narrow.ringArcs]).toEqual([0, 1, ~0, 2]);
  });

  it('has no year and no names where there are none', () => {
    const boundaries = read(compactFile({ year: 0, levels: [{ names: '\n' }] }));
    expect([boundaries.year, boundaries.names]).toEqual([null, [null, null]]);
  });

  it('reads parents', () => {
    const boundaries = read(compactFile({ levels: [{ parents: 'GM0001\tPV20\nGM0002\tPV21' }] }));
    expect([...boundaries.parents]).toEqual([
      ['GM0001', 'PV20'],
      ['GM0002', 'PV21'],
    ]);
  });

  it('reads codes of several lengths and any letters', () => {
    expect(read(compactFile({ levels: [{ codes: ['Ü', 'GM000002'] }] })).codes).toEqual(['Ü', 'GM000002']);
  });

  it('reads numbers of one to four bytes', () => {
    for (const width of [1, 2, 3, 4])
      expect(read(compactFile({ width })).arcStart).toEqual(Uint32Array.of(0, 2, 6, 10));
  });

  it('reads a shape without rings, a level without shapes, and a file without levels', () => {
    const none = { codes: [], names: '', shapes: [], rings: [], kinds: [], known: [] };
    expect(
      read(compactFile({ levels: [{ codes: ['GM0001', 'GM0002', 'GM0003'], names: '\n\n', shapes: [1, 1, 0] }] }))
        .shapeRings,
    ).toEqual(Uint32Array.of(0, 1, 2, 2));
    expect(read(compactFile({ lengths: [], starts: [], steps: [], levels: [none] })).codes).toEqual([]);
    const empty = parseCompactBoundaries(compactFile({ lengths: [], starts: [], steps: [], levels: [] }));
    expect(empty.ok && empty.value.levels.size).toBe(0);
  });

  it('skips extras it doesn’t know', () => {
    const extra = [4, 0, 0, 0, 110, 101, 119, 115, 2, 0, 0, 0, 1, 2];
    expect(read(Uint8Array.of(...compactFile(), ...extra, ...extra)).codes).toHaveLength(2);
  });

  it('makes shapes in which points lie', () => {
    const boundaries = read(exampleOfThePage());
    expect([4.25, 4.75].map((x) => [0, 1].map((shape) => isInShape(boundaries, shape, x, 52.1)))).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('can be cut into slices', () => {
    const work = parseCompactBoundariesInSteps(exampleOfThePage());
    let slices = 0;
    let step = work.next();
    for (; !step.done; step = work.next()) slices++;
    expect(slices).toBeGreaterThan(4);
    expect(step.value.ok).toBe(true);
  });
});

/** A second level that walks the same rings along arcs that are known. */
const KNOWN: LevelParts = { kinds: [2, 2, 1, 2], known: [2, 1, 2, 0] };

describe('what isn’t as it has to be', () => {
  it.each([
    ['no bytes', Uint8Array.of()],
    ['another beginning', Uint8Array.of(0x7b, 0x7d)],
    ['the beginning alone', exampleOfThePage().slice(0, 4)],
    ['another version', Uint8Array.of(...exampleOfThePage().slice(0, 4), 2, ...exampleOfThePage().slice(5))],
  ])('is not supported: %s', (_, bytes) => {
    expect(parseCompactBoundaries(bytes)).toMatchObject({ ok: false, problems: [{ code: 'not-supported' }] });
  });

  it('is known by its first bytes', () => {
    expect([exampleOfThePage(), Uint8Array.of(0x89, 0x5a, 0x4f), Uint8Array.of()].map(isCompactBoundaries)).toEqual([
      true,
      false,
      false,
    ]);
  });

  const level = (parts: LevelParts) => ({ levels: [{ ...parts }] });
  it.each([
    ['a reserved byte', { reserved: 1 }, 5],
    ['a scale that isn’t finite', { scale: [NaN, 1] as const }, 8],
    ['a translation that isn’t finite', { translate: [0, -Infinity] as const }, 8],
    ['places outside the world', { scale: [200, 1] as const }, 8],
    ['an attribution that is no UTF-8', { attribution: Uint8Array.of(0xff) }, 45],
    ['an arc of one point', { lengths: [0, 3, 3] }, 48],
    ['an arc too many', { lengths: [1, 3, 3, 1], steps: [0, 2, 1, 0, 0, 1, 2, 0, 0, 2, 0, 0] }, null],
    ['an arc too few', { lengths: [1, 3] }, null],
    ['a step too many', { steps: [0, 2, 1, 0, 0, 1, 2, 0, 0, 2, 0, 0] }, null],
    ['a step too few', { steps: [0, 2, 1, 0, 0, 1, 2, 0] }, null],
    ['half a step', { steps: [0, 2, 1, 0, 0, 1, 2, 0, 0, 2, 0] }, 48],
    ['a start too many', { starts: [2, 0, 2, 0] }, null],
    ['no start', { starts: [] }, null],
    ['half a start', { starts: [2] }, 48],
    ['more levels than there are', { count: 2 }, null],
    ['fewer levels than there are', { count: 0 }, null],
    ['a level twice', { levels: [{}, { ...KNOWN }] }, null],
    ['a level that is no UTF-8', level({ level: Uint8Array.of(0xc3) }), null],
    ['a code twice', level({ codes: ['GM0001', 'GM0001'] }), null],
    ['an empty code', level({ codes: ['', 'GM0001'] }), null],
    ['an empty last code', level({ codes: ['GM0001', ''] }), null],
    ['a code in small letters', level({ codes: ['GM0001', 'gm0002'] }), null],
    ['a code with a space before it', level({ codes: ['GM0001', ' GM002'] }), null],
    ['a code with a space behind it', level({ codes: ['GM001 ', 'GM0002'] }), null],
    ['a code in two lines', level({ codes: ['G\nM', 'GM0002'] }), null],
    ['a code twice in two lines', level({ codes: ['GM\nGM', 'GM0002'] }), null],
    ['a code too many', level({ codes: ['GM0001', 'GM0002', 'GM0003'] }), null],
    ['a name too few', level({ names: 'A' }), null],
    ['a name too many', level({ names: 'A\nB\nC' }), null],
    ['an area in none', level({ parents: 'GM0001' }), null],
    ['an area in two', level({ parents: 'GM0001\tPV20\tPV21' }), null],
    ['an area without a code', level({ parents: '\tPV20' }), null],
    ['a ring too many', level({ shapes: [1, 2] }), null],
    ['a ring too few', level({ shapes: [1, 0] }), null],
    ['shapes that wrap round', level({ shapes: [0xffffffff, 3] }), null],
    ['rings that wrap round', level({ rings: [0xffffffff, 5] }), null],
    ['a ring without arcs', level({ rings: [4, 0] }), null],
    ['a kind that isn’t', level({ kinds: [0, 0, 3, 0] }), null],
    ['a kind too few', level({ kinds: [0, 0, 1] }), null],
    ['a kind too many', level({ kinds: [0, 0, 1, 0, 0] }), null],
    ['a known arc that isn’t there', level({ known: [2] }), null],
    ['a known arc too few', level({ known: [] }), null],
    ['a known arc too many', level({ known: [1, 0] }), null],
    ['a known arc that doesn’t begin there', level({ rings: [2, 3], kinds: [0, 0, 1, 1, 0], known: [1, 1] }), null],
    [
      'a ring that doesn’t close',
      {
        starts: [2, 0, 0, 0],
        steps: [0, 2, 1, 0, 0, 1, 2, 0, 2, 0, 0, 2],
        levels: [{ rings: [3, 1], kinds: [0, 0, 2, 0] }],
      },
      null,
    ],
    [
      'a ring of two points',
      { lengths: [1, 1], steps: [0, 2], levels: [{ rings: [2, 2], kinds: [0, 0, 1, 1], known: [0, 1] }] },
      null,
    ],
  ])('is refused: %s', (_, parts, position) => {
    const parsed = parseCompactBoundaries(compactFile(parts));
    expect(parsed).toMatchObject({ ok: false, problems: [{ code: 'invalid-boundaries', severity: 'error' }] });
    expect(parsed.problems).toHaveLength(1);
    expect(parsed.problems[0].path).toMatch(position === null ? /^byte\/\d+$/ : `byte/${position}`);
  });

  it('is refused wherever it is cut', () => {
    const whole = compactFile({ levels: [{}, { level: 'wijk', codes: ['WK000100', 'WK000200'], ...KNOWN }] });
    for (let length = 0; length < whole.length; length++)
      expect([length, parseCompactBoundaries(whole.slice(0, length)).ok]).toEqual([length, false]);
  });

  it('is refused with extras that are cut', () => {
    expect(parseCompactBoundaries(Uint8Array.of(...compactFile(), 0, 0, 0, 0, 9, 0, 0, 0)).ok).toBe(false);
  });

  it('asks for no more memory than there are bytes for', () => {
    // Each list in turn says that it has four thousand million numbers.
    const whole = exampleOfThePage();
    for (const at of [41, 48, 56, 63, 78, 90, 107, 113, 117, 124, 131, 140]) {
      const lying = whole.slice();
      lying.set([0xff, 0xff, 0xff, 0xff], at);
      expect([at, parseCompactBoundaries(lying).ok]).toEqual([at, false]);
    }
    // No bytes a text: so many would fit.
    const widthless = whole.slice();
    widthless.set([0xff, 0xff, 0xff, 0xff, 0], 90);
    expect(parseCompactBoundaries(widthless).ok).toBe(false);
  });

  it('is refused where one long arc is walked over and over', () => {
    const zigzag = Array.from({ length: 20_000 }, (_, i) => [2, i % 2 === 0 ? 2 : 1]).flat();
    const rings = 2_000;
    const bytes = compactFile({
      lengths: [20_001],
      starts: [0, 0],
      steps: zigzag,
      scale: [1e-4, 1e-4],
      levels: [
        {
          codes: ['GM0001'],
          names: '',
          shapes: [rings],
          rings: Array<number>(rings).fill(1),
          kinds: [0, ...Array<number>(rings - 1).fill(1)],
          known: Array<number>(rings - 1).fill(0),
        },
      ],
    });
    expect(parseCompactBoundaries(bytes)).toMatchObject({ ok: false, problems: [{ code: 'invalid-boundaries' }] });
  });

  it('never throws and never gives what can’t be drawn, whichever bytes are flipped', () => {
    const whole = compactFile({
      levels: [{ parents: 'GM0001\tPV20' }, { level: 'wijk', codes: ['WK000100', 'WK000200'], ...KNOWN }],
    });
    let read = 0;
    for (const flipped of flips(whole, 20_000)) {
      const parsed = parseCompactBoundaries(flipped);
      if (!parsed.ok) {
        expect(parsed.problems[0].path).toMatch(/^(byte\/\d+)?$/);
        continue;
      }
      read++;
      for (const level of parsed.value.levels.keys()) {
        const boundaries = parsed.value.ofLevel(level);
        if (!boundaries.ok) throw new Error('a level that is named is there');
        expect(flawOf(boundaries.value)).toBe('');
      }
    }
    // Flips in names and figures do no harm.
    expect(read).toBeGreaterThan(100);
    expect(read).toBeLessThan(19_000);
  });
});

/** What is wrong with the arrays; empty for none. */
function flawOf({ codes, names, coordinates, arcStart, ringArcs, ringStart, shapeRings }: Boundaries): string {
  if (names.length !== codes.length || shapeRings.length !== codes.length + 1) return 'shapes';
  if (shapeRings[codes.length] !== ringStart.length - 1 || ringStart.at(-1) !== ringArcs.length) return 'rings';
  if (!ringArcs.every((arc) => (arc < 0 ? ~arc : arc) < arcStart.length - 1)) return 'arcs';
  if (arcStart.at(-1) !== coordinates.length / 2) return 'points';
  return coordinates.every((number, i) => Math.abs(number) <= (i % 2 === 0 ? 180 : 90)) ? '' : 'places';
}

describe('the parts that tests are made of', () => {
  it('are the example of the page', () => {
    expect(compactFile()).toEqual(exampleOfThePage());
    expect(compactLevel({}).length).toBeGreaterThan(0);
  });
});
