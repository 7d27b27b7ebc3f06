import { abortError } from './source-error.js';
import type { Progress, Transport } from './transport.js';

/** A request under way, and who still waits for it. */
interface Flight {
  readonly controller: AbortController;
  readonly reload: boolean;
  readonly outcome: Promise<unknown>;
  /** Who of those that wait wants to hear how far it is. */
  readonly listeners: Set<(progress: Progress) => void>;
  waiting: number;
}

/** What one `fetch` function has brought: two functions never see each other's answers. */
interface Store {
  readonly flights: Map<string, Flight>;
  readonly kept: Map<string, { readonly value: unknown; readonly order: number }>;
}

const stores = new WeakMap<typeof fetch, Store>();
let started = 0;

/** How one thing is loaded and kept. */
export interface SharedLoad<T> {
  /** What is loaded and how it is read: everything that makes for another answer. See `requestKey`. */
  readonly key: string;
  /** Gets the transport with a signal that is aborted when every caller has left. */
  readonly load: (transport: Transport) => Promise<T>;
  /** Whether an answer is kept for the page's life; a failure shouldn't be. Never for a body as received. */
  readonly keep: (value: T) => boolean;
}

/**
 * Loads once for all callers with the same `fetch` function and key.
 *
 * - A caller joins a request under way. Who aborts leaves at once with an `AbortError`; the request goes on until the
 *   last has left.
 * - What is kept is answered without a request. With `transport.reload` there is always a new one, joined only by other
 *   reloads and by callers for whom nothing is kept yet; what was kept stays until it succeeds.
 *
 * Rejects with what `load` rejects with, or an `AbortError`.
 */
export function shared<T>(transport: Transport, { key, load, keep }: SharedLoad<T>): Promise<T> {
  const { signal } = transport;
  if (signal.aborted) return Promise.reject(abortError());
  const store = storeOf(transport.fetch);
  const kept = store.kept.get(key);
  if (kept && !transport.reload) return Promise.resolve(kept.value as T);
  let flight = store.flights.get(key);
  if (!flight || (transport.reload && !flight.reload)) {
    flight = startFlight(store, transport, { key, load, keep });
    store.flights.set(key, flight);
  }
  return board(store, key, flight, transport) as Promise<T>;
}

/**
 * The key of a request: what is asked for, its address, the way it is read, and what of the transport makes for another
 * answer.
 */
export const requestKey = (kind: string, url: string, transport: Transport, ...options: readonly unknown[]): string =>
  JSON.stringify([kind, url, transport.credentials, transport.maxSize ?? null, ...options]);

function storeOf(fetch: Transport['fetch']): Store {
  let store = stores.get(fetch);
  if (!store) stores.set(fetch, (store = { flights: new Map(), kept: new Map() }));
  return store;
}

function startFlight<T>(store: Store, transport: Transport, { key, load, keep }: SharedLoad<T>): Flight {
  const controller = new AbortController();
  const order = ++started;
  const listeners: Flight['listeners'] = new Set();
  const onProgress = (progress: Progress): void => listeners.forEach((tell) => tell(progress));
  const run = async (): Promise<T> => {
    try {
      if (controller.signal.aborted) throw abortError(); // all have left in the turn they came
      const value = await load({ ...transport, signal: controller.signal, onProgress });
      // An older request that ends after a reload must not put its answer back.
      if (keep(value) && !controller.signal.aborted && order > (store.kept.get(key)?.order ?? 0))
        store.kept.set(key, { value, order });
      return value;
    } finally {
      if (store.flights.get(key) === flight) store.flights.delete(key);
    }
  };
  const flight: Flight = {
    controller,
    reload: transport.reload ?? false,
    outcome: Promise.resolve().then(run),
    listeners,
    waiting: 0,
  };
  flight.outcome.catch(() => {}); // callers that left don't hear of it
  return flight;
}

/** Waits for a flight until the caller's signal is aborted; who leaves last stops it. */
function board(store: Store, key: string, flight: Flight, { signal, onProgress }: Transport): Promise<unknown> {
  flight.waiting++;
  // A function of its own for each, as two may wait with the same one.
  const listen = onProgress && ((progress: Progress) => onProgress(progress));
  if (listen) flight.listeners.add(listen);
  return new Promise((resolve, reject) => {
    const part = () => {
      signal.removeEventListener('abort', leave);
      if (listen) flight.listeners.delete(listen);
    };
    const leave = () => {
      part();
      reject(abortError());
      if (--flight.waiting > 0) return;
      if (store.flights.get(key) === flight) store.flights.delete(key);
      flight.controller.abort();
    };
    signal.addEventListener('abort', leave, { once: true });
    flight.outcome.then(
      (value) => (part(), resolve(value)),
      (error: unknown) => (part(), reject(error)),
    );
  });
}
