/** Every element, defined: the one-file delivery. */
export { VERSION } from './base/define-element.js';
export * from './choropleth/define.js';
export * from './indicator-table/define.js';
export * from './branch-outlier/define.js';
export * from './group/define.js';
export * from './layer/define.js';
