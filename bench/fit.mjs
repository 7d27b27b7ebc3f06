/**
 * Finds how large our element must be for its map to be as large as the map of the others, so that all draw as many pixels.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url - of our page
 * @param {import('./settings.mjs').Setting} setting
 * @returns {Promise<{ map: { width: number, height: number }, element: { width: number, height: number } }>}
 */
export async function fitSizes(browser, url, { map: wanted }) {
  const context = await browser.newContext({ viewport: { width: wanted.pageWidth ?? 2000, height: 2000 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => window.bench, null, { polling: 50, timeout: 60_000 });
  const sizes = await page.evaluate(fit, wanted);
  await context.close();
  return sizes;
}

/** Runs in the page. */
async function fit({ width, pageWidth, height }) {
  const element = document.querySelector('zo-choropleth');
  const size = { width: pageWidth ?? width + 200, height: height + 200 };
  const { container } = window.bench;
  for (let tries = 0; tries < 6; tries++) {
    element.style.width = `${size.width}px`;
    element.style.height = `${size.height}px`;
    await new Promise((done) => setTimeout(done, 100));
    const rest = {
      width: width === undefined ? 0 : width - container.clientWidth,
      height: height - container.clientHeight,
    };
    if (rest.width === 0 && rest.height === 0) break;
    size.width += rest.width;
    size.height += rest.height;
  }
  return { map: { width: container.clientWidth, height: container.clientHeight }, element: size };
}
