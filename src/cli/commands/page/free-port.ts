import { createPortNotPermitted } from '../../loopback/port-problem.ts';

/** How many ports to try, from the requested one up, before any free port will do. */
const maxTries = 20;

/**
 * Starts a server on the requested port. If that port is in use, tries the ports after it, and then any free port.
 * @param port 0 for any free port
 * @param start listens on a port; rejects with code `EADDRINUSE` if the port is in use
 * @returns the result of `start`
 * @throws RefrainError `port_not_permitted`; any other error of `start`
 */
export async function startOnFreePort<Server>(port: number, start: (port: number) => Promise<Server>): Promise<Server> {
  const ports = port === 0 ? [] : Array.from({ length: maxTries }, (_, index) => port + index);
  for (const candidate of ports.filter((number) => number <= 65_535)) {
    try {
      return await start(candidate);
    } catch (error) {
      const { code } = error as { code?: unknown };
      if (code === 'EACCES') throw createPortNotPermitted(candidate);
      if (code !== 'EADDRINUSE') throw error;
    }
  }
  return start(0);
}
