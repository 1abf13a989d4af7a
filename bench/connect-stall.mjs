// @ts-check
/**
 * `node bench/connect-stall.mjs [SECONDS]`: which error Node's `fetch` gives for a connection that never completes, and when.
 * The keeper gives a refresh 13 seconds. Node must report a stalled connection before that, as
 * `UND_ERR_CONNECT_TIMEOUT`: then it is certain that the refresh token was not sent. Exits with 1 if it does not.
 *
 * Everything is on loopback. Each stall is measured five times at once.
 */
import { fork } from 'node:child_process';
import dns from 'node:dns';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const deadline = 1000 * Number(process.argv[2] ?? 13);
const times = 5;

if (process.argv[2] === 'listen-only') {
  // The kernel completes as many connections as the backlog holds, then it drops each further SYN.
  const server = createServer().listen({ port: 0, host: '0.0.0.0', backlog: 1 }, () => {
    process.send?.(/** @type {import('node:net').AddressInfo} */ (server.address()).port, () => {
      // This process accepts nothing from now on.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    });
  });
} else {
  fakeNames();
  const results = (await Promise.all([measureConnect(), measureTls(), measureName()])).flat();
  console.table(results);
  process.exit(results.every(({ code }) => code === 'UND_ERR_CONNECT_TIMEOUT') ? 0 : 1);
}

/** TCP never completes: the backlog of the listening socket is full. */
async function measureConnect() {
  const child = fork(fileURLToPath(import.meta.url), ['listen-only']);
  const [port] = await once(child, 'message');
  const fillers = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => {}));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const results = await Promise.all([
    measure('TCP does not complete', `https://127.0.0.1:${port}/`),
    measure('TCP completes at neither of two addresses', `https://two.example:${port}/`),
  ]);
  for (const filler of fillers) filler.destroy();
  child.kill('SIGKILL');
  return results.flat();
}

/** TCP completes, but the server does not answer the first TLS message. */
async function measureTls() {
  const server = createServer(() => {}).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return measure('TLS does not complete', `https://127.0.0.1:${port}/`);
}

/** The name server does not answer. */
function measureName() {
  return measure('the name is not resolved', 'https://silent.example/');
}

/** `two.example` has two addresses. `silent.example` is never resolved. */
function fakeNames() {
  const { lookup } = dns;
  const addresses = ['127.0.0.1', '127.0.0.2'].map((address) => ({ address, family: 4 }));
  /** @param {string} name @param {dns.LookupAllOptions} options @param {(error: Error | null, found: any) => void} answer */
  const fake = (name, options, answer) => {
    if (name === 'two.example') answer(null, addresses);
    else if (name !== 'silent.example') lookup(name, options, answer);
  };
  Object.assign(dns, { lookup: fake });
}

/** @param {string} stall @param {string} url */
function measure(stall, url) {
  return Promise.all(
    Array.from({ length: times }, async () => {
      const start = performance.now();
      const error = await fetch(url, { signal: AbortSignal.timeout(deadline) }).then(
        () => undefined,
        (/** @type {any} */ thrown) => thrown,
      );
      const seconds = ((performance.now() - start) / 1000).toFixed(2);
      return { stall, node: process.version, seconds, code: error?.cause?.code ?? error?.name };
    }),
  );
}
