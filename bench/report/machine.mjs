import { cpus, totalmem, type } from 'node:os';

/** What was measured on; no name of it. */
export const machine = (browser) => ({
  cores: cpus().length,
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: type(),
  browser: `Chromium ${browser}`,
  node: process.version,
});
