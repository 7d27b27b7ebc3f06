import { parseArgs } from 'node:util';
import { PAGES } from './pages.mjs';

export const USAGE = `npm run bench -- [options]
  --quick          two minutes: fewer rounds, gemeenten and buurten, the strongest peers
  --levels A,B     gemeenten, wijken, buurten
  --pages A,B      ${PAGES.map(({ id }) => id).join(', ')}
  --rounds N       loads of each page (7; quick 3)
  --dpr 2          at two device pixels to a CSS pixel
  --phone          at the width of a phone, 360 pixels
  --throttle 4     with a processor four times slower
  --gpu            with the machine's own GPU; kept beside the other results
  --trace          what loading our own page is made of, at the levels named; keeps nothing
  --report         measures nothing: writes docs/benchmark.md from the results kept`;

const LEVELS = ['gemeenten', 'wijken', 'buurten'];
/** The map is this large on every page; our element is as much larger as it needs for all that stands around its map. */
const DESKTOP = { width: 800, height: 600 };
/** Here the whole page is as wide as a phone, our map a little narrower, and the others' as wide as ours. */
const PHONE = { pageWidth: 360, height: 440 };

/**
 * @typedef {object} Setting - what is the same for all pages of a run
 * @property {string} name - `plain`, `dpr-2`, `phone`, `throttle-4`, `gpu`, or several joined by `+`
 * @property {{ width?: number, pageWidth?: number, height: number }} map - size wanted
 * @property {number} dpr
 * @property {number} throttle - how many times slower the processor is made
 * @property {boolean} isPhone
 * @property {boolean} isGpu
 */

/** What the command line asks for. Throws where it makes no sense. */
export function readSettings(args = process.argv.slice(2)) {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      levels: { type: 'string' },
      pages: { type: 'string' },
      rounds: { type: 'string' },
      dpr: { type: 'string', default: '1' },
      phone: { type: 'boolean', default: false },
      throttle: { type: 'string', default: '1' },
      gpu: { type: 'boolean', default: false },
      trace: { type: 'boolean', default: false },
      report: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const rounds = positive('rounds', values.rounds ?? (values.quick ? '3' : '7'));
  const quickLevels = LEVELS.filter((level) => level !== 'wijken');
  const quickPages = PAGES.filter(({ isQuick }) => isQuick).map(({ id }) => id);
  return {
    isQuick: values.quick,
    isReport: values.report,
    isTrace: values.trace,
    isHelp: values.help,
    isPart: values.quick || values.levels !== undefined || values.pages !== undefined,
    levels: chosen('levels', values.levels, LEVELS) ?? (values.quick ? quickLevels : LEVELS),
    pages:
      chosen(
        'pages',
        values.pages,
        PAGES.map(({ id }) => id),
      ) ?? (values.quick ? quickPages : PAGES.map(({ id }) => id)),
    rounds,
    movingRounds: values.quick ? 1 : Math.min(3, rounds),
    setting: settingOf(values),
  };
}

export function settingOf(values) {
  const [dpr, throttle] = [positive('dpr', values.dpr), positive('throttle', values.throttle)];
  const names = [
    values.gpu && 'gpu',
    values.phone && 'phone',
    dpr !== 1 && `dpr-${dpr}`,
    throttle !== 1 && `throttle-${throttle}`,
  ].filter(Boolean);
  return {
    name: names.join('+') || 'plain',
    map: values.phone ? PHONE : DESKTOP,
    dpr,
    throttle,
    isPhone: values.phone,
    isGpu: values.gpu,
  };
}

function chosen(option, text, known) {
  if (text === undefined) return null;
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`--${option}: ${unknown} is none of ${known.join(', ')}`);
  return names;
}

function positive(option, text) {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value))) throw new Error(`--${option} takes a number above 0, not ${text}`);
  return value;
}
