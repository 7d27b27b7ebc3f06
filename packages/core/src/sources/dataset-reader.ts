import type { DatasetType } from '../formats/detect.js';
import { member } from '../formats/json-access.js';
import { parseJsonStatInSteps } from '../formats/json-stat.js';
import type { PagedParser } from '../formats/odata-shared.js';
import { parseJson } from '../formats/json-text.js';
import type { Dataset } from '../model/dataset.js';
import { failure, success, type Result } from '../model/problem.js';
import type { Steps } from '../tasks/steps.js';
import { guardedSteps } from './reading.js';

/** What goes with the pages of a document. */
export interface ReceivedDataset {
  /** As received, for CSV; empty for what came as JSON. */
  readonly text: string;
  /** Roles of CSV headers, as a query string; empty where they weren't named. */
  readonly columns: string;
  /** CSVW or profile metadata and CBS code lists, as JSON. What goes with another format is of no use, and no harm. */
  readonly metadata: readonly unknown[];
}

/** Makes a dataset of one document, in steps. Never throws. */
export interface DatasetReader {
  /** Takes a page as JSON, as soon as it is there; what isn't paged is one page, CSV none. */
  add(page: unknown): Steps<void>;
  end(received: ReceivedDataset): Steps<Result<Dataset>>;
}

/** A reader of what isn't paged. */
function ofDocument(
  parse: (document: unknown, received: ReceivedDataset) => Steps<Result<Dataset>>,
): () => DatasetReader {
  return () => {
    const pages: unknown[] = [];
    return {
      *add(page) {
        pages.push(page);
      },
      end: (received) => parse(pages[0], received),
    };
  };
}

const ofPages =
  (parser: () => PagedParser): (() => DatasetReader) =>
  () => {
    const { add, end } = parser();
    return { add, end: ({ metadata }) => end(metadata.filter(isCodeList)) };
  };

/** Readers by type. JSON-stat's is at hand, the others come on demand. */
const READERS: Readonly<Record<DatasetType, () => Promise<() => DatasetReader>>> = {
  'json-stat': () => Promise.resolve(ofDocument(parseJsonStatInSteps)),
  'cbs-odata-v4': async () => ofPages((await import('../formats/cbs-odata-v4.js')).cbsOdataV4Parser),
  'cbs-odata-v3': async () => ofPages((await import('../formats/cbs-odata-v3.js')).cbsOdataV3Parser),
  'sdmx-json': async () => ofDocument((await import('../formats/sdmx-json.js')).parseSdmxJsonInSteps),
  csv: async () => {
    const { parseCsvInSteps } = await import('../formats/csv.js');
    // CSVW says how cells are to be read, so it can't wait until they have been.
    return ofDocument((_, { text, columns, metadata }) =>
      parseCsvInSteps(text, { columns, metadata: metadata.find(isCsvw) }),
    );
  },
};

/**
 * A reader for one document of a type, with what lays metadata over a dataset only where there is any. Rejects when a
 * module can't be had.
 */
export async function loadReader(type: DatasetType, hasMetadata: boolean): Promise<DatasetReader> {
  const [make, words] = await Promise.all([READERS[type](), hasMetadata ? import('../formats/metadata.js') : null]);
  const reader = make();
  let taken: Result<null> = success(null);
  return {
    *add(page) {
      const added = yield* guardedSteps('invalid-dataset', function* () {
        yield* reader.add(page);
        return success(null);
      });
      if (!added.ok) taken = added;
    },
    end: (received) =>
      guardedSteps('invalid-dataset', function* () {
        const dataset = taken.ok ? yield* reader.end(received) : taken;
        if (!dataset.ok || words === null) return dataset;
        const documents = received.metadata.filter((document) => !isCodeList(document));
        return success(documents.reduce<Dataset>(words.applyMetadata, dataset.value), dataset.problems);
      }),
  };
}

/** CSVW metadata of a table or of a group of tables. */
export const isCsvw = (document: unknown): boolean =>
  ['tableSchema', 'tables'].some((key) => member(document, key) !== undefined);

/** A list of codes or a description of a table, as OData gives it. */
const isCodeList = (document: unknown): boolean =>
  ['@odata.context', 'odata.metadata'].some((key) => member(document, key) !== undefined) ||
  (Array.isArray(member(document, 'value')) && member(document, 'class') === undefined);

export const isOdata = (type: DatasetType): boolean => type === 'cbs-odata-v4' || type === 'cbs-odata-v3';

/** What tells formats apart where a document doesn't say it is JSON-stat. Rejects when it can't be had. */
export const loadRecogniser = () => import('./recognise.js');

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
  const { recogniseOther } = await loadRecogniser();
  return recogniseOther(text, json, forced);
}
