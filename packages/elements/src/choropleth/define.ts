import { defineElement } from '../base/define-element.js';
import { ZoChoropleth } from './zo-choropleth.js';

export { ZoChoropleth };

defineElement('zo-choropleth', ZoChoropleth);

declare global {
  interface HTMLElementTagNameMap {
    'zo-choropleth': ZoChoropleth;
  }
}
