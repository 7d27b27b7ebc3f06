import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** A dataset of 100,000 observations: 2,000 regions, 10 periods, 5 metrics; one in fifty withheld, one in a hundred provisional. */
function document() {
  const regions = Array.from({ length: 2000 }, (_, i) => `BU${String(i).padStart(8, '0')}`);
  const periods = Array.from({ length: 10 }, (_, i) => String(2015 + i));
  const metrics = ['a', 'b', 'c', 'd', 'e'];
  const value = [];
  const status = {};
  for (let i = 0; i < 100_000; i++) {
    const isWithheld = i % 50 === 7;
    value.push(isWithheld ? null : Math.round(((i * 7919) % 100_003) / 10) / 10);
    if (isWithheld) status[i] = 'Q';
    else if (i % 100 === 3) status[i] = 'P';
  }
  const category = (index) => ({ category: { index } });
  return JSON.stringify({
    version: '2.0',
    class: 'dataset',
    label: 'Benchmark',
    id: ['geo', 'time', 'metric'],
    size: [2000, 10, 5],
    role: { geo: ['geo'], time: ['time'], metric: ['metric'] },
    dimension: { geo: category(regions), time: category(periods), metric: category(metrics) },
    value,
    status,
  });
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

/**
 * Milliseconds, medians of interleaved runs in this process: `JSON.parse` of the bytes, and the same with reading and
 * masking after it.
 */
export async function benchJsonStat(runs = 41) {
  const { outputFiles } = await build({
    stdin: { contents: `export { parseJsonStat } from '@zicht-op/core/formats/json-stat.js';`, resolveDir: here('..') },
    write: false,
    bundle: true,
    format: 'esm',
    conditions: ['zicht-op-source'],
    tsconfig: here('../tsconfig.json'),
  });
  const source = Buffer.from(outputFiles[0].contents).toString('base64');
  const { parseJsonStat } = await import(`data:text/javascript;base64,${source}`);
  const text = document();
  const bare = [];
  const whole = [];
  for (let run = 0; run < runs; run++) {
    let start = performance.now();
    JSON.parse(text);
    bare.push(performance.now() - start);
    start = performance.now();
    const read = parseJsonStat(JSON.parse(text));
    whole.push(performance.now() - start);
    if (!read.ok || read.value.values.length !== 100_000) throw new Error('the benchmark dataset is not read');
  }
  const [parse, read] = [median(bare), median(whole)];
  return { observations: 100_000, bytes: text.length, parseMs: parse, readMs: read, ratio: read / parse };
}
