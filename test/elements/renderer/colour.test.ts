import { expect } from '@open-wc/testing';
import { packColour, parseColour, TRANSPARENT } from '@zicht-op/renderer/colour.js';

/** What a canvas paints, to two steps: browsers round mixes in their own ways. */
function painted(css: string): number[] {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data];
}

describe('parseColour in a browser', () => {
  for (const css of [
    'rebeccapurple',
    'transparent',
    'black',
    'white',
    '#abc',
    'rgb(1 2 3 / 100%)',
    'hsl(120deg 50% 50%)',
    'hwb(200 10% 20%)',
    'lab(50% 40 59.5)',
    'oklch(0.6 0.1 250)',
    'color(srgb 0.2 0.4 0.6)',
    'color(display-p3 0.5 0.5 0.2)',
    'color-mix(in srgb, red 25%, blue)',
    'color-mix(in oklab, #a71930 60%, white)',
  ])
    it(`reads ${css} as it is painted`, () => {
      const { red, green, blue, alpha } = parseColour(css);
      const expected = painted(css);
      [red, green, blue, alpha * 255].forEach((part, i) => expect(part).to.be.closeTo(expected[i], 2));
    });

  it('reads the same without reading pixels', () => {
    const read = OffscreenCanvasRenderingContext2D.prototype.getImageData;
    OffscreenCanvasRenderingContext2D.prototype.getImageData = () => {
      throw new Error('read');
    };
    try {
      for (const css of ['tan', 'oklch(0.6 0.1 250)', 'color(display-p3 1 0 0)', 'color-mix(in oklab, red, white)'])
        expect(parseColour(css)).not.to.equal(TRANSPARENT);
    } finally {
      OffscreenCanvasRenderingContext2D.prototype.getImageData = read;
    }
  });

  it('gives the fallback for what is no colour, or none without an element', () => {
    for (const css of ['no-colour', 'var(--x)', '', 'rgb()', 'inherit', '0'])
      expect(parseColour(css, parseColour('lime')), css).to.deep.equal(parseColour('lime'));
  });

  it('packs the bytes of ImageData', () => {
    const image = new ImageData(
      new Uint8ClampedArray(Uint32Array.of(packColour(parseColour('rgb(1, 2, 3)'))).buffer),
      1,
    );
    expect([...image.data]).to.deep.equal([1, 2, 3, 255]);
  });
});
