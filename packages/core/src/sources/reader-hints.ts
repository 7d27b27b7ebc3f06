import type { DatasetType } from '../formats/detect.js';
import { loadReader, loadRecogniser } from './dataset-reader.js';

/** What tells, before a document is there, what it may turn out to be. */
export interface Hints {
  /** The type that the embedder forces; empty for none. */
  readonly forced: string;
  /** Absolute address. */
  readonly src: string;
  readonly hasMetadata: boolean;
}

/**
 * Fetches what will read a dataset while the dataset itself is under way: what can be known is asked for at once, and what
 * the headers tell when the function that this answers is told their content type. Only a guess: the content decides, and
 * a module that comes for nothing, or doesn't come, costs no more than that.
 */
export function foreseeReader({ forced, src, hasMetadata }: Hints): (contentType: string) => void {
  const known = forced || typeOfAddress(src);
  if (known || hasMetadata) fetchReader(known || 'json-stat', hasMetadata);
  return (contentType) => {
    const told = known ? null : typeOfContent(contentType);
    if (told) fetchReader(told, hasMetadata);
  };
}

/** A word that is no type, or a module that can't be had, is told when it is needed. */
function fetchReader(type: string, hasMetadata: boolean): void {
  loadReader(type as DatasetType, hasMetadata).catch(() => undefined);
  if (type !== 'json-stat') loadRecogniser().catch(() => undefined);
}

/** The type that the name of a file tells, packed or not; null for any other. */
export const typeOfAddress = (url: string): DatasetType | null =>
  /^[^?#]*\.csv(\.gz)?([?#]|$)/i.test(url) ? 'csv' : null;

/**
 * The type that a content type tells; null for one that tells nothing, such as JSON-stat's. Sources: RFC 7111 (CSV), SDMX
 * REST API (`application/vnd.sdmx.data+json`), OData JSON Format 4.0 (`odata.metadata`) and 3.0 (`odata`).
 */
export function typeOfContent(contentType: string): DatasetType | null {
  if (/^\s*text\/csv\b/i.test(contentType)) return 'csv';
  if (/^\s*application\/vnd\.sdmx\.[^;]*json/i.test(contentType)) return 'sdmx-json';
  const odata = /;\s*odata(\.metadata)?=/i.exec(contentType);
  return odata && (odata[1] ? 'cbs-odata-v4' : 'cbs-odata-v3');
}
