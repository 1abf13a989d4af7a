// @ts-check
/** Starts the recording server in its own process, and talks to it. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./spotify/server.mjs', import.meta.url));

/**
 * @param {import('./spotify/server.mjs').SpotifyOptions} options
 * @param {{
 *   onProgress?(words: { rotations: Record<string, number>, faultsLeft: number }): void,
 *   onConsentWanted?(line: number): void,
 *   breakStore?(kind: string, amount: number): Promise<void>,
 * }} [hands] `breakStore` resolves when the store works again
 */
export async function startSpotify(options, { onProgress, onConsentWanted, breakStore } = {}) {
  const server = fork(program, [JSON.stringify(options)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [{ url }] = await once(server, 'message');
  server.on('message', (/** @type {any} */ said) => {
    if (said.rotations) onProgress?.(said);
    if (said.consent !== undefined) onConsentWanted?.(said.consent);
    if (said.breakStore && breakStore) {
      const over = breakStore(said.breakStore, said.amount);
      // The server continues at once; the store stays broken for a while.
      server.send({ done: said.id });
      over.then(() => server.connected && server.send({ storeIsWell: true }));
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
