import { describe, expect, it } from 'vitest';
import { basemapSource } from '../../../packages/elements/src/map/basemaps.js';

describe('basemapSource', () => {
  it.each(['none', '', 'brt', 'BRT-grijs', '__proto__', 'constructor', 'https://example.org/kaart.png'])(
    'has none for %j',
    (name) => {
      expect(basemapSource(name, 'web-mercator')).toBe(null);
    },
  );

  it.each([
    [
      'brt-standaard',
      'web-mercator',
      'https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/standaard/EPSG:3857/{z}/{x}/{y}.png',
    ],
    ['brt-grijs', 'rd', 'https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:28992/{z}/{x}/{y}.png'],
  ] as const)('has the tiles of %s in %s, with the name of who made them', (name, projection, template) => {
    const source = basemapSource(name, projection);
    expect(source?.template).toBe(template);
    expect(source?.attribution).toContain('Kadaster');
  });

  it('takes a template as it is', () => {
    expect(basemapSource('https://tegels.example/{z}/{x}/{y}.png', 'rd')?.template).toBe(
      'https://tegels.example/{z}/{x}/{y}.png',
    );
  });

  it('refuses a template with a word that has no value: Leaflet would throw for each tile', () => {
    expect(basemapSource('https://tegels.example/{style}/{z}/{x}/{y}.png', 'web-mercator')).toBe(null);
    expect(basemapSource('https://tegels.example/{z}/{x}/{-y}{r}.png', 'web-mercator')).not.toBe(null);
  });
});
