import { choiceInputs, sourceInputs, type GivenData } from '@zicht-op/core/picture/asked-inputs.js';
import type { Inputs } from '@zicht-op/core/picture/inputs.js';
import { attributeText } from '@zicht-op/core/picture/query-string.js';
import type { DataProperties } from './data-properties.js';
import type { InlineData } from './inline-data.js';
import type { SharedChoice } from './shared-choice.js';

/** Properties that decide what is loaded or computed: a change starts a new cycle. */
export const INPUTS: ReadonlySet<PropertyKey> = new Set([
  'src',
  'type',
  'columns',
  'metadata',
  'levels',
  'allowOrigins',
  'credentials',
  'maxSize',
  'boundaries',
  'indicator',
  'period',
  'level',
  'within',
  'filter',
  'reference',
  'unit',
  'decimals',
  'sourceLabel',
  'sourceHref',
  'caution',
  'data',
  'boundariesData',
  'fetch',
  'share',
]);

/** What only the kind of element knows. */
export type KindInputs = Pick<
  Inputs,
  'needsBoundaries' | 'shapeReader' | 'indicator' | 'defaultIndicator' | 'classOptions'
>;

/** All that decides a picture, as it is now. A JSON child speaks where an attribute says nothing. */
export function inputsOf(
  element: DataProperties,
  choice: SharedChoice,
  inline: InlineData,
  given: GivenData,
  kind: KindInputs,
): Inputs {
  const text = (own: unknown, name: string): string =>
    attributeText(own) || attributeText(settingOf(inline.settings, name));
  return {
    ...kind,
    ...sourceInputs({
      src: text(element.src, 'src'),
      type: text(element.type, 'type'),
      columns: text(element.columns, 'columns'),
      metadata: text(element.metadata, 'metadata'),
      levels: text(element.levels, 'levels'),
      allowOrigins: element.allowOrigins,
      boundaries: text(element.boundaries, 'boundaries'),
      reference: element.reference,
    }),
    ...choiceInputs({
      period: choice.choice('period'),
      level: choice.choice('level'),
      within: choice.choice('within'),
      filter: choice.asked('filter'),
      ownFilter: choice.own('filter'),
    }),
    settings: settingsOf(element, inline.settings),
    data: given.data ?? (element.src ? null : inline.dataset),
    boundariesData: given.boundariesData,
    baseUrl: document.baseURI,
  };
}

function settingOf(settings: Readonly<Record<string, unknown>>, name: string): unknown {
  const said = settings[name];
  return typeof said === 'string' || Array.isArray(said) ? said : '';
}

function settingsOf(element: DataProperties, inline: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { unit, decimals, sourceLabel, sourceHref, caution } = element;
  return {
    ...inline,
    // As the author wrote it: the unit is about that indicator, whatever a visitor chooses.
    ...((unit || decimals !== null || caution) &&
      element.hasAttribute('indicator') && { indicator: element.getAttribute('indicator') }),
    ...(unit && { unit }),
    ...(decimals !== null && { decimals }),
    ...(sourceLabel && { sourceLabel }),
    ...(sourceHref && { sourceHref }),
    ...(caution && { caution }),
  };
}
