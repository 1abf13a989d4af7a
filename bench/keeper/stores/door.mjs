// @ts-check
/** One address in front of a server that may be exchanged: what a client of a failing-over Redis sees. */
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** @param {number} to the port behind the door */
export async function startDoor(to) {
  let target = to;
  let isOpen = true;
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  const server = createServer((outside) => {
    if (!isOpen) return void outside.destroy();
    const inside = connect(target, '127.0.0.1');
    for (const [one, other] of /** @type {const} */ ([
      [outside, inside],
      [inside, outside],
    ])) {
      sockets.add(one);
      one.setNoDelay(true);
      one.on('error', () => {});
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: /** @type {import('node:net').AddressInfo} */ (server.address()).port,
    /** Ends every connection; new ones are let in. */
    cut,
    /** Ends every connection and lets nobody in. */
    close() {
      isOpen = false;
      cut();
      server.unref();
    },
    /** @param {number} port */
    open(port) {
      target = port;
      isOpen = true;
    },
  };
}
