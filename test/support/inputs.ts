import type { Inputs } from '@zicht-op/core/picture/inputs.js';

const NOTHING = { value: '', strict: false };

/** What an element with these attributes, and no others, asks for. */
export const inputsWith = (asked: Partial<Inputs> = {}): Inputs => ({
  src: '',
  type: '',
  columns: '',
  metadata: '',
  settings: {},
  levels: [],
  allowOrigins: [],
  boundaries: '',
  data: null,
  boundariesData: null,
  needsBoundaries: false,
  shapeReader: null,
  indicator: NOTHING,
  defaultIndicator: () => '',
  period: NOTHING,
  level: NOTHING,
  within: NOTHING,
  filter: {},
  ownFilter: {},
  reference: '',
  classOptions: { method: null, classes: 5, breaks: null },
  baseUrl: 'https://page.example/',
  ...asked,
});
