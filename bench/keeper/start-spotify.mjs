// @ts-check
/** Starts the recording server in its own process, and talks to it. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./spotify/server.mjs', import.meta.url));

/**
 * @param {import('./spotify/server.mjs').SpotifyOptions} options
 * @param {{
 *   onProgress?(progress: { rotations: Record<string, number>, faultsLeft: number }): void,
 *   onConsentWanted?(line: number): void,
 *   breakStore?(kind: string, amount: number): Promise<void>,
 * }} [actions] `breakStore` resolves when the store works again
 */
export async function startSpotify(options, { onProgress, onConsentWanted, breakStore } = {}) {
  const server = fork(program, [JSON.stringify(options)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [{ url }] = await once(server, 'message');
  server.on('message', (/** @type {any} */ message) => {
    if (message.rotations) onProgress?.(message);
    if (message.consent !== undefined) onConsentWanted?.(message.consent);
    if (message.breakStore && breakStore) {
      const over = breakStore(message.breakStore, message.amount);
      // The server continues at once; the store stays broken for a while.
      server.send({ done: message.id });
      over.then(() => server.connected && server.send({ isStoreUp: true }));
    }
  });
  return {
    url,
    /** @param {string} route @param {object} given @returns {Promise<any>} */
    async harness(route, given) {
      const answer = await fetch(`${url}/harness/${route}`, { method: 'POST', body: JSON.stringify(given) });
      return answer.json();
    },
    async close() {
      if (server.exitCode !== null) return;
      server.disconnect();
      await once(server, 'exit');
    },
  };
}
