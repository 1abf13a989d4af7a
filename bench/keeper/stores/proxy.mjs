// @ts-check
/** A proxy in front of a server that can be replaced: one address for the clients of a Redis that fails over. */
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/** @param {number} to the port of the server */
export async function startProxy(to) {
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
    /** Closes every connection. New ones are accepted. */
    cut,
    /** Closes every connection and accepts no new ones. */
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
