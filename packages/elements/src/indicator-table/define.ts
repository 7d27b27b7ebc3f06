import { defineElement } from '../base/define-element.js';
import { ZoIndicatorTable } from './zo-indicator-table.js';

export { ZoIndicatorTable };

defineElement('zo-indicator-table', ZoIndicatorTable);

declare global {
  interface HTMLElementTagNameMap {
    'zo-indicator-table': ZoIndicatorTable;
  }
}
