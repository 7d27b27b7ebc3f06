import * as Plot from '@observablehq/plot';
import { geoMercator } from 'd3-geo';
import { COLOURS, MISSING } from '../classes.mjs';
import { codeOf, inMap, indicator, mapElement, readFeatures, readFigures } from './common/inputs.js';
import { present } from './common/present.js';

const [figures, shapes] = await Promise.all([readFigures(), readFeatures()]);
const { clientWidth: width, clientHeight: height } = mapElement;
const size = { width, height, margin: 0 };

/** Plot makes a new figure for new data, as its documentation says. */
function show(name) {
  const { breaks, value } = figures(name);
  const figure = Plot.plot({
    ...size,
    projection: { type: 'mercator', domain: shapes },
    color: { type: 'threshold', domain: breaks, range: COLOURS, unknown: MISSING },
    marks: [Plot.geo(shapes, { fill: (area) => value(codeOf(area)), stroke: '#ffffff', strokeWidth: 0.5 })],
  });
  mapElement.replaceChildren(figure);
}

show(indicator);
const projection = geoMercator().fitSize([width, height], shapes);

await present({
  container: mapElement,
  show,
  project: (longitude, latitude) => inMap().toPage(projection([longitude, latitude])),
  hover(x, y) {
    const index = document.elementFromPoint(x, y)?.__data__;
    return index === undefined ? null : codeOf(shapes.features[index]);
  },
});
