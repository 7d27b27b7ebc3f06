import * as L from 'leaflet/dist/leaflet-src.esm.js';
import 'leaflet/dist/leaflet.css';
import { codeOf, inMap, indicator, mapElement, readFeatures, readFigures } from './inputs.js';
import { present } from './present.js';

/** A choropleth as Leaflet's own tutorial makes one, on either of its renderers. `hitTest(map, layer)` makes the page's `hover`. */
export async function showLeaflet({ preferCanvas, hitTest }) {
  const [figures, shapes] = await Promise.all([readFigures(), readFeatures()]);
  const styleWith =
    ({ colour }) =>
    (feature) => ({ weight: 0.5, color: '#ffffff', fillOpacity: 1, fillColor: colour(codeOf(feature)) });

  const map = L.map(mapElement, { preferCanvas, zoomSnap: 0, attributionControl: false, zoomControl: false });
  const layer = L.geoJSON(shapes, { style: styleWith(figures(indicator)) });
  map.fitBounds(layer.getBounds(), { animate: false });
  layer.addTo(map);
  await present({
    container: mapElement,
    show: (name) => layer.setStyle(styleWith(figures(name))),
    project: (longitude, latitude) => {
      const { x, y } = map.latLngToContainerPoint([latitude, longitude]);
      return inMap().toPage([x, y]);
    },
    hover: hitTest(map, layer),
  });
}
