import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from '../../../scripts/free-port.mjs';

/** The program that the test run has found, or the one on the path. */
export const redisProgram = process.env['REFRAIN_REDIS'] || 'redis-server';

export interface RedisServer {
  readonly port: number;
  /** Ends it like a power cut. */
  kill(): Promise<void>;
  /** Starts it with the same files and port. */
  startAgain(): Promise<void>;
  /** Stops it without ending it: it accepts connections and does not answer. */
  pause(): void;
  resume(): void;
  close(): Promise<void>;
}

/** Waits until a port accepts connections. */
async function waitForPort(port: number, hasEnded: () => boolean): Promise<void> {
  for (;;) {
    if (hasEnded()) throw new Error('redis-server has ended.');
    const socket = createConnection(port, '127.0.0.1');
    const connected = await new Promise<boolean>((done) => {
      socket.once('connect', () => done(true)).once('error', () => done(false));
    });
    socket.destroy();
    if (connected) return;
    await wait(10);
  }
}

/** Starts a Redis on its own port that syncs every write to disk before it acknowledges it. */
export async function startRedis(...settings: string[]): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-redis-'));
  const port = await findFreePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--loglevel', 'warning'];
  const start = async () => {
    const child = spawn(
      redisProgram,
      [...args, '--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction', ...settings],
      { stdio: 'ignore' },
    );
    await once(child, 'spawn');
    await waitForPort(port, () => child.exitCode !== null || child.signalCode !== null);
    return child;
  };
  let child = await start();
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return {
    port,
    kill,
    async startAgain() {
      child = await start();
    },
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    async close() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
