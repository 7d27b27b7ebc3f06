import '@zicht-op/elements/choropleth/define.js';
import { painted } from './painted.js';

const query = new URLSearchParams(location.search);
const element = document.createElement('zo-choropleth');
element.src = query.get('figures');
element.boundaries = query.get('shapes');
element.indicator = query.get('indicator');
document.body.append(element);
await element.ready;
await painted(element.shadowRoot);

window.bench = {
  status: () => element.status,
  canvas: () => element.shadowRoot.querySelector('.zo-regions canvas'),
  place(longitude, latitude) {
    const { x, y } = element.map.latLngToContainerPoint([latitude, longitude]);
    const box = element.map.getContainer().getBoundingClientRect();
    return [box.left + x, box.top + y];
  },
  look: (longitude, latitude, zoom) => element.map.setView([latitude, longitude], zoom, { animate: false }),
  colours: () =>
    [...element.shadowRoot.querySelectorAll('.legend span.swatch')]
      .map((swatch) => getComputedStyle(swatch).backgroundColor)
      .reverse(),
  async recolour(indicator) {
    const start = performance.now();
    element.indicator = indicator;
    await element.ready;
    await painted(element.shadowRoot);
    return performance.now() - start;
  },
};
