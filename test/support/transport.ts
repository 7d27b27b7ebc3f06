import type { Transport } from '@zicht-op/core/sources/transport.js';

/** A transport with a `fetch` function of its own, so that no test finds what another has cached, and without waits. */
export function testTransport(more: Partial<Transport> = {}): Transport {
  return {
    fetch: (input, init) => fetch(input, init),
    credentials: 'same-origin',
    signal: new AbortController().signal,
    wait: () => Promise.resolve(),
    ...more,
  };
}
