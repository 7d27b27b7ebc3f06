import { csvParse } from 'd3-dsv';
import { feature } from 'topojson-client';
import { COLOURS, classOf, quantiles } from './classes.mjs';

/** Pixels from a sample to the nearest border, at the fitted view: no stroke or simplification comes that far. */
const CLEARANCE = 2;

/** The places of the fitted country in pixels of a map of this size; near enough for choosing samples. */
function fitted(features, { width, height }) {
  const raw = ([longitude, latitude]) => [
    longitude,
    -(Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI,
  ];
  const points = features.flatMap(({ geometry }) => ringsOf(geometry).flat().map(raw));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const least = (values) => values.reduce((a, b) => Math.min(a, b));
  const most = (values) => values.reduce((a, b) => Math.max(a, b));
  const scale = Math.min(width / (most(xs) - least(xs)), height / (most(ys) - least(ys))) * 0.95;
  return (place) => raw(place).map((value) => value * scale);
}

const ringsOf = (geometry) =>
  !geometry ? [] : geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

/**
 * Places well inside areas, with the area's code, found by a point-in-polygon test of our own here: the same places for
 * every page, chosen from a fixed seed. Each with its colour per indicator, `r,g,b`; a place without a figure is none.
 * @param {import('./data.mjs').Level} level
 * @param {{ width: number, height: number }} size - of the map
 */
export function samplePlaces(level, size, count) {
  const topology = JSON.parse(level.files.get('shapes.topojson'));
  const { features } = feature(topology, topology.objects[level.object]);
  const colours = level.indicators.map((name) => coloursOf(level.files.get('figures.csv').toString(), name));
  const toPixels = fitted(features, size);
  const areas = features.map(({ properties, geometry }) => areaOf(properties.statcode, geometry));
  const random = randomFrom(42);
  const found = [];
  for (const area of shuffled(areas, random)) {
    if (found.length === count) break;
    if (!area.box || !colours.every((colour) => colour.has(area.code))) continue;
    const place = roomiest(area, toPixels, random);
    // Areas that overlap by a fault of the file have no one right colour.
    if (!place || areas.some((other) => other !== area && isInside(other, place))) continue;
    found.push({ code: area.code, place, colours: colours.map((colour) => colour.get(area.code)) });
  }
  return found;
}

/** Of several places in an area the one farthest from its borders; null where none is far enough. */
function roomiest(area, toPixels, random) {
  const [west, south, east, north] = area.box;
  const [[left, bottom], [right, top]] = [toPixels([west, south]), toPixels([east, north])];
  if (Math.min(right - left, bottom - top) < 2 * CLEARANCE) return null;
  let best = { room: CLEARANCE, place: null };
  for (let tries = 0; tries < 30; tries++) {
    const place = [west + random() * (east - west), south + random() * (north - south)];
    if (!isInside(area, place)) continue;
    const room = clearance(area.rings, place, toPixels);
    if (room > best.room) best = { room, place };
  }
  return best.place;
}

/** Samples as a page gets them: per indicator, place and colour. */
export const samplesForPage = (samples, indicators) =>
  Object.fromEntries(
    indicators.map((name, i) => [name, samples.map(({ place, colours }) => ({ place, colour: colours[i] }))]),
  );

function coloursOf(text, name) {
  const rows = csvParse(text).filter((row) => row[name] !== '');
  const breaks = quantiles(rows.map((row) => Number(row[name])));
  const rgb = (hex) => hex.match(/\w\w/g).map((part) => parseInt(part, 16));
  return new Map(rows.map((row) => [row.code, rgb(COLOURS[classOf(Number(row[name]), breaks)]).join()]));
}

/** Numbers in [0, 1), the same for the same seed. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffled(items, random) {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

function areaOf(code, geometry) {
  const rings = ringsOf(geometry);
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of rings.flat()) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return { code, rings, box: rings.length > 0 ? box : null };
}

/** Even-odd, over all rings. */
function isInside({ rings, box }, [x, y]) {
  if (!box || x < box[0] || y < box[1] || x > box[2] || y > box[3]) return false;
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[ax, ay], [bx, by]] = [ring[i], ring[j]];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

function clearance(rings, place, toPixels) {
  const [x, y] = toPixels(place);
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [toPixels(ring[i - 1]), toPixels(ring[i])];
      const length = (bx - ax) ** 2 + (by - ay) ** 2;
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
      nearest = Math.min(nearest, Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)));
    }
  }
  return nearest;
}
