import Map from 'ol/Map.js';
import View from 'ol/View.js';
import TopoJSON from 'ol/format/TopoJSON.js';
import VectorImageLayer from 'ol/layer/VectorImage.js';
import { fromLonLat } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import 'ol/ol.css';
import { COLOURS, MISSING } from '../classes.mjs';
import { inMap, indicator, mapElement, readFigures, readTopology } from './common/inputs.js';
import { present } from './common/present.js';

const [figures, topology] = await Promise.all([readFigures(), readTopology()]);
const format = new TopoJSON({ layers: [new URLSearchParams(location.search).get('object')] });
const source = new VectorSource({ features: format.readFeatures(topology, { featureProjection: 'EPSG:3857' }) });
const stroke = new Stroke({ color: '#ffffff', width: 0.5 });
const styles = [...COLOURS, MISSING].map((color) => new Style({ fill: new Fill({ color }), stroke }));
const styleWith =
  ({ style }) =>
  (feature) =>
    styles[style(feature.get('statcode'))] ?? styles.at(-1);

const layer = new VectorImageLayer({ source, imageRatio: 2, style: styleWith(figures(indicator)) });
const map = new Map({
  target: mapElement,
  layers: [layer],
  controls: [],
  view: new View({ constrainResolution: false }),
});
const rendered = () => new Promise((done) => map.once('rendercomplete', done));
map.getView().fit(source.getExtent(), { size: map.getSize() });
await rendered();

await present({
  container: mapElement,
  show(name) {
    layer.setStyle(styleWith(figures(name)));
    return rendered();
  },
  project: (longitude, latitude) => inMap().toPage(map.getPixelFromCoordinate(fromLonLat([longitude, latitude]))),
  hover: (x, y) => map.forEachFeatureAtPixel(inMap().toMap(x, y), (feature) => feature.get('statcode')) ?? null,
});
