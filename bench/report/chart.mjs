import { short } from './numbers.mjs';
import { summariseLevel } from './summary.mjs';

const PANELS = [
  { figure: 'painted', title: 'navigation to painted, ms' },
  { figure: 'recolour', title: 'new figures to painted, ms' },
];
const LABELS = 220;
const BARS = 270;
const VALUES = 60;
const ROW = 18;
const HEAD = 34;
/** Neither too light on white nor too dark on black. */
const INK = '#767d86';
const OURS = '#1e8ebf';
const PEER = '#9aa3ad';

/**
 * Bars of the two times that a visitor waits for, at each level, the shortest above: an SVG that is legible on a light page and
 * on a dark one. A page that is wrong has an open bar.
 */
export function chartOf(run) {
  const levels = Object.keys(run.levels);
  const width = PANELS.length * (LABELS + BARS + VALUES);
  const heights = levels.map((name) => HEAD + ROW * Object.keys(run.levels[name].pages).length + 12);
  const panels = levels.flatMap((name, row) => {
    const top = heights.slice(0, row).reduce((sum, height) => sum + height, 0);
    return PANELS.map((panel, column) => panelOf(run, name, panel, column * (LABELS + BARS + VALUES), top));
  });
  const height = heights.reduce((sum, one) => sum + one, 0);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="12" fill="${INK}" role="img" aria-label="Times of Zicht op and its peers; the same figures are in the tables">
${panels.join('\n')}
</svg>
`;
}

function panelOf(run, name, { figure, title }, left, top) {
  const all = summariseLevel(run.levels[name]);
  const pages = run.pages.filter(({ id }) => all[id]?.[figure]);
  const value = ({ id }) => all[id][figure].median;
  const most = Math.max(...pages.map(value));
  const bars = [...pages]
    .sort((a, b) => value(a) - value(b))
    .map((page, row) =>
      barOf(page, { value: value(page), share: value(page) / most, isRight: all[page.id].isRight }, row),
    );
  return `<g transform="translate(${left} ${top})">
<text x="${LABELS}" y="20" font-weight="600">${escape(`${name}: ${title}`)}</text>
${bars.join('\n')}
</g>`;
}

function barOf({ label, isOurs }, { value, share, isRight }, row) {
  const y = HEAD + row * ROW;
  const length = Math.max(1, share * BARS).toFixed(1);
  const colour = isOurs ? OURS : PEER;
  const paint = isRight ? `fill="${colour}"` : `fill="none" stroke="${colour}" stroke-dasharray="3 2"`;
  const weight = isOurs ? ' font-weight="600"' : '';
  return `<text x="${LABELS - 8}" y="${y + 9}" text-anchor="end"${weight}>${escape(label)}</text><rect x="${LABELS}" y="${y}" width="${length}" height="11" ${paint}/><text x="${(LABELS + Number(length) + 6).toFixed(1)}" y="${y + 9}"${weight}>${short(value)}${isRight ? '' : ' (wrong)'}</text>`;
}

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
