/** `Branche=9602&Leeftijd=13-19` as a record; later wins, empty text gives an empty record. */
export function parseFilter(text: string): Record<string, string> {
  const filter: Record<string, string> = Object.create(null);
  for (const [key, value] of new URLSearchParams(text)) filter[key] = value;
  return filter;
}

/** A record as a query string; the other way about. */
export const formatFilter = (filter: Readonly<Record<string, string>>): string =>
  new URLSearchParams(Object.entries(filter)).toString();

/** What an attribute says: text without spaces around it. A list stands for its words; nothing (an attribute taken away) is empty. */
export const attributeText = (value: unknown): string =>
  (Array.isArray(value) ? value.join(' ') : String(value ?? '')).trim();

/** Words of a space separated attribute, each once. */
export const parseTokens = (value: unknown): string[] => [
  ...new Set(attributeText(value).split(/\s+/).filter(Boolean)),
];
