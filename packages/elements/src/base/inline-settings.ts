/** What a `<script type="application/json">` child says: a whole dataset, or settings that attributes could also give. */
export interface InlineSettings {
  /** A JSON-stat dataset to show, where the child is one. */
  readonly dataset: unknown;
  /** Anything else: attribute names, CSVW or profile metadata. Empty without a child, or where it doesn't parse. */
  readonly settings: Readonly<Record<string, unknown>>;
}

const EMPTY: InlineSettings = { dataset: null, settings: {} };

/** Reads the first JSON child of an element. Inert text: nothing in it is run. */
export function readInlineSettings(element: Element): InlineSettings {
  const script = element.querySelector(':scope > script[type="application/json"]');
  if (!script?.textContent?.trim()) return EMPTY;
  let json: unknown;
  try {
    json = JSON.parse(script.textContent);
  } catch {
    console.warn(`<${element.localName}>: the JSON child does not parse and is not used.`);
    return EMPTY;
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return EMPTY;
  if ('class' in json && json.class === 'dataset') return { dataset: json, settings: {} };
  return { dataset: null, settings: json as Record<string, unknown> };
}
