import { readFile, writeFile } from 'node:fs/promises';

const FILE = new URL('../results.json', import.meta.url);
/** Results of a machine with a GPU, kept apart, so that they can be brought along from one. */
const GPU_FILE = new URL('../results-gpu.json', import.meta.url);

/**
 * The newest run of each setting: by name, `plain`, `dpr-2` and so on. A part of a plain run is kept as `part`.
 * @returns {Promise<Record<string, object>>}
 */
export async function readRuns() {
  const [own, gpu] = await Promise.all([FILE, GPU_FILE].map(read));
  return { ...own, ...gpu };
}

/** Keeps a run beside those of other settings; answers all. */
export async function keepRun(run) {
  const file = run.setting.isGpu ? GPU_FILE : FILE;
  const name = run.setting.name === 'plain' && run.isPart ? 'part' : run.setting.name;
  await writeFile(file, `${JSON.stringify({ runs: { ...(await read(file)), [name]: run } }, null, 1)}\n`);
  return readRuns();
}

async function read(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).runs ?? {};
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return {};
    throw error;
  }
}
