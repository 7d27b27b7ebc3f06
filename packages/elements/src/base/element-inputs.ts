import type { BoundaryDocument } from '@zicht-op/core/formats/boundaries.js';
import type { Dataset } from '@zicht-op/core/model/dataset.js';
import type { Result } from '@zicht-op/core/model/problem.js';
import type { Choice, Inputs } from '@zicht-op/core/picture/inputs.js';
import { attributeText, parseFilter, parseTokens } from '@zicht-op/core/picture/query-string.js';
import type { Transport } from '@zicht-op/core/sources/transport.js';
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

/** One function for all elements, so that they share a cache; a host may still replace `window.fetch`. */
const pageFetch: typeof fetch = (input, init) => window.fetch(input, init);

const CREDENTIALS: ReadonlySet<unknown> = new Set<RequestCredentials>(['same-origin', 'include', 'omit']);
const MEGABYTE = 1_000_000;

/** What was given as a property, read already. */
export interface GivenData {
  readonly data: Result<Dataset> | null;
  readonly boundariesData: Result<BoundaryDocument> | null;
}

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
  const src = text(element.src, 'src');
  return {
    ...kind,
    src,
    type: text(element.type, 'type'),
    columns: text(element.columns, 'columns'),
    metadata: text(element.metadata, 'metadata'),
    settings: settingsOf(element, inline.settings),
    levels: parseTokens(text(element.levels, 'levels')),
    allowOrigins: parseTokens(element.allowOrigins),
    boundaries: text(element.boundaries, 'boundaries'),
    data: given.data ?? (element.src ? null : inline.dataset),
    boundariesData: given.boundariesData,
    period: choice.choice('period'),
    level: choice.choice('level'),
    within: upperCase(choice.choice('within')),
    filter: parseFilter(choice.asked('filter')),
    ownFilter: parseFilter(choice.own('filter')),
    reference: attributeText(element.reference).toUpperCase(),
    baseUrl: document.baseURI,
  };
}

/** How this element's addresses are asked. */
export const transportOf = ({
  fetch,
  credentials,
  maxSize,
}: DataProperties): Pick<Transport, 'fetch' | 'credentials' | 'maxSize'> => ({
  fetch: fetch ?? pageFetch,
  credentials: CREDENTIALS.has(credentials) ? credentials : 'same-origin',
  maxSize: (Number.isFinite(maxSize) && maxSize > 0 ? maxSize : 64) * MEGABYTE,
});

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

const upperCase = ({ value, strict, own = '' }: Choice): Choice => ({
  value: value.toUpperCase(),
  strict,
  own: own.toUpperCase(),
});
