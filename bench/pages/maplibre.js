import { Map, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import { geoBounds } from 'd3-geo';
import { COLOURS, MISSING } from '../classes.mjs';
import { codeOf, inMap, indicator, mapElement, readFeatures, readFigures } from './common/inputs.js';
import { present } from './common/present.js';

setWorkerUrl(new URL('maplibre-gl-worker.js', location.href).href);
const [figures, shapes] = await Promise.all([readFigures(), readFeatures()]);
const [[west, south], [east, north]] = geoBounds(shapes);
const colour = [
  'match',
  ['coalesce', ['feature-state', 'style'], -1],
  ...COLOURS.flatMap((one, i) => [i, one]),
  MISSING,
];
const map = new Map({
  container: mapElement,
  attributionControl: false,
  fadeDuration: 0,
  bounds: [west, south, east, north],
  style: {
    version: 8,
    sources: { areas: { type: 'geojson', data: shapes, promoteId: 'statcode' } },
    layers: [
      { id: 'fills', type: 'fill', source: 'areas', paint: { 'fill-color': colour } },
      { id: 'borders', type: 'line', source: 'areas', paint: { 'line-color': '#ffffff', 'line-width': 0.5 } },
    ],
  },
});

function show(name) {
  const { style } = figures(name);
  for (const feature of shapes.features) {
    const id = codeOf(feature);
    map.setFeatureState({ source: 'areas', id }, { style: style(id) });
  }
  return new Promise((done) => map.once('idle', done));
}

map.once('styledata', () => show(indicator));
await new Promise((done) => map.once('idle', done));

await present({
  container: mapElement,
  show,
  project: (longitude, latitude) => {
    const { x, y } = map.project([longitude, latitude]);
    return inMap().toPage([x, y]);
  },
  hover: (x, y) => map.queryRenderedFeatures(inMap().toMap(x, y), { layers: ['fills'] })[0]?.id ?? null,
});
