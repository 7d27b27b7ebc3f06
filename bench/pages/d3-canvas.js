import { geoMercator, geoPath } from 'd3-geo';
import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';
import { codeOf, inMap, indicator, mapElement, readFeatures, readFigures } from './common/inputs.js';
import { present } from './common/present.js';

const [figures, shapes] = await Promise.all([readFigures(), readFeatures()]);
const { clientWidth: width, clientHeight: height } = mapElement;
const ratio = window.devicePixelRatio;
const canvas = mapElement.appendChild(document.createElement('canvas'));
canvas.width = width * ratio;
canvas.height = height * ratio;
canvas.style.width = `${width}px`;
canvas.style.height = `${height}px`;
const context = canvas.getContext('2d');

const projection = geoMercator().fitSize([width, height], shapes);
const areas = shapes.features.map((feature) => {
  const path = new Path2D();
  geoPath(projection, path)(feature);
  return { code: codeOf(feature), path, bounds: geoPath(projection).bounds(feature), fill: '' };
});
let transform = zoomIdentity;

function draw() {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.translate(transform.x, transform.y);
  context.scale(transform.k, transform.k);
  context.lineWidth = 0.5 / transform.k;
  context.strokeStyle = '#ffffff';
  for (const { path, fill } of areas) {
    context.fillStyle = fill;
    context.fill(path);
    context.stroke(path);
  }
}

function show(name) {
  const { colour } = figures(name);
  for (const area of areas) area.fill = colour(area.code);
  draw();
}

show(indicator);
const zooming = zoom().on('zoom', (event) => {
  transform = event.transform;
  draw();
});
select(canvas).call(zooming);

await present({
  container: mapElement,
  show,
  project: (longitude, latitude) => inMap().toPage(transform.apply(projection([longitude, latitude]))),
  hover(x, y) {
    const at = transform.invert(inMap().toMap(x, y));
    context.setTransform(1, 0, 0, 1, 0, 0);
    const found = areas.find(
      ({ bounds: [[west, north], [east, south]], path }) =>
        west <= at[0] && at[0] <= east && north <= at[1] && at[1] <= south && context.isPointInPath(path, ...at),
    );
    return found?.code ?? null;
  },
});
