/** One answer of an endpoint that a test scripts. Everything left out is an ordinary answer: 200, JSON, whole, at once. */
export interface Step {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Sends the body this many times over, for answers too large to write down. */
  readonly repeat?: number;
  /** The length that is announced; null announces none. Default: the true length. */
  readonly length?: number | null;
  /** Waits with the headers until `release`. */
  readonly hold?: boolean;
  /** Sends this many bytes of the body and the rest after `release`. */
  readonly stallAfter?: number;
  /** Breaks the connection after this many bytes of the body. */
  readonly cutAfter?: number;
}

/** A request as the server saw it: `done` once the whole answer was sent, `gone` once it was cut or given up. */
export interface LoggedRequest {
  readonly path: string;
  readonly done: boolean;
  readonly gone: boolean;
}

export interface Endpoint {
  readonly url: string;
  /** Lets every answer that waits at this moment go on. */
  release(): Promise<void>;
  /** Requests so far, in order. */
  requests(): Promise<LoggedRequest[]>;
}

/**
 * Makes an address on the test server that plays these answers, one a request; the last one goes on for ever.
 * `path` is what follows the endpoint's own part and may have a query, for addresses that are told apart by it.
 */
export async function serve(steps: Step | readonly Step[], path = '/data.json', id = newId()): Promise<Endpoint> {
  await post(`/fault/set/${id}${path}`, JSON.stringify([steps].flat()));
  return {
    url: `${location.origin}/fault/at/${id}${path}`,
    release: () => post(`/fault/release/${id}${path}`),
    requests: async () =>
      (await fetch(`/fault/log/${id}${path}`, { cache: 'no-store' })).json() as Promise<LoggedRequest[]>,
  };
}

/** As `serve`, for an ordinary answer with this body: text as it is, anything else as JSON. */
export function serveBody(body: unknown, path = '/data.json'): Promise<Endpoint> {
  return serve({ body: typeof body === 'string' ? body : JSON.stringify(body) }, path);
}

/** An id to serve several paths below one address. */
export function newId(): string {
  return crypto.randomUUID();
}

async function post(path: string, body = ''): Promise<void> {
  const response = await fetch(path, { method: 'POST', body });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
}
