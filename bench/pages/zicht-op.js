import '@zicht-op/elements/choropleth/define.js';
import { present } from './common/present.js';

const element = document.querySelector('zo-choropleth');
// Not awaited at the top: parts that come on demand would have to wait for a module that waits for them, so a bundler
// parts all that they share from it.
void element.ready.then(() =>
  present({
    root: element.shadowRoot,
    container: element.shadowRoot.querySelector('.map'),
    status: () => element.status,
    async show(indicator) {
      element.indicator = indicator;
      await element.ready;
    },
    project(longitude, latitude) {
      const { x, y } = element.map.latLngToContainerPoint([latitude, longitude]);
      const { left, top } = element.map.getContainer().getBoundingClientRect();
      return [left + x, top + y];
    },
    hover: (x, y) => element.regionAt(x, y),
  }),
);
