import { short } from './numbers.mjs';
import { bestPeer, summariseLevel } from './summary.mjs';

const LEVELS = ['gemeenten', 'wijken', 'buurten'];
const OURS = 'zicht-op';
const COMPACT = 'zicht-op-compact';
/** What a ratio may lose at another density, width or speed. */
const SLACK = 1.2;

const toBest = (id, figure) => (run, all) => {
  const best = bestPeer(run, all, figure);
  return best && all[id]?.[figure] ? all[id][figure].median / best.value : null;
};
const toLeaflet = (figure) => (_run, all) => {
  const leaflet = all['leaflet-canvas'];
  return leaflet?.[figure] && all[OURS]?.[figure] ? all[OURS][figure].median / leaflet[figure].median : null;
};
const of = (id, figure) => (_run, all) => all[id]?.[figure]?.median ?? null;

const PAINTED = {
  goal: 'navigation to painted, TopoJSON, to the best bare peer',
  wanted: [0.95, 0.7, 0.6],
  unit: '×',
  page: OURS,
  measure: toBest(OURS, 'painted'),
};
const RECOLOURED = {
  goal: 'new figures to painted, to the best bare peer',
  wanted: [0.8, 0.25, 0.1],
  unit: '×',
  page: OURS,
  measure: toBest(OURS, 'recolour'),
};

/** Goals with a number for each level, none of them to be exceeded. */
const BY_LEVEL = [
  PAINTED,
  {
    goal: 'navigation to painted, compact boundaries, to the best bare peer',
    wanted: [0.9, 0.6, 0.45],
    unit: '×',
    page: COMPACT,
    measure: toBest(COMPACT, 'painted'),
  },
  {
    goal: 'longest task while loading, one JSON.parse left out, ms',
    wanted: [50, 50, 80],
    page: OURS,
    measure: of(OURS, 'longestApart'),
  },
  {
    goal: 'longest task while loading, compact boundaries, ms',
    wanted: [80, 80, 80],
    page: COMPACT,
    measure: of(COMPACT, 'longest'),
  },
  RECOLOURED,
  { goal: 'dropped frames while moving', wanted: [0, 0, 0], page: OURS, measure: of(OURS, 'dropped') },
  { goal: 'frame p95 while moving, ms', wanted: [17, 17, 18], page: OURS, measure: of(OURS, 'frameP95') },
  { goal: 'hover p95, ms', wanted: [0.05, 0.05, 0.05], page: OURS, measure: of(OURS, 'hoverP95') },
  {
    goal: 'heap and buffers, to Leaflet canvas',
    wanted: [1.2, 0.6, 0.3],
    unit: '×',
    page: OURS,
    measure: toLeaflet('memory'),
  },
];

/** What the goals ask for besides, and this benchmark doesn't measure. */
const ELSEWHERE = [
  ['second widget of the same dataset: requests, parses and copies of shapes', '0'],
  ['table: 14,566 rows by 20 indicators sorted or filtered to painted, ms', '≤ 50'],
  ['publisher: 10 million rows checked', 'minutes'],
];

const verdict = (value, isMet) => (value === null ? 'not measured' : isMet(value) ? 'met' : 'not met');
const text = (value, unit = '') => (value === null ? '–' : unit === '×' ? `×${value.toFixed(2)}` : short(value));

/**
 * Every goal with what was measured: `verdict` is `met`, `not met` or `not measured`. A page that is wrong meets none.
 * @param {object | null} plain - the run that the goals are about
 * @param {Record<string, object>} runs - runs with other settings, by name
 */
export function goalsOf(plain, runs) {
  if (!plain) return [];
  return [
    ...BY_LEVEL.flatMap((goal) => LEVELS.map((name, at) => levelGoal(goal, plain, name, at))),
    ...wholeGoals(plain),
    ...['dpr-2', 'phone', 'throttle-4'].map((name) => settingGoal(name, runs[name])),
    ...ELSEWHERE.map(([goal, wanted]) => ({ goal, wanted, measured: 'not part of this', verdict: 'not measured' })),
  ];
}

function levelGoal({ goal, wanted, unit, page, measure }, run, name, at) {
  const all = run.levels[name] ? summariseLevel(run.levels[name]) : {};
  const value = measure(run, all);
  const isRight = all[page]?.isRight === true;
  return {
    goal: `${name}: ${goal}`,
    wanted: `≤ ${text(wanted[at], unit)}`,
    measured: isRight || value === null ? text(value, unit) : `${text(value, unit)}, wrong`,
    verdict: verdict(value, () => isRight && value <= wanted[at]),
  };
}

function wholeGoals(run) {
  const levels = LEVELS.filter((name) => run.levels[name]?.pages[OURS]);
  const ours = levels.map((name) => run.levels[name].pages[OURS]);
  const nodes = ours.map((result) => result.nodes?.map ?? null);
  const isCounted = levels.length === LEVELS.length && !nodes.includes(null);
  const attach = ours.find((result) => result.attach)?.attach ?? null;
  const script = Math.max(...ours.map(({ bytes }) => bytes?.script ?? 0)) / 1000;
  const compact = run.levels.buurten?.pages[COMPACT]?.bytes?.shapes ?? null;
  return [
    {
      goal: 'DOM nodes of the map, whatever the number of areas',
      wanted: 'the same',
      measured: nodes.join(', ') || '–',
      verdict: verdict(isCounted ? nodes : null, () => new Set(nodes).size === 1),
    },
    {
      goal: `growth after ${attach?.rounds ?? 1000} rounds of attaching: kB, nodes, listeners`,
      wanted: 'none (bytes within 2%)',
      measured: attach ? `${short(attach.growth / 1000)}, ${attach.nodes}, ${attach.listeners}` : '–',
      verdict: verdict(attach, isSteady),
    },
    single('script until the map is ready, kB gzip (here it reads CSV)', script || null, 95),
    single('boundaries of all neighbourhoods, compact, kB gzip', compact === null ? null : compact / 1000, 600),
    single('100,000 observations of JSON-stat read and masked, to JSON.parse', run.parsing.ratio, 2, '×'),
  ];
}

const isSteady = ({ before, growth, nodes, listeners }) => growth <= before / 50 && nodes <= 0 && listeners <= 0;

const single = (goal, value, wanted, unit) => ({
  goal,
  wanted: `≤ ${text(wanted, unit)}`,
  measured: text(value, unit),
  verdict: verdict(value, () => value <= wanted),
});

/** The two ratios at every level that was measured with a setting. */
function settingGoal(name, run) {
  const goal = `${name}: both ratios hold within 20%, at each level`;
  if (!run) return { goal, wanted: '≤ ×1.2 of each', measured: '–', verdict: 'not measured' };
  const parts = [PAINTED, RECOLOURED].map(({ wanted, measure }) =>
    LEVELS.map((level, at) => {
      const all = run.levels[level] ? summariseLevel(run.levels[level]) : {};
      const value = measure(run, all);
      return { value, isMet: all[OURS]?.isRight === true && value !== null && value <= wanted[at] * SLACK };
    }),
  );
  const isWhole = parts.flat().every(({ value }) => value !== null);
  const words = parts.map((values) => values.map(({ value }) => text(value, '×')).join(' '));
  return {
    goal,
    wanted: '≤ ×1.2 of each',
    measured: `painted ${words[0]}, figures ${words[1]}`,
    verdict: verdict(isWhole ? parts : null, () => parts.flat().every(({ isMet }) => isMet)),
  };
}
