/** `Branche=9602&Leeftijd=13-19` as a record; later wins, empty text gives an empty record. */
export function parseFilter(text: string): Record<string, string> {
  const filter: Record<string, string> = Object.create(null);
  for (const [key, value] of new URLSearchParams(text)) filter[key] = value;
  return filter;
}

/** A record as a query string; the other way about. */
export const formatFilter = (filter: Readonly<Record<string, string>>): string =>
  new URLSearchParams(Object.entries(filter)).toString();

/** Words of a space separated attribute, each once. */
export const parseTokens = (text: string): string[] => [...new Set(text.split(/\s+/).filter(Boolean))];
