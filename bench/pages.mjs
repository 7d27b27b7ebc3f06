/**
 * The pages that are measured. `entry` is a script in `pages/`; `shapes` names the file of shapes it reads.
 * A further variant of ours (another file of shapes, say) is one more line with `isOurs`.
 *
 * @typedef {object} Page
 * @property {string} id
 * @property {string} label - with the version, where there is a package
 * @property {string} entry
 * @property {string} shapes - file of the level; a page whose file a level lacks is left out there
 * @property {boolean} [isOurs]
 * @property {boolean} [isQuick] - measured with `--quick` too
 * @property {boolean} [isStill] - can't be moved: no pan and zoom
 * @property {string} [package] - whose version is told
 */

/** @type {readonly Page[]} */
export const PAGES = [
  { id: 'zicht-op', label: 'Zicht op', entry: 'zicht-op', shapes: 'shapes.topojson', isOurs: true, isQuick: true },
  { id: 'zicht-op-compact', label: 'Zicht op, compact', entry: 'zicht-op', shapes: 'shapes.zob', isOurs: true },
  { id: 'leaflet-canvas', label: 'Leaflet canvas', entry: 'leaflet-canvas', package: 'leaflet', isQuick: true },
  { id: 'leaflet-svg', label: 'Leaflet SVG', entry: 'leaflet-svg', package: 'leaflet' },
  { id: 'd3-canvas', label: 'd3-geo canvas', entry: 'd3-canvas', package: 'd3-geo', isQuick: true },
  { id: 'openlayers', label: 'OpenLayers VectorImage', entry: 'openlayers', package: 'ol', isQuick: true },
  { id: 'maplibre', label: 'MapLibre GL', entry: 'maplibre', package: 'maplibre-gl' },
  { id: 'echarts', label: 'ECharts map', entry: 'echarts', package: 'echarts' },
  { id: 'plot', label: 'Observable Plot', entry: 'plot', package: '@observablehq/plot', isStill: true },
  { id: 'eurostat-map', label: 'eurostat-map', entry: 'eurostat-map', package: 'eurostat-map' },
].map((page) => ({ shapes: 'shapes.topojson', ...page }));
