// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built command. */
export const program = fileURLToPath(new URL('../dist/cli/refrain.js', import.meta.url));

/**
 * Starts the built emulator, logs in with the built command, and runs `work`. Then stops the emulator and deletes the
 * folder.
 * @param {(run: { env: NodeJS.ProcessEnv, folder: string }) => void | Promise<void>} work
 */
export async function whileLoggedIn(work) {
  if (!existsSync(program)) throw new Error('Build it first: npm run build');
  const folder = mkdtempSync(join(tmpdir(), 'refrain-bench-'));
  const emulator = spawn(process.execPath, [program, 'emulate', '--port', '0', '--consent', 'agree', '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const { url, clientId } = await new Promise((resolve, reject) => {
      emulator.stdout.setEncoding('utf8').once('data', (line) => resolve(JSON.parse(line)));
      emulator.once('error', reject);
    });
    const env = {
      ...process.env,
      REFRAIN_HOME: join(folder, 'home'),
      SPOTIFY_ACCOUNTS_URL: url,
      SPOTIFY_API_URL: url,
    };
    await login(clientId, env);
    await work({ env, folder });
  } finally {
    emulator.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Logs in and opens the address that the command prints. @param {string} clientId @param {NodeJS.ProcessEnv} env */
async function login(clientId, env) {
  const child = spawn(process.execPath, [program, 'login', '--no-browser', '--port', '0', '--client-id', clientId], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let stderr = '';
  let isOpened = false;
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
    const address = /^http\S+\/authorize\?\S+\n/m.exec(stderr)?.[0];
    if (address === undefined || isOpened) return;
    isOpened = true;
    fetch(address.trim()).catch(() => child.kill());
  });
  if ((await ended) !== 0) throw new Error(`The login failed: ${stderr}`);
}
