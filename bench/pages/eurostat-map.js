import { geoMercator } from 'd3-geo';
import eurostatmap from 'eurostat-map';
import { COLOURS, MISSING } from '../classes.mjs';
import { codeOf, indicator, mapElement, readFeatures, readFigures } from './common/inputs.js';
import { present } from './common/present.js';

const [figures, shapes] = await Promise.all([readFigures(), readFeatures()]);
// The library joins by this property.
for (const { properties } of shapes.features) properties.id = properties.statcode;
const { clientWidth: width, clientHeight: height } = mapElement;
const projection = geoMercator().fitSize([width, height], shapes);
const svg = mapElement.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
svg.id = 'figure';

const map = eurostatmap
  .map('choropleth')
  .svgId('figure')
  .width(width)
  .height(height)
  .geometries([{ id: 'areas', features: shapes.features, statisticalRegions: true, class: 'areas' }])
  .projectionFunction(projection)
  .classificationMethod('threshold')
  .numberOfClasses(COLOURS.length)
  .colors(COLOURS)
  .noDataFillStyle(MISSING)
  .transitionDuration(0)
  .zoomExtent([1, 50])
  // Without these two the map can't be dragged before it is zoomed.
  .lockPanUntilZoom(false)
  .translateExtent([
    [-width, -height],
    [2 * width, 2 * height],
  ]);

function useFigures(name) {
  const { breaks, value } = figures(name);
  map.thresholds(breaks);
  map.statData().setData(Object.fromEntries(shapes.features.map(codeOf).map((code) => [code, value(code) ?? ':'])));
}

/** Until its transition of no duration has ended: it takes the pointer from the areas so long. */
async function settled() {
  const area = svg.querySelector('.areas path');
  do await new Promise(requestAnimationFrame);
  while (area.style.pointerEvents === 'none' || !area.style.fill);
}

useFigures(indicator);
map.build();
await settled();

await present({
  container: mapElement,
  show(name) {
    useFigures(name);
    map.updateStatValues();
    return settled();
  },
  project(longitude, latitude) {
    const { x, y } = new DOMPoint(...projection([longitude, latitude])).matrixTransform(
      svg.querySelector('.areas').getScreenCTM(),
    );
    return [x, y];
  },
  hover: (x, y) => document.elementFromPoint(x, y)?.__data__?.properties?.statcode ?? null,
});
