// A bare choropleth as Leaflet's own tutorial makes one, on its canvas renderer, from the same files.
import * as L from 'leaflet/dist/leaflet-src.esm.js';
import { feature } from 'topojson-client';
import { painted } from './painted.js';

const COLOURS = ['#ffffcc', '#a1dab4', '#41b6c4', '#2c7fb8', '#253494'];
const query = new URLSearchParams(location.search);
const get = (name) => fetch(query.get(name));
const [text, topology] = await Promise.all([
  get('figures').then((response) => response.text()),
  get('shapes').then((response) => response.json()),
]);

/** Rows of a CSV whose cells may be quoted. */
function columns(csv) {
  const rows = csv
    .trimEnd()
    .split('\n')
    .map((line) =>
      line.includes('"')
        ? line.match(/("([^"]|"")*"|[^,]*)(,|$)/g).map((cell) => cell.replace(/,$/, ''))
        : line.split(','),
    );
  const head = rows.shift();
  return (name) =>
    new Map(
      rows
        .map((row) => [row[0], row[head.indexOf(name)]])
        .filter(([, cell]) => cell !== '')
        .map(([code, cell]) => [code, Number(cell)]),
    );
}

const column = columns(text);
let figures = column(query.get('indicator'));
let breaks = quantiles(figures);

function quantiles(values) {
  const sorted = Float64Array.from(values.values()).sort();
  return [0.2, 0.4, 0.6, 0.8].map((p) => {
    const at = (sorted.length - 1) * p;
    const low = Math.floor(at);
    return sorted[low] + (at - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
  });
}

const colourOf = (code) => {
  const value = figures.get(code);
  return value === undefined ? '#e3e7ec' : COLOURS[breaks.filter((at) => at <= value).length];
};
const style = ({ properties }) => ({
  weight: 0.5,
  color: '#ffffff',
  fillOpacity: 1,
  fillColor: colourOf(properties.statcode),
});

const map = L.map('map', { preferCanvas: true, zoomSnap: 0, attributionControl: false, zoomControl: false });
const shapes = feature(topology, Object.values(topology.objects)[0]);
const layer = L.geoJSON(shapes, { style });
map.fitBounds(layer.getBounds(), { animate: false });
layer.addTo(map);
await painted(document);

window.bench = {
  status: () => 'ready',
  canvas: () => document.querySelector('canvas'),
  place(longitude, latitude) {
    const { x, y } = map.latLngToContainerPoint([latitude, longitude]);
    const box = map.getContainer().getBoundingClientRect();
    return [box.left + x, box.top + y];
  },
  look: (longitude, latitude, zoom) => map.setView([latitude, longitude], zoom, { animate: false }),
  colours: () => COLOURS,
  async recolour(indicator) {
    const start = performance.now();
    figures = column(indicator);
    breaks = quantiles(figures);
    layer.setStyle(style);
    await painted(document);
    return performance.now() - start;
  },
};
