import { parseJson } from '../formats/json-text.js';
import type { Dataset } from '../model/dataset.js';
import { success, type Result } from '../model/problem.js';
import { inSlices } from '../tasks/slices.js';
import { resolveAddresses, splitAddresses } from './address.js';
import { isCsvw, isOdata, loadReader, recognise, type DatasetReader } from './dataset-reader.js';
import { eachPage, fetchAllPages, odataNext, type PageOptions } from './pages.js';
import { foreseeReader } from './reader-hints.js';
import { flat, guarded, onDemand, settled, together, withUrl } from './reading.js';
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
  const csvw = isCsvw(settings) ? settings : null;
  const [result, words] = await Promise.all([
    shared(transport, {
      key: requestKey('dataset', src, transport, type, columns, metadata, csvw),
      load: (own) => fetchDataset({ src, type, columns, metadata, csvw }, own),
      keep: ({ ok }) => ok,
    }),
    Object.keys(settings).length > 0 ? onDemand(() => import('./dataset-words.js'), transport) : success(null),
  ]);
  if (!result.ok) return result;
  if (!words.ok) return words;
  const { value: laying } = words;
  return laying === null
    ? result
    : guarded('invalid-dataset', () => success(laying.withSettings(result.value, settings), result.problems));
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

/** The dataset's own document: a CSV text as it is, pages as what reads them has taken them. */
interface Received {
  readonly text: string;
  readonly reader: DatasetReader;
}

/** The dataset's own document and its metadata, asked for side by side, made into one dataset. */
async function fetchDataset(reading: Reading, transport: Transport): Promise<Result<Dataset>> {
  const { src, columns, metadata, csvw } = reading;
  const fetched = await together<[Received, Pages[]]>(transport, [
    (own) => settled(src, own, () => fetchDocument(reading, own)),
    (own) =>
      together<Pages[]>(
        own,
        metadata.map((url) => (each: Transport) => settled(url, each, () => fetchMetadata(url, each))),
      ),
  ]);
  if (!fetched.ok) return fetched;
  const [{ reader, text }, lists] = fetched.value;
  const work = reader.end({ text, columns, metadata: [...(csvw ? [csvw] : []), ...lists.flat()] });
  return withUrl(await inSlices(work, transport), src);
}

/** All pages of the dataset's own document, and its reader, which is asked for beside the pages. */
async function fetchDocument(
  { src, type: forced, metadata, csvw }: Reading,
  transport: Transport,
): Promise<Result<Received>> {
  const hasMetadata = metadata.length > 0 || csvw !== null;
  const answer = await fetchSharedText(src, transport, foreseeReader({ forced, src, hasMetadata }));
  const recognised = flat(await onDemand(() => recognise(answer.text, forced), transport));
  if (!recognised.ok) return recognised;
  const { type, json } = recognised.value;
  const loading = onDemand(() => loadReader(type, hasMetadata), transport);
  // Should a page fail first, nobody waits for it any more.
  loading.catch(() => undefined);
  const take = async (page: unknown): Promise<void> => {
    const loaded = await loading;
    if (loaded.ok) await inSlices(loaded.value.add(page), transport);
  };
  const options = isOdata(type) ? ODATA_PAGES : ONE_PAGE;
  const taken = await eachPage({ url: src, answer, json }, transport, options, take);
  if (!taken.ok) return taken;
  const loaded = await loading;
  return loaded.ok ? success({ text: type === 'csv' ? answer.text : '', reader: loaded.value }) : loaded;
}

const ODATA_PAGES: PageOptions = { nextOf: odataNext, refused: 'invalid-dataset' };
const ONE_PAGE: PageOptions = { nextOf: () => null, refused: 'invalid-dataset' };

/** CSVW or profile metadata, or a CBS code list; with all its pages. */
async function fetchMetadata(url: string, transport: Transport): Promise<Result<readonly unknown[]>> {
  const answer = await fetchSharedText(url, transport);
  const json = parseJson(answer.text);
  return json.ok ? followPages(url, answer, json.value, transport) : json;
}

const followPages = (url: string, answer: TextAnswer, json: unknown, transport: Transport) =>
  fetchAllPages({ url, answer, json }, transport, ODATA_PAGES);
