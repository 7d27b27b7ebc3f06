import type { Dataset } from '../model/dataset.js';
import type { Result } from '../model/problem.js';
import { inSlices } from '../tasks/slices.js';
import { loadReader, recognise } from './dataset-reader.js';
import { flat, guarded, onDemand } from './reading.js';
import { recogniseJson } from './recognise.js';

/** How a dataset that the page holds itself is read. Empty and absent mean the same. */
export interface ReadOptions {
  /** Forces the format; found by content otherwise. */
  readonly type?: string;
  /** Roles of CSV headers, as a query string. */
  readonly columns?: string;
  /** CSVW or profile metadata, or CBS code lists, as JSON. */
  readonly metadata?: readonly unknown[];
}

/**
 * Reads a dataset from the page itself: a text (CSV or JSON), a JSON document, or a list of OData pages. Nothing is
 * fetched, next-page links included; only a reader may come on demand. The input is not kept.
 *
 * Never rejects. Errors: `not-json`, `not-supported`, `invalid-dataset` (with the path).
 */
export async function readDataset(input: unknown, options: ReadOptions = {}): Promise<Result<Dataset>> {
  const { type: forced = '', columns = '', metadata = [] } = options;
  const transport = { signal: new AbortController().signal };
  const recognised =
    typeof input === 'string'
      ? flat(await onDemand(() => recognise(input, forced), transport))
      : // An object of the page's own may have getters that throw.
        guarded('not-supported', () => recogniseJson(input, forced));
  if (!recognised.ok) return recognised;
  const { type, json } = recognised.value;
  const loaded = await onDemand(() => loadReader(type, metadata.length > 0), transport);
  if (!loaded.ok) return loaded;
  const { value: reader } = loaded;
  const text = typeof input === 'string' ? input : '';
  for (const page of Array.isArray(json) ? json : [json]) await inSlices(reader.add(page));
  return inSlices(reader.end({ text, columns, metadata }));
}
