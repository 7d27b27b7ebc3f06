import type { DatasetType } from '../formats/detect.js';
import { member } from '../formats/json-access.js';
import { parseJsonStat } from '../formats/json-stat.js';
import { parseJson } from '../formats/json-text.js';
import type { Dataset } from '../model/dataset.js';
import { failure, success, type Result } from '../model/problem.js';
import { guarded } from './reading.js';

/** A document that is there in full, with all its pages. */
export interface ReceivedDataset {
  readonly type: DatasetType;
  /** As received, for CSV; empty for what came as JSON. */
  readonly text: string;
  /** Its pages, as JSON; one for what isn't paged, none for CSV. */
  readonly pages: readonly unknown[];
  /** Roles of CSV headers, as a query string; empty where they weren't named. */
  readonly columns: string;
  /** CSVW or profile metadata and CBS code lists, as JSON. What goes with another format is of no use, and no harm. */
  readonly metadata: readonly unknown[];
}

/** Makes a dataset of what was received. Never throws. */
export type DatasetReader = (received: ReceivedDataset) => Result<Dataset>;

type Parser = (received: ReceivedDataset) => Result<Dataset>;

/** Parsers by type. JSON-stat is at hand, the others come on demand. */
const PARSERS: Readonly<Record<DatasetType, () => Promise<Parser>>> = {
  'json-stat': () => Promise.resolve(({ pages }) => parseJsonStat(pages[0])),
  'cbs-odata-v4': async () => {
    const { parseCbsOdataV4 } = await import('../formats/cbs-odata-v4.js');
    return ({ pages, metadata }) => parseCbsOdataV4(pages, metadata.filter(isCodeList));
  },
  'cbs-odata-v3': async () => {
    const { parseCbsOdataV3 } = await import('../formats/cbs-odata-v3.js');
    return ({ pages, metadata }) => parseCbsOdataV3(pages, metadata.filter(isCodeList));
  },
  'sdmx-json': async () => {
    const { parseSdmxJson } = await import('../formats/sdmx-json.js');
    return ({ pages }) => parseSdmxJson(pages[0]);
  },
  csv: async () => {
    const { parseCsv } = await import('../formats/csv.js');
    // CSVW says how cells are to be read, so it can't wait until they have been.
    return ({ text, columns, metadata }) => parseCsv(text, { columns, metadata: metadata.find(isCsvw) });
  },
};

/**
 * The reader of a type, with what lays metadata over a dataset only where there is any. Rejects when a module can't be had.
 */
export async function loadReader(type: DatasetType, hasMetadata: boolean): Promise<DatasetReader> {
  const [parse, words] = await Promise.all([PARSERS[type](), hasMetadata ? import('../formats/metadata.js') : null]);
  return (received) =>
    guarded('invalid-dataset', () => {
      const dataset = parse(received);
      if (!dataset.ok || words === null) return dataset;
      const documents = received.metadata.filter((document) => !isCodeList(document));
      return success(documents.reduce<Dataset>(words.applyMetadata, dataset.value), dataset.problems);
    });
}

/** CSVW metadata of a table or of a group of tables. */
export const isCsvw = (document: unknown): boolean =>
  ['tableSchema', 'tables'].some((key) => member(document, key) !== undefined);

/** A list of codes or a description of a table, as OData gives it. */
const isCodeList = (document: unknown): boolean =>
  ['@odata.context', 'odata.metadata'].some((key) => member(document, key) !== undefined) ||
  (Array.isArray(member(document, 'value')) && member(document, 'class') === undefined);

export const isOdata = (type: DatasetType): boolean => type === 'cbs-odata-v4' || type === 'cbs-odata-v3';

/** What a document is, and its JSON; null for CSV. */
export interface Recognised {
  readonly type: DatasetType;
  readonly json: unknown;
}

/**
 * Finds out what a text is, or takes the embedder's word for it. `not-json` for an empty text, for HTML, and for JSON
 * that doesn't parse; `not-supported` for JSON of no known kind, and for a type that there is no reader for.
 *
 * JSON-stat 2.0 says so itself. What doesn't is looked at by a module that is fetched then: rejects when it can't be had.
 */
export async function recognise(text: string, forced: string): Promise<Result<Recognised>> {
  const json = /^\ufeff?\s*\{/.test(text) ? parseJson(text) : failure<unknown>('not-json');
  const type = 'json-stat';
  if ((forced === '' || forced === type) && json.ok && member(json.value, 'class') === 'dataset')
    return success({ type, json: json.value });
  const { recogniseOther } = await import('./recognise.js');
  return recogniseOther(text, json, forced);
}
