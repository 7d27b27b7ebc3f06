import { expect } from '@open-wc/testing';
import { readMapColours } from '../../../packages/elements/src/map/map-colours.js';

describe('readMapColours', () => {
  it('gives null for an element that isn’t rendered', () => {
    expect(readMapColours(document.createElement('div'))).to.equal(null);
  });

  for (const [background, scheme] of [
    ['#ffffff', 'light'],
    ['#eef2f5', 'light'],
    ['#10151a', 'dark'],
    ['#000000', 'dark'],
    ['transparent', 'light'],
    ['color(srgb 0.05 0.05 0.05)', 'dark'],
    ['oklch(0.98 0 0)', 'light'],
    ['oklch(0.2 0.02 250)', 'dark'],
  ] as const) {
    it(`takes ${background} for ${scheme}`, () => {
      const element = document.createElement('div');
      document.body.append(element);
      element.style.setProperty('background-color', background);
      try {
        expect(readMapColours(element)?.scheme).to.equal(scheme);
      } finally {
        element.remove();
      }
    });
  }
});
