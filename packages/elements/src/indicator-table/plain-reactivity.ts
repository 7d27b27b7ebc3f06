import type { TableReactivityBindings } from '@tanstack/table-core/reactivity';

const NOT_TOLD = { unsubscribe: () => undefined };

function writable<T>(initial: T) {
  let value = initial;
  return {
    get: () => value,
    set: (next: T | ((previous: T) => T)) => {
      value = typeof next === 'function' ? (next as (previous: T) => T)(value) : next;
    },
    subscribe: () => NOT_TOLD,
  };
}

/**
 * The table library's state without its store: plain variables that are read when needed. Lit already decides when to draw,
 * so nobody subscribes, and the store's 1.5 kB stays out of the page.
 */
export const plainReactivity: TableReactivityBindings = {
  createOptionsStore: false,
  wrapExternalAtoms: false,
  addSubscription: () => undefined,
  createWritableAtom: writable as TableReactivityBindings['createWritableAtom'],
  createReadonlyAtom: ((read: () => unknown) => ({
    get: read,
    subscribe: () => NOT_TOLD,
  })) as TableReactivityBindings['createReadonlyAtom'],
  untrack: (read) => read(),
  batch: (change) => change(),
  schedule: (task) => queueMicrotask(task),
};
