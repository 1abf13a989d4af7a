// @ts-check
/** Starts the clients, and starts each killed one again. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./client/client.mjs', import.meta.url));

/**
 * @param {number} count
 * @param {Omit<import('./client/client.mjs').ClientOptions, 'name' | 'library'>} options
 * @param {{ log(event: string, facts?: Record<string, unknown>): void, needsPerson(line: number, code: string): void }} actions
 */
export function startClients(count, options, { log, needsPerson }) {
  let isOver = false;
  /** @type {Set<import('node:child_process').ChildProcess>} */
  const running = new Set();

  /** One client until it has finished, even if it is killed. @param {number} index */
  async function keepAlive(index) {
    for (let start = 1; ; start++) {
      if (isOver) return;
      const clientOptions = { ...options, name: `${index}.${start}`, library: index % 2 === 0 ? 'redis' : 'iovalkey' };
      const client = fork(program, [JSON.stringify(clientOptions)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      running.add(client);
      client.on('message', (/** @type {any} */ message) => needsPerson(message.needsPerson, message.code));
      const [code, signal] = await once(client, 'exit');
      running.delete(client);
      log('ended', { client: index, ended: client.pid, code, signal });
      if (code === 0) return;
      if (signal !== 'SIGKILL') throw new Error(`Client ${index} exited by itself: ${code ?? signal}`);
    }
  }
  return {
    finished: Promise.all(Array.from({ length: count }, (_, index) => keepAlive(index))),
    /** Ends all of them, also paused ones. */
    end() {
      isOver = true;
      for (const client of running) client.kill('SIGKILL');
    },
  };
}
