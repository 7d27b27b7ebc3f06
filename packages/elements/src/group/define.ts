import { defineElement } from '../base/define-element.js';
import { ZoGroup } from './zo-group.js';

export { ZoGroup };

defineElement('zo-group', ZoGroup);

declare global {
  interface HTMLElementTagNameMap {
    'zo-group': ZoGroup;
  }
}
