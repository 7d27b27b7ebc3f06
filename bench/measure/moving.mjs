import { setTimeout as wait } from 'node:timers/promises';
import { quantile } from '../report/numbers.mjs';

const SLOT = 1000 / 60;
const DRAG_MS = 2500;
/** Turns of the wheel, in and out, and more in than out, so that the map ends at another scale. */
const WHEEL = [1, 1, 1, -1, -1, -1, 1, 1, -1, 1];
const WHEEL_MS = 100;
const SETTLE_MS = 800;

/**
 * Pans and zooms with the browser's own input events, sixty a second whatever the page makes of them, and keeps the time of
 * every frame. `dropped`: slots of a sixtieth of a second without a frame; `busy`: milliseconds of tasks on the main
 * thread. Throws where the map didn't move.
 */
export async function measureMoving({ page, cdp }, samples) {
  const before = await view(page, samples);
  const [x, y] = before.middle;
  await record(page);
  const start = await taskSeconds(cdp);
  await drag(cdp, before);
  const dragged = await view(page, samples);
  await turnWheel(cdp, [x, y]);
  await wait(SETTLE_MS);
  const busy = ((await taskSeconds(cdp)) - start) * 1000;
  const intervals = await page.evaluate(() => window.stopFrames());
  await sendMouse(cdp, { type: 'mouseMoved', x: 1, y: 1 });
  await wait(SETTLE_MS / 2);
  const after = await enlarge({ page, cdp }, before, samples);
  if (Math.hypot(dragged.at[0] - before.at[0], dragged.at[1] - before.at[1]) < 10)
    throw new Error('dragging did not move the map');
  if (Math.abs(after.scale / before.scale - 1) < 0.02) throw new Error('the wheel did not zoom the map');
  return {
    p50: quantile(intervals, 0.5),
    p95: quantile(intervals, 0.95),
    max: Math.max(...intervals),
    dropped: intervals.reduce((sum, ms) => sum + Math.max(0, Math.round(ms / SLOT) - 1), 0),
    busy,
  };
}

/** Middle and size of the map on the page, where a place is in it, and the distance to another in pixels. */
function view(page, samples) {
  return page.evaluate(
    ([from, to]) => {
      const { left, top, width, height } = window.bench.container.getBoundingClientRect();
      const [[ax, ay], [bx, by]] = [window.bench.project(...from), window.bench.project(...to)];
      return {
        middle: [left + width / 2, top + height / 2],
        width,
        height,
        at: [ax, ay],
        scale: Math.hypot(ax - bx, ay - by),
      };
    },
    [samples[0].place, samples[1].place],
  );
}

function record(page) {
  return page.evaluate(() => {
    const times = [];
    let isOn = true;
    const keep = (time) => {
      times.push(time);
      if (isOn) requestAnimationFrame(keep);
    };
    requestAnimationFrame(keep);
    window.stopFrames = () => {
      isOn = false;
      return times.slice(1).map((time, i) => time - times[i]);
    };
  });
}

/** Seconds of tasks on the main thread since the page began. */
async function taskSeconds(cdp) {
  await cdp.send('Performance.enable');
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value;
}

/** Round and round, ending a little beside the beginning. Not waiting for answers: a hand doesn't either. */
async function drag(cdp, { middle: [x, y], width, height }) {
  const send = (type, at, buttons) =>
    sendMouse(cdp, { type, x: at[0], y: at[1], button: 'left', buttons, clickCount: 1 });
  const sent = [send('mouseMoved', [x, y], 0), send('mousePressed', [x, y], 1)];
  const begin = performance.now();
  let at = [x, y];
  for (let step = 1; step * SLOT <= DRAG_MS; step++) {
    await wait(Math.max(0, begin + step * SLOT - performance.now()));
    const part = (step * SLOT) / DRAG_MS;
    const angle = part * 4 * Math.PI;
    at = [x + width * (0.3 * Math.sin(angle) + 0.05 * part), y + height * (0.3 * Math.sin(angle / 2) + 0.05 * part)];
    sent.push(send('mouseMoved', at, 1));
  }
  sent.push(send('mouseReleased', at, 0));
  await Promise.all(sent);
}

async function turnWheel(cdp, [x, y]) {
  const sent = [];
  const begin = performance.now();
  for (const [step, direction] of WHEEL.entries()) {
    await wait(Math.max(0, begin + step * WHEEL_MS - performance.now()));
    sent.push(sendMouse(cdp, { type: 'mouseWheel', x, y, deltaX: 0, deltaY: -100 * direction }));
  }
  await Promise.all(sent);
}

/**
 * Leaflet passes over turns of the wheel while it animates, so that the end depends on the moment: where a map ended smaller than
 * it began, it is made larger again. Samples would be too near to borders to be looked at.
 */
async function enlarge({ page, cdp }, before, samples) {
  for (let turns = 0; ; turns++) {
    const now = await view(page, samples);
    if (turns === 6 || now.scale > before.scale * 1.02) return now;
    await sendMouse(cdp, { type: 'mouseWheel', x: before.middle[0], y: before.middle[1], deltaX: 0, deltaY: -100 });
    await sendMouse(cdp, { type: 'mouseMoved', x: 1, y: 1 });
    await wait(SETTLE_MS);
  }
}

const sendMouse = (cdp, event) => cdp.send('Input.dispatchMouseEvent', event);
