import { cpus, loadavg, totalmem, type } from 'node:os';

/** What was measured on; no name of it. */
export const machine = ({ version, gl }) => ({
  cores: cpus().length,
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: type(),
  browser: `Chromium ${version}`,
  gl,
  node: process.version,
  /** Work that others gave it when we began, in cores. */
  load: Math.round(loadavg()[0] * 10) / 10,
});

/** A sentence where others kept the machine busy, else nothing. */
export const busyWords = ({ load, cores }) =>
  load > cores / 2
    ? `Other work kept the machine busy (a load of ${load} on ${cores} cores): times are longer and less even than they would be, and ratios less sure.`
    : '';
