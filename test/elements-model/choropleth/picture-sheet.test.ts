import { describe, expect, it } from 'vitest';
import { choroplethModel } from '@zicht-op/core/picture/choropleth-model.js';
import { rowsOf } from '@zicht-op/core/view/rows.js';
import { choropleth as nl } from '@zicht-op/locales/nl/choropleth.js';
import {
  SWATCH,
  layoutSheet,
  type Sheet,
  type SheetInput,
} from '../../../packages/elements/src/choropleth/picture-sheet.js';
import { sheetSvg } from '../../../packages/elements/src/choropleth/sheet-svg.js';
import { FALLBACK_COLOURS } from '../../../packages/elements/src/map/map-colours.js';
import { gridCodes, gridTopology, jsonStat, type Grid } from '../../support/grid-country.js';
import { FORMATTER, TEXTS, pictureOf } from '../../support/pictures.js';

const GRID: Grid = { columns: 3, rows: 2 };
const CODES = gridCodes(GRID);
const FIGURES = { GM0001: 1, GM0002: 2, GM0003: 'Q', GM0004: 4, GM0005: 5, GM0006: null };
const COLOURS = ['#000001', '#000002', '#000003', '#000004', '#000005'];

function input(
  more: Partial<SheetInput> = {},
  indicator: Record<string, unknown> = {},
  figures: Record<string, number | string | null> = FIGURES,
): SheetInput {
  const extension = { 'zicht-op': { indicators: { a: indicator } } };
  const picture = pictureOf(jsonStat(CODES, { a: { '2023': figures } }, { extension }), gridTopology(GRID));
  return {
    picture,
    model: choroplethModel(picture),
    colours: COLOURS,
    mapColours: FALLBACK_COLOURS,
    rows: rowsOf(
      picture.dataset,
      picture.selection,
      picture.regions.map((region) => ({ region })),
      FORMATTER,
      picture.classification,
    ),
    title: 'Titel',
    subtitle: 'Ondertitel',
    widerAreas: [],
    projection: 'web-mercator',
    texts: { ...TEXTS, ...nl },
    formatter: FORMATTER,
    ...more,
  };
}

/** Letters are half as wide as they are high. */
const measure = (text: string, size: number): number => (text.length * size) / 2;
const lay = (given: SheetInput): Sheet => layoutSheet(given, measure);
const words = (sheet: Sheet): string => sheet.texts.map(({ text }) => text).join(' ');

