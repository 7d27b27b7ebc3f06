/**
 * How many samples in view have their colour on the screen. `visible`: those at least a few pixels inside the map.
 * @param {object} visit
 * @param {import('playwright-core').Page} reader - any page of the browser: it decodes the picture
 * @param {readonly { place: [number, number], colour: string }[]} wanted
 */
export async function countPixels({ page }, reader, wanted) {
  const { places, ratio } = await page.evaluate((all) => {
    const { left, top, right, bottom } = window.bench.container.getBoundingClientRect();
    const isIn = ([x, y]) => x > left + 4 && x < right - 4 && y > top + 4 && y < bottom - 4;
    const places = all.map(({ place, colour }) => ({ at: window.bench.project(...place), colour }));
    return { places: places.filter(({ at }) => isIn(at)), ratio: window.devicePixelRatio };
  }, wanted);
  const picture = (await page.screenshot()).toString('base64');
  const right = await reader.evaluate(count, { picture, places, ratio });
  return { right, visible: places.length };
}

/** Runs in the page that reads. */
async function count({ picture, places, ratio }) {
  const response = await fetch(`data:image/png;base64,${picture}`);
  const bitmap = await createImageBitmap(await response.blob(), { colorSpaceConversion: 'none' });
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
  context.drawImage(bitmap, 0, 0);
  const { data, width } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  return places.filter(({ at: [x, y], colour }) => {
    const at = 4 * (Math.floor(y * ratio) * width + Math.floor(x * ratio));
    return [...data.slice(at, at + 3)].join() === colour;
  }).length;
}
