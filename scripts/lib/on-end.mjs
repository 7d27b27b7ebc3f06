/**
 * Calls `end` once when this program is asked to stop, or when the npm that started it is gone: npm doesn't always tell
 * what it started, and a server nobody knows of would hold its port.
 */
export function onEnd(end) {
  let isEnding = false;
  const endOnce = () => {
    if (isEnding) return;
    isEnding = true;
    end();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, endOnce);
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && endOnce(), 500).unref();
}
