import { defineElement } from '../base/define-element.js';
import { ZoBranchOutlier } from './zo-branch-outlier.js';

export { ZoBranchOutlier };

defineElement('zo-branch-outlier', ZoBranchOutlier);

declare global {
  interface HTMLElementTagNameMap {
    'zo-branch-outlier': ZoBranchOutlier;
  }
}
