import { PAGES } from '../pages.mjs';
import { goalsOf } from './goals.mjs';
import { busyWords } from './machine.mjs';
import { short } from './numbers.mjs';
import { COLUMNS } from './columns.mjs';
import { summariseLevel } from './summary.mjs';

export function printParsing({ parsing, machine }) {
  if (busyWords(machine)) console.log(`${busyWords(machine)}\n`);
  console.log(
    `JSON-stat, ${parsing.observations} observations: JSON.parse ${short(parsing.parseMs)} ms, read and masked ${short(parsing.readMs)} ms, ratio ${parsing.ratio.toFixed(2)}\n`,
  );
}

/** A level as a table of fixed width. */
export function printLevel(run, name) {
  const level = run.levels[name];
  const summaries = summariseLevel(level);
  const head = [name, ...COLUMNS.map(({ short: title }) => title)];
  const rows = run.pages
    .filter(({ id }) => summaries[id])
    .map((page) => [page.label, ...COLUMNS.map(({ cell }) => cell(summaries[page.id], run, summaries))]);
  const faults = run.pages
    .filter(({ id }) => summaries[id]?.fault)
    .map(({ id, label }) => `${label}: ${summaries[id].fault}`);
  console.log(`${[align([head, ...rows]), ...faults].join('\n')}\n`);
}

/** Columns as wide as their widest cell, the first to the left. */
function align(rows) {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  return rows
    .map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  '))
    .join('\n');
}

/** The goals as this run sees them; of one with another setting, that setting's alone. */
export function printGoals(run, runs) {
  const { name } = run.setting;
  const goals =
    name === 'plain' ? goalsOf(run, runs) : goalsOf(run, runs).filter(({ goal }) => goal.startsWith(`${name}:`));
  if (goals.length === 0) return;
  console.log(
    align([
      ['goal', 'wanted', 'measured', ''],
      ...goals.map(({ goal, wanted, measured, verdict }) => [goal, wanted, measured, verdict]),
    ]),
  );
  const count = (verdict) => goals.filter((goal) => goal.verdict === verdict).length;
  console.log(`\n${count('met')} met, ${count('not met')} not met, ${count('not measured')} not measured.\n`);
}

/** What a part of the benchmark leaves out, in words. */
export function printLeftOut(run) {
  if (!run.isPart) return;
  const levels = ['gemeenten', 'wijken', 'buurten'].filter((name) => !run.levels[name]);
  const isMissing = ({ id }) => !Object.values(run.levels).some(({ pages }) => pages[id]);
  const pages = PAGES.filter(isMissing).map(({ label }) => label);
  const parts = [
    levels.length > 0 && `levels ${levels.join(', ')}`,
    pages.length > 0 && `pages ${pages.join(', ')}`,
    run.isQuick &&
      `most rounds (${run.rounds} loads and ${run.movingRounds} of moving each), memory of most peers, a thousand rounds of attaching`,
  ].filter(Boolean);
  console.log(`Left out: ${parts.join('; ') || 'rounds'}. docs/benchmark.md is written by a whole run only.`);
}
