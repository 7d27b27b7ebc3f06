import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parseJson } from '@zicht-op/core/formats/json-text.js';
import type { Problem } from '@zicht-op/core/model/problem.js';
import type { Output } from '../output.js';
import { makeBoundaries, type MadeBoundaries } from './make-boundaries.js';
import { HELP, readOptions } from './options.js';

/** Regions that are named one by one, at most. */
const NAMED = 10;

/** `zicht-op boundaries`: answers the exit code. Throws a `UsageError`, and what reading and writing throws. */
export async function boundariesCommand(parameters: readonly string[], output: Output): Promise<number> {
  const options = readOptions(parameters);
  if (options === null) {
    output.print(HELP);
    return 0;
  }
  const json = parseJson(await readText(options.input));
  const made = json.ok ? makeBoundaries(json.value, options.plan) : json;
  for (const problem of made.problems) output.warn(`${options.input}: ${describe(problem)}`);
  if (!made.ok) return 1;
  const { lost, bytes } = made.value;
  if (lost.length > 0)
    output.warn(`smaller than a step of the grid, so without an area: ${lost.length} (${list(lost)})`);
  const packed = gzipSync(bytes, { level: 9 });
  await replaceFile(options.out, options.out.endsWith('.gz') ? packed : bytes);
  output.print(`${options.out}: ${summary(made.value, packed.length)}\n`);
  return 0;
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  return new TextDecoder().decode(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes);
}

/** By way of a rename, so that a server reading it at this moment never sees half a file. */
async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

const list = (codes: readonly string[]): string =>
  codes.slice(0, NAMED).join(', ') + (codes.length > NAMED ? ' …' : '');

const describe = ({ severity, code, path, count, items }: Problem): string =>
  `${severity}: ${code}${path && ` at ${path}`}${count > 1 ? `, ${count} times` : ''}${items ? ` (there are: ${items.join(', ')})` : ''}`;

function summary({ levels, arcs, points, bytes }: MadeBoundaries, packed: number): string {
  const shapes = [...levels].map(([level, count]) => `${level} ${count}`).join(', ');
  return `${shapes}; ${arcs} arcs, ${points} points; ${bytes.length} bytes, ${packed} with gzip`;
}
