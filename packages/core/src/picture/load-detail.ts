import type { Bounds } from '../geo/bounds.js';
import { formatBox } from '../geo/snapped-box.js';
import type { Boundaries } from '../model/boundaries.js';
import { parsePeriod } from '../model/period.js';
import { failure, problem, success, type Result } from '../model/problem.js';
import { expandAddress } from '../sources/address.js';
import { loadBoundaries } from '../sources/boundary-source.js';
import type { Transport } from '../sources/transport.js';
import { inSlices } from '../tasks/slices.js';
import { absoluteAddress, failed, type Choice } from './inputs.js';
import type { Picture } from './picture.js';

const BOX = '{bbox}';

/** True for an address that is asked box by box; another one holds finer shapes of the whole country. */
export const isAskedByBox = (address: string): boolean => address.includes(BOX);

/**
 * The address of finer shapes for a picture, with all its placeholders filled in but `{bbox}`; null where one is empty.
 * `{year}` is that of the shapes they are to replace, else that of the period. A period that was asked for stays as it was
 * written.
 */
export function detailAddress(template: string, picture: Picture, period: Choice): string | null {
  const { selection, boundaryYear, within } = picture;
  const id = period.strict ? period.value : selection.period;
  return expandAddress(template, {
    level: selection.level,
    period: id,
    year: boundaryYear ?? parsePeriod(id).year,
    within,
  });
}

/** Finer shapes to load. */
export interface DetailRequest {
  /** As `detailAddress` gives it. */
  readonly address: string;
  readonly baseUrl: string;
  /** Of the shapes they are to replace. */
  readonly level: string;
  /** Of the division they are to replace; null where that isn't known. */
  readonly year: number | null;
}

/**
 * Loads the finer shapes that meet a box, with all pages. Rejects with an `AbortError` only. Errors: those of transport and
 * reading; `no-match` without a shape of the level; `year-differs`, as a failure, for those of another year's division,
 * which must not be drawn in the place of the other.
 */
export async function loadDetail(
  { address, baseUrl, level, year }: DetailRequest,
  box: Bounds,
  transport: Transport,
): Promise<Result<Boundaries>> {
  const url = absoluteAddress(address.replaceAll(BOX, formatBox(box)), baseUrl);
  if (url === null) return failure('network', '', { url: address });
  const request = { src: url, level, year };
  const document = await loadBoundaries(request, { ...transport, fetch: storeFor(transport, url) });
  if (!document.ok) return failed(document.problems, url);
  if (!document.value.levels.has(level)) return failure('no-match', '', { url });
  const read = await inSlices(document.value.ofLevelInSteps(level), transport);
  if (!read.ok) return failed(read.problems, url);
  const found = read.value.year ?? document.value.year;
  if (found !== null && year !== null && found !== year)
    return failed([problem('year-differs', '', { items: [String(year), String(found)] })], url);
  return success(read.value);
}

/** Boxes whose shapes are kept: whoever roams a map for an hour sees hundreds of them. */
const KEPT = 16;

interface Store {
  readonly fetch: typeof fetch;
  readonly urls: Set<string>;
}

const stores = new WeakMap<typeof fetch, Store>();

/** What was loaded is kept by the function that loaded it: with a new one after some boxes, the former can be let go. */
function storeFor({ fetch, reload = false }: Transport, url: string): typeof fetch {
  let store = stores.get(fetch);
  if (!store || reload || (store.urls.size >= KEPT && !store.urls.has(url))) {
    store = { fetch: (input, init) => fetch(input, init), urls: new Set() };
    stores.set(fetch, store);
  }
  store.urls.add(url);
  return store.fetch;
}
