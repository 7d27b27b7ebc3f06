/**
 * Fits a demo page to what is served. Two comments steer it:
 * `<!--if data--> … <!--endif-->` is kept only where a folder is served at /data/ (`npm start -- --data DIR`), for links to
 * pages that need it; `<!--needs data-->` anywhere in a page says that it can't be shown without, and answers null then.
 */
export function fitPage(html, { hasData }) {
  if (!hasData && html.includes('<!--needs data-->')) return null;
  return html
    .replaceAll('<!--needs data-->', '')
    .replaceAll(/[ \t]*<!--if data-->([\s\S]*?)<!--endif-->\n?/g, hasData ? '$1' : '');
}
