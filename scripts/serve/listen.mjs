import { once } from 'node:events';
import { createServer } from 'node:http';

/** Both, as `localhost` is one or the other by the machine's settings. */
const ADDRESSES = ['127.0.0.1', '::1'];

/**
 * Makes servers listen at `port` of this machine's own addresses, IPv6 only where there is any. Answers the servers and
 * the port, which is another than asked for only for 0 (any that is free). Throws where the port is taken.
 */
export async function listen(make, port) {
  const servers = [];
  let taken = port;
  for (const address of ADDRESSES) {
    const server = make();
    try {
      server.listen({ port: taken, host: address });
      await once(server, 'listening');
    } catch (error) {
      if (address !== ADDRESSES[0] && ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(error.code)) continue;
      await close(servers);
      throw error.code === 'EADDRINUSE'
        ? new Error(`port ${taken} is taken: end what listens there, or choose another with --port N`)
        : error;
    }
    servers.push(server);
    taken = server.address().port;
  }
  return { servers, port: taken };
}

/** Throws as `listen` does where the port is taken, before any work is done for it. */
export async function assertFree(port) {
  const { servers } = await listen(() => createServer(), port);
  await close(servers);
}

/** Ends servers and their open connections. */
export async function close(servers) {
  await Promise.all(
    servers.map((server) => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    }),
  );
}
