import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one request; `nth` counts from 1 for each path. What it leaves open stays open until the test closes it. */
export type Handler = (exchange: Exchange) => unknown;

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly nth: number;
  /** Resolves when the client has gone away before the end. */
  readonly clientLeft: Promise<void>;
}

/** A request as the server saw it. */
export interface Seen {
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingMessage['headers'];
}

/** More than any test needs: a loop in what is tested must not run on. */
const MAX_REQUESTS = 5000;

/**
 * A real HTTP server on loopback, on a free port, with an answer per path; 404 for any other. Tests release answers by
 * hand (`gate`) and wait for requests by number (`arrived`), so that nothing sleeps.
 */
export class TestServer {
  readonly seen: Seen[] = [];
  readonly #handlers = new Map<string, Handler>();
  readonly #waiting: { path: string; count: number; resolve: () => void }[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<TestServer> {
    const server = createServer();
    const test = new TestServer(server);
    server.on('request', (request, response) => test.#handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return test;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Sets the answer of a path and gives its address. */
  on(path: string, handler: Handler): string {
    this.#handlers.set(path, handler);
    return `${this.origin}${path}`;
  }

  /** A path that answers 200 with this body each time. */
  serve(path: string, body: string | Uint8Array | object, contentType = 'application/json'): string {
    const bytes = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    return this.on(path, ({ response }) => {
      response.writeHead(200, { 'content-type': contentType }).end(bytes);
    });
  }

  /** Number of requests for a path so far. */
  count(path: string): number {
    return this.seen.filter((seen) => seen.path === path).length;
  }

  /** Resolves when the nth request for a path has come. */
  arrived(path: string, count = 1): Promise<void> {
    if (this.count(path) >= count) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ path, count, resolve }));
  }

  /** Forgets answers and requests. Connections stay: a pooled one that is cut would be a network fault in the next test. */
  reset(): void {
    this.#handlers.clear();
    this.#waiting.length = 0;
    this.seen.length = 0;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.origin);
    this.seen.push({ path: url.pathname, query: url.search, headers: request.headers });
    const nth = this.count(url.pathname);
    const handler = this.seen.length > MAX_REQUESTS ? undefined : this.#handlers.get(url.pathname);
    if (handler) {
      const clientLeft = new Promise<void>((resolve) =>
        response.on('close', () => {
          if (!response.writableFinished) resolve();
        }),
      );
      void handler({ request, response, nth, clientLeft });
    } else {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('no such path');
    }
    for (const wait of this.#waiting) if (this.count(wait.path) >= wait.count) wait.resolve();
  }
}

/** A promise that the test opens by hand. */
export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

export function gate(): Gate {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
