import { codeOf, inMap } from './common/inputs.js';
import { showLeaflet } from './common/leaflet.js';

/** The walk that Leaflet's canvas renderer makes over all its layers at each move of the mouse. */
const hitTest = (map) => {
  const renderer = map.getRenderer(
    Object.values(map._layers).find((layer) => layer._path === undefined && layer._parts),
  );
  return (x, y) => {
    const point = map.containerPointToLayerPoint(inMap().toMap(x, y));
    let found = null;
    for (let order = renderer._drawFirst; order; order = order.next) {
      if (order.layer.options.interactive && order.layer._containsPoint(point)) found = order.layer;
    }
    return found && codeOf(found.feature);
  };
};

await showLeaflet({ preferCanvas: true, hitTest });
