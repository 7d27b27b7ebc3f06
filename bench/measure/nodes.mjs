/** Elements in the map and in the whole page, those in shadow roots too. */
export function countNodes({ page }) {
  return page.evaluate(() => {
    const count = (root) =>
      [...root.querySelectorAll('*')].reduce(
        (sum, { shadowRoot }) => sum + 1 + (shadowRoot ? count(shadowRoot) : 0),
        0,
      );
    return { map: count(window.bench.container), page: count(document) };
  });
}