describe('layoutSheet', () => {
  it('writes title, subtitle, legend, source and period', () => {
    const sheet = lay(input());
    expect(sheet.texts[0]).toMatchObject({ text: 'Titel', isBold: true });
    expect(words(sheet)).toContain('Ondertitel');
    expect(words(sheet)).toContain('Bron: Voorbeeldland (fictief); 2023');
  });

  it('says that there is no source where there is none', () => {
    const given = input();
    const dataset = { ...given.picture.dataset, sources: [] };
    expect(words(lay({ ...given, picture: { ...given.picture, dataset } }))).toContain('Bron: niet opgegeven');
  });

  it('takes the caution along', () => {
    expect(words(lay(input({}, { caution: 'Zegt niets over personen.' })))).toContain(
      'Wat zegt dit niet? Zegt niets over personen.',
    );
  });

  it('has a swatch with words for each class, from high to low, and for the kinds of missing in use', () => {
    const sheet = lay(input());
    const beside = sheet.swatches.map(({ x, y, style }) => {
      const label = sheet.texts.find(
        (text) => text.x === x + SWATCH.width + 10 && text.y > y && text.y <= y + SWATCH.height,
      );
      return [style, label?.text];
    });
    expect(beside.map(([style]) => style)).toEqual([4, 3, 2, 1, 0, 16, 19]);
    expect(beside.at(0)?.[1]).toMatch(/ of meer$/);
    expect(beside.at(4)?.[1]).toMatch(/^minder dan /);
    expect(beside.slice(5).map(([, text]) => text)).toEqual(['niet gepubliceerd', 'geen gegevens']);
  });

  it('has no classes without figures', () => {
    const sheet = lay(input({}, {}, { GM0001: 'Q' }));
    expect(sheet.swatches.map(({ style }) => style)).toEqual([16, 19]);
  });

  it('breaks a long title and a long caution into lines that fit', () => {
    const long = 'woord '.repeat(80).trim();
    const sheet = lay(input({ title: long }, { caution: long }));
    const lines = sheet.texts.filter(({ text }) => text.includes('woord'));
    expect(lines.length).toBeGreaterThan(3);
    for (const { x, text, size } of lines) expect(x + measure(text, size)).toBeLessThanOrEqual(sheet.width);
    expect(
      lines
        .filter(({ size }) => size === 30)
        .map(({ text }) => text)
        .join(' '),
    ).toBe(long);
  });

  it('writes nothing beside the sheet, and nothing over the map', () => {
    const sheet = lay(
      input(
        { title: 'Lange titel '.repeat(20) },
        { caution: 'Zegt niets. '.repeat(40), unit: { label: 'per 1.000 inwoners van 15 tot 65 jaar' } },
      ),
    );
    for (const { x, y } of sheet.texts) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(sheet.height);
      const isBesideMap = x >= sheet.map.x + sheet.map.width;
      expect(isBesideMap || y <= sheet.map.y || y > sheet.map.y + sheet.map.height).toBe(true);
    }
  });

  it.each(['web-mercator', 'rd'] as const)('fits the map into its box in %s, in the middle', (projection) => {
    const { map, scale, originX, originY, geometry } = lay(input({ projection }));
    const boxes = geometry?.boxes ?? [];
    const xs = CODES.flatMap((_, shape) => [
      boxes[shape * 4] * scale - originX,
      boxes[shape * 4 + 2] * scale - originX,
    ]);
    const ys = CODES.flatMap((_, shape) => [
      boxes[shape * 4 + 1] * scale - originY,
      boxes[shape * 4 + 3] * scale - originY,
    ]);
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(-0.001);
    expect(Math.max(...xs)).toBeLessThanOrEqual(map.width + 0.001);
    expect(Math.min(...ys)).toBeCloseTo(map.height - Math.max(...ys), 3);
    expect(Math.min(...xs)).toBeCloseTo(map.width - Math.max(...xs), 3);
  });

  it('has no map where no shape has an area', () => {
    const given = input();
    const { geometry, scale } = lay({ ...given, picture: { ...given.picture, shapes: [] } });
    expect([geometry, scale]).toEqual([null, 1]);
  });
});

describe('sheetSvg', () => {
  const svgOf = (given: SheetInput): string => sheetSvg(lay(given), given);

  it('draws each shape in the colour of its class or the pattern of its kind', () => {
    const svg = svgOf(input());
    const fills = [...svg.matchAll(/<path fill="([^"]+)" d="M/g)].map((match) => match[1]);
    expect(fills).toEqual(['#000001', '#000002', 'url(#withheld)', '#000004', '#000005', 'url(#none)']);
    for (const kind of ['withheld', 'none']) expect(svg).toContain(`<pattern id="${kind}"`);
  });

  it('closes each ring, in tenths of a pixel', () => {
    const paths = [...svgOf(input()).matchAll(/ d="(M[^"]+)"\/>/g)]
      .map((match) => match[1])
      .filter((path) => path.includes('.'));
    for (const path of paths) expect(path).toMatch(/^(M-?\d+\.\d -?\d+\.\d(L-?\d+\.\d -?\d+\.\d)+Z)+$/);
  });

  it('stands by itself: no style, script, font or address but SVG’s own', () => {
    const svg = svgOf(input());
    expect(svg).not.toMatch(/style=|<style|<script|href|<image|<foreignObject/);
    expect([...svg.matchAll(/https?:[^"]+/g)].map(([address]) => address)).toEqual(['http://www.w3.org/2000/svg']);
  });

  it('writes names as text, whatever is in them', () => {
    const svg = svgOf(input({ title: `<script>alert("1")</script> & 'x' \u0000\u0008\u001f`, subtitle: ']]>' }));
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&#60;script&#62;');
    expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    expect(svg).toContain('&#38;');
  });

  it('writes no half of a pair of surrogates: such a file can’t be read', () => {
    const svg = svgOf(input({ title: 'a\ud800b \udc00 \ud83d\ude00 \uffff' }));
    expect(() => encodeURIComponent(svg)).not.toThrow();
    expect(svg).toContain('\ud83d\ude00');
    expect(svg).not.toContain('\uffff');
  });

  it('has a title for those who can’t see it', () => {
    expect(svgOf(input())).toContain('role="img"><title>Titel</title>');
  });

  it('has no number of a withheld figure, nor of any other', () => {
    const svg = svgOf(input({}, {}, { ...FIGURES, GM0001: 48_271 }));
    expect(svg).not.toMatch(/48[.,]?271/);
  });
});
