import { describe, expect, it } from 'vitest';
import { attributionOf, escapeMarkup } from '@zicht-op/leaflet/attribution.js';
import { gridCodes, gridTopology, jsonStat } from '../support/grid-country.js';
import { pictureOf, TEXTS } from '../support/pictures.js';

const GRID = { columns: 2, rows: 1 };
const FIGURES = { a: { '2023': { GM0001: 1, GM0002: 2 } } };
const pictureWith = (more: Record<string, unknown>) =>
  pictureOf(jsonStat(gridCodes(GRID), FIGURES, more), gridTopology(GRID));

describe('escapeMarkup', () => {
  it.each([
    ['', ''],
    ['Één bron', 'Één bron'],
    ['<b>&"\'', '&lt;b&gt;&amp;&quot;&#39;'],
    ['&lt;', '&amp;lt;'],
  ])('writes %j so that it reads as text', (text, markup) => {
    expect(escapeMarkup(text)).toBe(markup);
  });
});

describe('attributionOf', () => {
  it('is empty where nobody is named', () => {
    expect(attributionOf(pictureWith({ source: undefined }), TEXTS)).toBe('');
  });

  it('names the source of the figures', () => {
    expect(attributionOf(pictureWith({ source: 'Een bureau' }), TEXTS)).toBe('Bron: Een bureau');
  });

  it('names who made the shapes first, each once', () => {
    const picture = pictureWith({ source: 'Een bureau' });
    const { boundaries, selection } = picture;
    const sources = [
      { label: 'Een bureau', href: null },
      { label: 'Een ander', href: null },
    ];
    const told = {
      ...picture,
      boundaries: boundaries && { ...boundaries, attribution: '© De makers' },
      selection: { ...selection, indicator: { ...selection.indicator, sources } },
    };
    expect(attributionOf(told, TEXTS)).toBe('© De makers · Bron: Een bureau, Een ander');
  });

  it('leaves no markup of theirs', () => {
    const picture = pictureWith({ source: '<script>' });
    const told = { ...picture, boundaries: picture.boundaries && { ...picture.boundaries, attribution: '<img>' } };
    expect(attributionOf(told, TEXTS)).not.toMatch(/[<>]/);
  });
});
