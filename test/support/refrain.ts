import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node.ts';
import {
  buildAuthorizationUrl,
  checkCallback,
  createAuthorizationRequest,
  createTokenKeeper,
  exchangeCode,
  type TokenKeeper,
  type TokenSet,
} from '../../src/index.ts';
import { practiceApp } from '../../src/emulator/index.ts';
import { fileStore } from '../../src/keeper/node/file-store.ts';

const program = fileURLToPath(new URL('../../dist/cli/refrain.js', import.meta.url));

/** What a command came to. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly stdin?: string;
  readonly cwd?: string;
  /** Told of all that stands on standard error so far, each time that more comes. */
  readonly onWords?: (words: string) => void;
}

/** The built command with an emulator as its Spotify, and a folder of its own for everything. */
export interface RefrainBench {
  readonly emulator: RunningEmulator;
  readonly endpoints: { readonly accountsUrl: string; readonly apiUrl: string };
  /** Holds `home` and whatever a test puts there; removed at the end. */
  readonly folder: string;
  readonly home: string;
  /** Where commands run: an empty folder. */
  readonly work: string;
  run(args: readonly string[], options?: RunOptions): Promise<Ran>;
  consent(options?: { readonly grant?: 'authorization_code'; readonly scopes?: readonly string[] }): Promise<TokenSet>;
  /** Keeps a new token in a profile, as `login` does, and gives its keeper. */
  login(
    options?: { readonly profile?: string } & Parameters<RefrainBench['consent']>[0],
  ): Promise<{ readonly keeper: TokenKeeper; readonly refreshToken: string }>;
  close(): Promise<void>;
}

/** A bench of its own for each test. */
export async function refrainBench(): Promise<RefrainBench> {
  const emulator = await startEmulator();
  emulator.controls.set({ consent: 'agree' });
  const folder = mkdtempSync(join(tmpdir(), 'refrain command '));
  const home = join(folder, 'home');
  const work = mkdtempSync(join(folder, 'work '));
  const endpoints = { accountsUrl: emulator.url, apiUrl: emulator.url };
  const { clientId, clientSecret } = practiceApp;

  const bench: RefrainBench = {
    emulator,
    endpoints,
    folder,
    home,
    work,
    run: (args, { env = {}, stdin = '', cwd = work, onWords } = {}) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [program, ...args], {
          cwd,
          detached: true, // without a terminal to ask on
          stdio: 'pipe',
          env: {
            PATH: process.env['PATH'],
            HOME: folder,
            REFRAIN_HOME: home,
            SPOTIFY_ACCOUNTS_URL: emulator.url,
            SPOTIFY_API_URL: emulator.url,
            ...env,
          },
        });
        let [stdout, stderr] = ['', ''];
        child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
        child.stderr.setEncoding('utf8').on('data', (text) => {
          stderr += text;
          onWords?.(stderr);
        });
        child.stdin.on('error', () => {}).end(stdin);
        child.once('error', reject);
        child.once('close', (code) => resolve({ code, stdout, stderr }));
      }),
    async consent({ grant, scopes = ['user-read-recently-played', 'user-top-read'] } = {}) {
      const wanted = {
        grant: grant ?? 'authorization_code_pkce',
        clientId,
        redirectUri: 'http://127.0.0.1:8888/',
      } as const;
      const request = createAuthorizationRequest({ ...wanted, scopes });
      const back = await fetch(await buildAuthorizationUrl(request, endpoints), { redirect: 'manual' });
      const callback = checkCallback(new URL(back.headers.get('location') ?? '').searchParams, request, endpoints);
      const now = () => Date.now();
      const secret = grant ? clientSecret : undefined;
      return exchangeCode({ request, callback, clientSecret: secret, authorizedAt: now(), endpoints, fetch, now });
    },
    async login({ profile = 'default', ...options } = {}) {
      const tokens = await bench.consent(options);
      const store = fileStore({ folder: join(home, 'profiles', profile) });
      const keeper = createTokenKeeper({ store, app: { clientId }, endpoints });
      await keeper.adopt(tokens, options.grant ? { clientSecret } : {});
      return { keeper, refreshToken: tokens.refreshToken ?? '' };
    },
    async close() {
      await emulator.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return bench;
}
