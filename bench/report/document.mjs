import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { chartOf } from './chart.mjs';
import { COLUMNS } from './columns.mjs';
import { goalsOf } from './goals.mjs';
import { HOW } from './how.mjs';
import { busyWords } from './machine.mjs';
import { short } from './numbers.mjs';
import { summariseLevel } from './summary.mjs';

const at = (name) => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));

/** Writes docs/benchmark.md and its chart from the newest whole run, with those of other settings beside it. */
export async function writeDocument(runs) {
  const { plain } = runs;
  if (!plain) return void console.log('docs/benchmark.md stays as it is: there is no whole run yet.');
  const text = [
    '# Benchmark',
    introduction(plain),
    '![Times of Zicht op and its peers](benchmark.svg)',
    '## Goals',
    table(
      ['goal', 'wanted', 'measured', ''],
      goalsOf(plain, runs).map(({ goal, wanted, measured, verdict }) => [goal, wanted, measured, verdict]),
    ),
    ...Object.keys(plain.levels).flatMap((name) => levelSection(plain, name, runs.gpu)),
    ...Object.values(runs)
      .filter(({ setting, isPart }) => setting.name !== 'plain' && !(isPart && setting.name === 'part'))
      .flatMap(settingSection),
    HOW,
  ].join('\n\n');
  const config = await resolveConfig(at('benchmark.md'));
  await writeFile(at('benchmark.md'), await format(text, { ...config, parser: 'markdown' }));
  await writeFile(at('benchmark.svg'), chartOf(plain));
  console.log('Written: docs/benchmark.md, docs/benchmark.svg.');
}

const KINDS = {
  real: 'real boundaries and figures of 2024 (CBS / Kadaster, CC BY 4.0)',
  voorbeeldland: 'Voorbeeldland, a country that does not exist',
};

const machineWords = ({ cores, cpu, memoryGb, system, browser }) =>
  `${cores} cores (${cpu}), ${memoryGb} GB, ${system}, ${browser}`;

function introduction(run) {
  return `Our whole element (legend, selectors, tooltip, masks, download) beside bare maps made with what users would pick instead, on the same shapes, figures, classes, machine and number of pixels: ${KINDS[run.data]}. Ratios hold, times are this machine's: ${machineWords(run.machine)}, ${run.setting.isGpu ? 'with' : 'without'} a GPU, ${run.date.slice(0, 10)}. Medians of ${run.rounds} interleaved loads and ${run.movingRounds} of moving; in brackets the least and the most. ${busyWords(run.machine)} Written by \`npm run bench\`.`;
}

function levelSection(run, name, gpu) {
  const level = run.levels[name];
  const all = summariseLevel(level);
  const pages = run.pages.filter(({ id }) => all[id]);
  const first = COLUMNS.slice(0, 7);
  const second = COLUMNS.slice(7);
  const rows = (columns) =>
    pages.map((page) => [nameOf(page), ...columns.map(({ cell }) => cell(all[page.id], run, all))]);
  const gpuAll = gpu?.levels[name] ? summariseLevel(gpu.levels[name]) : null;
  const gpuCell = ({ id }) => {
    const one = gpuAll?.[id];
    return one
      ? [one.painted, one.recolour, one.frameP95].map((figure) => short(figure?.median ?? null)).join(' / ')
      : 'not measured';
  };
  const time = rows(first).map((row, i) => [...row, gpuCell(pages[i])]);
  return [
    `## ${name[0].toUpperCase()}${name.slice(1)}`,
    `A map of ${level.map.width} by ${level.map.height} pixels; ${level.samples} samples.`,
    table(['', ...first.map(({ title }) => title), 'with a GPU: painted / figures / frame p95'], time),
    table(['', ...second.map(({ title }) => title)], rows(second)),
  ];
}

/** The two ratios with another setting, in a small table. */
function settingSection(run) {
  const columns = COLUMNS.slice(0, 7);
  return [
    `## ${run.setting.name}`,
    `${machineWords(run.machine)}, ${run.date.slice(0, 10)}; ${run.rounds} loads. ${busyWords(run.machine)}`,
    table(
      ['', 'level', ...columns.map(({ title }) => title), 'correct'],
      Object.entries(run.levels).flatMap(([name, level]) => {
        const all = summariseLevel(level);
        return run.pages
          .filter(({ id }) => all[id])
          .map((page) => [
            nameOf(page),
            name,
            ...columns.map(({ cell }) => cell(all[page.id], run, all)),
            all[page.id].isRight ? 'yes' : `wrong: ${all[page.id].fault}`,
          ]);
      }),
    ),
  ];
}

const nameOf = ({ label, isOurs }) => (isOurs ? `**${label}**` : label);

const table = (head, rows) =>
  [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
