import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A Firefox without a window, driven by its own protocol. Playwright drives only a Firefox that it has changed. */
export interface Firefox {
  goto(url: string): Promise<void>;
  /** Runs a function body in the page, with `args` as its `arguments`, and returns its result. */
  run(body: string, ...args: unknown[]): Promise<unknown>;
  /** Takes the network away from the browser. It still reaches servers on this machine. */
  goOffline(): Promise<void>;
  close(): Promise<void>;
}

/** The path of the Firefox on this machine: `REFRAIN_FIREFOX`, else the one on the `PATH`. */
export function findFirefox(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => ['firefox', 'firefox-esr'].map((name) => join(folder, name)));
  return [env['REFRAIN_FIREFOX'] ?? '', ...onPath].find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return path !== '';
    } catch {
      return false;
    }
  });
}

/**
 * Starts Firefox with a profile of its own.
 * @see https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export async function launchFirefox(path: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'refrain-firefox-'));
  writeFileSync(join(profile, 'user.js'), 'user_pref("marionette.port", 0);\n');
  const flags = ['--marionette', '--remote-allow-system-access', '--headless', '--no-remote', '--profile', profile];
  const child = spawn(path, flags, { stdio: 'ignore' });
  const portFile = join(profile, 'MarionetteActivePort');
  while (!existsSync(portFile) || readFileSync(portFile, 'utf8') === '') {
    if (child.exitCode !== null) throw new Error('Firefox ended before it could be used.');
    await wait(50);
  }
  const { send, end } = openConnection(Number(readFileSync(portFile, 'utf8')));
  await send('WebDriver:NewSession');
  const run = async (script: string, ...args: unknown[]) =>
    ((await send('WebDriver:ExecuteScript', { script, args })) as { value: unknown }).value;
  return {
    goto: async (url) => void (await send('WebDriver:Navigate', { url })),
    run,
    async goOffline() {
      await send('Marionette:SetContext', { value: 'chrome' });
      await run('Services.io.manageOfflineStatus = false; Services.io.offline = true;');
      await send('Marionette:SetContext', { value: 'content' });
    },
    async close() {
      end();
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Messages are JSON with their length before them: `LENGTH:[type, id, error, result]`. */
function openConnection(port: number) {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map<number, { done(value: unknown): void; fail(error: Error): void }>();
  let received = Buffer.alloc(0);
  let sent = 0;
  socket.on('data', (more) => {
    received = Buffer.concat([received, more]);
    for (;;) {
      const colon = received.indexOf(':');
      const end = colon + 1 + Number(received.subarray(0, colon));
      if (colon < 0 || received.length < end) return;
      const message = JSON.parse(received.subarray(colon + 1, end).toString()) as unknown;
      received = received.subarray(end);
      // The first message is a greeting.
      if (!Array.isArray(message)) continue;
      const [, id, error, result] = message as [number, number, { message: string } | null, unknown];
      if (error) waiting.get(id)?.fail(new Error(error.message));
      else waiting.get(id)?.done(result);
    }
  });
  return {
    send: (name: string, parameters: object = {}) =>
      new Promise<unknown>((done, fail) => {
        sent += 1;
        waiting.set(sent, { done, fail });
        const text = JSON.stringify([0, sent, name, parameters]);
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      }),
    end: () => socket.destroy(),
  };
}
