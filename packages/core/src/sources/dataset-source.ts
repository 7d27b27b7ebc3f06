import { csvwTableOf } from '../formats/csvw.js';
import { parseJson } from '../formats/detect.js';
import { textAt } from '../formats/json-access.js';
import { applyMetadata } from '../formats/metadata.js';
import { applySettings } from '../formats/settings.js';
import type { Dataset } from '../model/dataset.js';
import { success, type Result } from '../model/problem.js';
import { resolveAddresses, splitAddresses } from './address.js';
import { isOdata, loadReader, recognise, type DatasetReader, type ReceivedDataset } from './dataset-reader.js';
import { fetchAllPages, odataNext } from './pages.js';
import { guarded, onDemand, settled, together, withUrl } from './reading.js';
import { requestKey, shared } from './shared-cache.js';
import { fetchSharedText } from './shared-text.js';
import type { TextAnswer, Transport } from './transport.js';

/** What to load, and how to read it. Empty and absent mean the same. */
export interface DatasetRequest {
  /** Absolute address. */
  readonly src: string;
  /** Forces the format; found by content otherwise. */
  readonly type?: string;
  /** Roles of CSV headers, as a query string. */
  readonly columns?: string;
  /** Reading, space separated, of CSVW or profile metadata, or of CBS code lists (`…/MeasureCodes`). */
  readonly metadata?: string;
  /** What relative addresses in `metadata` are relative to; `src` otherwise. */
  readonly baseUrl?: string;
  /** What the embedder says in attributes (`DatasetSettings`), or in a JSON child: CSVW or profile metadata too. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/**
 * Loads a dataset, once for all widgets of the page that ask with the same `fetch` function and read it alike; only
 * `src`, the pages it links to on its own path, and `metadata` are asked for. All figures are past the gate.
 *
 * Rejects with an `AbortError` only. Errors: those of transport (with address and status), `not-json`, `not-supported`,
 * `invalid-dataset` (with the path). Failures aren't kept.
 */
export async function loadDataset(request: DatasetRequest, transport: Transport): Promise<Result<Dataset>> {
  const { src, type = '', columns = '', baseUrl = src, settings = {} } = request;
  const metadata = splitAddresses(resolveAddresses(request.metadata ?? '', baseUrl));
  // CSVW says how cells are read; all else is laid over the dataset that is shared.
  const csvw = csvwTableOf(settings) ? settings : null;
  const result = await shared(transport, {
    key: requestKey('dataset', src, transport, type, columns, metadata, csvw),
    load: (own) => fetchDataset({ src, type, columns, metadata, csvw }, own),
    keep: ({ ok }) => ok,
  });
  if (!result.ok) return result;
  return guarded('invalid-dataset', () => success(withSettings(result.value, settings), result.problems));
}

interface Reading {
  readonly src: string;
  readonly type: string;
  readonly columns: string;
  /** Addresses. */
  readonly metadata: readonly string[];
  /** CSVW metadata that the page itself holds. */
  readonly csvw: Readonly<Record<string, unknown>> | null;
}

type Pages = readonly unknown[];

/** The dataset's own document, and what reads it. */
type Received = Omit<ReceivedDataset, 'metadata'> & { readonly read: DatasetReader };

/** The dataset's own document and its metadata, asked for side by side, made into one dataset. */
async function fetchDataset(reading: Reading, transport: Transport): Promise<Result<Dataset>> {
  const { src, metadata, csvw } = reading;
  const fetched = await together<[Received, Pages[]]>(transport, [
    (own) => settled(src, own, () => fetchDocument(reading, own)),
    (own) =>
      together<Pages[]>(
        own,
        metadata.map((url) => (each: Transport) => settled(url, each, () => fetchMetadata(url, each))),
      ),
  ]);
  if (!fetched.ok) return fetched;
  const [{ read, ...received }, lists] = fetched.value;
  return withUrl(read({ ...received, metadata: [...(csvw ? [csvw] : []), ...lists.flat()] }), src);
}

/** All pages of the dataset's own document, and its reader, which is asked for beside the pages. */
async function fetchDocument({ src, type: forced, columns }: Reading, transport: Transport): Promise<Result<Received>> {
  const answer = await fetchSharedText(src, transport);
  const recognised = recognise(answer.text, forced);
  if (!recognised.ok) return recognised;
  const { type, json } = recognised.value;
  const [read, pages] = await Promise.all([
    onDemand(() => loadReader(type), transport),
    isOdata(type) ? followPages(src, answer, json, transport) : success([json]),
  ]);
  if (!read.ok) return read;
  if (!pages.ok) return pages;
  return success({ type, text: type === 'csv' ? answer.text : '', pages: pages.value, columns, read: read.value });
}

/** CSVW or profile metadata, or a CBS code list; with all its pages. */
async function fetchMetadata(url: string, transport: Transport): Promise<Result<readonly unknown[]>> {
  const answer = await fetchSharedText(url, transport);
  const json = parseJson(answer.text);
  return json.ok ? followPages(url, answer, json.value, transport) : json;
}

const followPages = (url: string, answer: TextAnswer, json: unknown, transport: Transport) =>
  fetchAllPages({ url, answer, json }, transport, { nextOf: odataNext, refused: 'invalid-dataset' });

/** Datasets with an embedder's words, so that asking again gives the same object and nothing is drawn anew. */
const worded = new WeakMap<Dataset, Map<string, Dataset>>();

function withSettings(dataset: Dataset, settings: Readonly<Record<string, unknown>>): Dataset {
  const key = JSON.stringify(settings);
  if (key === '{}') return dataset;
  const known = worded.get(dataset) ?? new Map<string, Dataset>();
  worded.set(dataset, known);
  const found = known.get(key) ?? applySettings(applyMetadata(dataset, settings), textsOf(settings));
  known.set(key, found);
  return found;
}

/** What a JSON child says may be of any type; only texts and numbers are settings. */
const textsOf = (settings: Readonly<Record<string, unknown>>) => ({
  indicator: textAt(settings, 'indicator'),
  unit: textAt(settings, 'unit'),
  decimals: textAt(settings, 'decimals'),
  sourceLabel: textAt(settings, 'sourceLabel'),
  sourceHref: textAt(settings, 'sourceHref'),
  caution: textAt(settings, 'caution'),
});
