import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Starts to listen on an address of this machine.
 * @param host an IPv6 address may be in brackets
 * @param port 0 for any free port
 * @returns the port
 * @throws Node's error, with `code` `EADDRINUSE` if the port is in use, `EACCES` if it is not permitted
 */
export async function listenOn(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    // It stays: a later error (too many open files) must not end the process.
    server.on('error', reject);
    server.listen(port, host.replace(/^\[|\]$/g, ''), resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Stops a server at once, and closes its open connections. */
export function closeAtOnce(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
