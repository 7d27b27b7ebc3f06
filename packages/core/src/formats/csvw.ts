import type { DecimalSign } from './csv-number.js';
import { isObject, listAt, member, objectAt, textAt, textsAt, toText, type JsonObject } from './json-access.js';

/** What CSVW table metadata say of one column. */
export interface CsvwColumn {
  /** Its name and titles: what its header may be. */
  readonly headers: readonly string[];
  readonly label: string;
  readonly description: string;
  /** Texts that stand for no value. */
  readonly nulls: ReadonlySet<string>;
  /** Undefined where nothing is said. */
  readonly decimalSign: DecimalSign | undefined;
  /** Said to be text, or not to be put out. */
  readonly isText: boolean;
  readonly isSuppressed: boolean;
}

export interface CsvwTable {
  /** By each of their headers; of two columns with the same the first. */
  readonly byHeader: ReadonlyMap<string, CsvwColumn>;
  /** Null tokens for columns that the table doesn't describe. */
  readonly nulls: ReadonlySet<string>;
  readonly delimiter: ',' | ';' | null;
}

/** Words for a reader, by language: Dutch first, then none in particular, then whatever there is. */
export function naturalTexts(input: unknown): string[] {
  if (!isObject(input)) return (Array.isArray(input) ? input : [input]).map(toText).filter(Boolean);
  const languages = Object.keys(input);
  const best = ['nl', 'nl-NL', 'und', 'en'].find((language) => languages.includes(language)) ?? languages[0];
  return best === undefined ? [] : textsAt(input, best);
}

const TEXT_TYPES =
  /^(string|normalizedString|token|anyURI|date|dateTime|time|boolean|language|Name|NMTOKEN|html|xml|json)$/;

function readColumn(column: JsonObject, inherited: ReadonlySet<string>): CsvwColumn {
  const name = textAt(column, 'name');
  const titles = naturalTexts(member(column, 'titles'));
  const datatype = member(column, 'datatype');
  const base = isObject(datatype) ? textAt(datatype, 'base') : toText(datatype);
  const sign = textAt(objectAt(datatype, 'format'), 'decimalChar');
  const nulls = member(column, 'null') === undefined ? inherited : new Set(textsAt(column, 'null'));
  return {
    headers: [name, ...titles, ...allTitles(member(column, 'titles'))].filter(Boolean),
    label: titles[0] ?? name,
    description: [...naturalTexts(member(column, 'dc:description')), ...naturalTexts(member(column, 'notes'))][0] ?? '',
    nulls,
    decimalSign: sign === '.' || sign === ',' ? sign : undefined,
    isText: TEXT_TYPES.test(base),
    isSuppressed: member(column, 'suppressOutput') === true,
  };
}

/** Titles in every language, for a header may be in any. */
const allTitles = (titles: unknown): string[] =>
  isObject(titles) ? Object.keys(titles).flatMap((language) => textsAt(titles, language)) : [];

/** The table of a CSVW document: itself, or the first of a group. Undefined where it is none. */
export function csvwTableOf(metadata: unknown): JsonObject | undefined {
  const [first] = listAt(metadata, 'tables');
  const table = isObject(first) ? first : metadata;
  return isObject(table) && isObject(member(table, 'tableSchema')) ? table : undefined;
}

/** Reads CSVW table metadata (W3C, Metadata Vocabulary for Tabular Data). Null where it is something else. */
export function readCsvw(metadata: unknown): CsvwTable | null {
  const table = csvwTableOf(metadata);
  if (!table) return null;
  const schema = objectAt(table, 'tableSchema');
  // Inherited properties may stand at each level, the nearest counts.
  const said = [schema, table, metadata].find((level) => member(level, 'null') !== undefined);
  const nulls = new Set(said ? textsAt(said, 'null') : []);
  const delimiter =
    textAt(objectAt(table, 'dialect'), 'delimiter') || textAt(objectAt(metadata, 'dialect'), 'delimiter');
  const byHeader = new Map<string, CsvwColumn>();
  for (const raw of listAt(schema, 'columns').filter(isObject)) {
    const column = readColumn(raw, nulls);
    for (const header of column.headers) if (!byHeader.has(header)) byHeader.set(header, column);
  }
  return {
    byHeader,
    nulls,
    delimiter: delimiter === ',' || delimiter === ';' ? delimiter : null,
  };
}

/** What the table says of the column with this header. */
export const csvwColumn = (table: CsvwTable | null, header: string): CsvwColumn | undefined =>
  table?.byHeader.get(header);
