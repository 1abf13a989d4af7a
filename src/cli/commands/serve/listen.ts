import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { RefrainError } from '../../../errors/refrain-error.ts';
import type { Clock } from '../../../keeper/platform/clock.ts';
import { usageError } from '../../context/usage-error.ts';
import { listenOn } from '../../loopback/listen-on.ts';
import { createPortNotPermitted } from '../../loopback/port-problem.ts';

/** Milliseconds in which requests may end after the server was stopped. */
const stopTime = 5000;

/** A running server. */
interface ListeningServer {
  /** Its origin, without a final slash. */
  readonly origin: string;
  /** Accepts nothing new, and waits for open requests, but not for long. */
  close(): Promise<void>;
}

/**
 * Listens on an address.
 * @param address `host`: without brackets. `port`: 0 for any free port
 * @throws RefrainError `port_taken`, `port_not_permitted`, `wrong_usage` for a host that is not of this machine
 */
export async function listen(
  handle: (request: Request) => Response | Promise<Response>,
  { host, port, clock }: { readonly host: string; readonly port: number; readonly clock: Clock },
): Promise<ListeningServer> {
  const server = createAdaptorServer({ fetch: handle, overrideGlobalObjects: false }) as Server;
  const taken = await listenOn(server, host, port).catch((error: NodeJS.ErrnoException) => {
    throw toPortError(error, { host, port });
  });
  const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host;
  return {
    origin: new URL(`http://${name.includes(':') ? `[${name}]` : name}:${taken}`).origin,
    async close() {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      server.closeIdleConnections();
      const ended = new AbortController();
      await Promise.race([closed, clock.wait(stopTime, { signal: ended.signal })]);
      ended.abort();
      server.closeAllConnections();
    },
  };
}

function toPortError(
  error: NodeJS.ErrnoException,
  { host, port }: { readonly host: string; readonly port: number },
): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new RefrainError('port_taken', {
        detail: `Port ${port} is in use.`,
        cure: 'Use --port N. --port 0 takes any free port.',
      });
    case 'EACCES':
      return createPortNotPermitted(port);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return usageError(`--host ${host} is not an address of this machine.`);
    default:
      return error;
  }
}
