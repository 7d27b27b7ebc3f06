import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/**
 * Runs a program, by default at the repository's root, and answers its exit code; 1 where it could not start, 124 when it was
 * stopped after `timeout` milliseconds. Its output goes on to ours.
 */
export function runCommand(command, parameters, { env = {}, timeout = 0, signal, stdio = 'inherit', cwd = root } = {}) {
  return new Promise((resolve) => {
    // A group of its own, so that the browsers and servers it starts can be ended along with it.
    const child = spawn(command, parameters, {
      cwd,
      env: { ...process.env, ...env },
      stdio,
      detached: process.platform !== 'win32',
    });
    let timedOut = false;
    const stop = () => endGroup(child);
    const timer =
      timeout > 0 &&
      setTimeout(() => {
        timedOut = true;
        stop();
      }, timeout);
    signal?.addEventListener('abort', stop, { once: true });
    const end = (code) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      end(1);
    });
    child.on('close', (code) => end(timedOut ? 124 : (code ?? 1)));
  });
}

/** Runs a script with this Node. */
export function runNode(script, parameters = [], options = {}) {
  return runCommand(process.execPath, [script, ...parameters], options);
}

/** Asks a program and all it started to end; after five seconds it is made to. */
function endGroup(child) {
  const send = (signal) => {
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
    } catch {
      // It has ended already.
    }
  };
  if (child.pid === undefined) return;
  send('SIGTERM');
  const timer = setTimeout(() => send('SIGKILL'), 5000);
  timer.unref();
  child.on('close', () => clearTimeout(timer));
}
