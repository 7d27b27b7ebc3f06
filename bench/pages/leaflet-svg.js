import { codeOf } from './common/inputs.js';
import { showLeaflet } from './common/leaflet.js';

/** The browser's own, as Leaflet leaves it to the browser. */
const hitTest = (map, layer) => {
  const codes = new WeakMap();
  layer.eachLayer((area) => codes.set(area.getElement(), codeOf(area.feature)));
  return (x, y) => codes.get(document.elementFromPoint(x, y)) ?? null;
};

await showLeaflet({ preferCanvas: false, hitTest });
