import { defineElement } from '../base/define-element.js';
import { ZoLayer } from './zo-layer.js';

export { ZoLayer };

defineElement('zo-layer', ZoLayer);

declare global {
  interface HTMLElementTagNameMap {
    'zo-layer': ZoLayer;
  }
}
