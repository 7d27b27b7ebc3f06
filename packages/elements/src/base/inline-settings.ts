/** What a `<script type="application/json">` child says: a whole dataset, or settings that attributes could also give. */
export interface InlineSettings {
  /** A JSON-stat dataset to show, where the child is one. */
  readonly dataset: unknown;
  /** Anything else: attribute names, CSVW or profile metadata. Empty without a child, or where it doesn't parse. */
  readonly settings: Readonly<Record<string, unknown>>;
}

const EMPTY: InlineSettings = { dataset: null, settings: {} };

/** Text of the first JSON child of an element; empty without one. */
export const inlineText = (element: Element): string =>
  element.querySelector(':scope > script[type="application/json"]')?.textContent?.trim() ?? '';

/** Reads such a text; `tag` is named where it can't be read. Inert text: nothing in it is run. */
export function readInlineSettings(text: string, tag: string): InlineSettings {
  if (text === '') return EMPTY;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    console.warn(`<${tag}>: the JSON child does not parse and is not used.`);
    return EMPTY;
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return EMPTY;
  if ('class' in json && json.class === 'dataset') return { dataset: json, settings: {} };
  const settings = json as Record<string, unknown>;
  // Attribute names, as in the page; the readers ask for the properties.
  const named = { sourceLabel: settings['source-label'], sourceHref: settings['source-href'] };
  return { dataset: null, settings: { ...named, ...settings } };
}
