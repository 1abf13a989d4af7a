import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator, type RunningEmulator } from '../../../src/emulator/node.ts';
import {
  buildAuthorizationUrl,
  checkCallback,
  createAuthorizationRequest,
  createTokenKeeper,
  exchangeCode,
  type TokenKeeper,
  type TokenSet,
} from '../../../src/index.ts';
import { practiceApp } from '../../../src/emulator/index.ts';
import { fileStore } from '../../../src/keeper/stores/file/file-store.ts';
import { notingGit } from './noting-git.ts';
import { SecretSearch } from '../secrets/search.ts';
import { startRefrain, type Ran, type StartOptions, type Surroundings } from './started.ts';

export interface RunOptions extends StartOptions {
  /** Told of all that stands on standard error so far, each time that more comes. */
  readonly onWords?: (words: string) => void;
}

/**
 * The built command with an emulator as its Spotify, and a folder of its own for everything. Whatever commands say and
 * leave there is searched for secrets when it is closed: see `secrets/allowed.ts`.
 */
export interface RefrainBench extends Surroundings {
  readonly emulator: RunningEmulator;
  readonly endpoints: { readonly accountsUrl: string; readonly apiUrl: string };
  /** Holds `home` and whatever a test puts there; removed at the end. */
  readonly folder: string;
  readonly home: string;
  /** Where commands run: an empty folder. */
  readonly work: string;
  /** Where commands find other programs: a git first that notes how it is called. */
  readonly path: string;
  run(args: readonly string[], options?: RunOptions): Promise<Ran>;
  consent(options?: { readonly grant?: 'authorization_code'; readonly scopes?: readonly string[] }): Promise<TokenSet>;
  /** Keeps a new token in a profile, as `login` does, and gives its keeper. */
  login(
    options?: { readonly profile?: string } & Parameters<RefrainBench['consent']>[0],
  ): Promise<{ readonly keeper: TokenKeeper; readonly refreshToken: string }>;
  /** Rejects where a secret stands where it may not. */
  close(): Promise<void>;
}

/** A bench of its own for each test. */
export async function refrainBench(): Promise<RefrainBench> {
  const emulator = await startEmulator();
  emulator.controls.set({ consent: 'agree' });
  const folder = mkdtempSync(join(tmpdir(), 'refrain command '));
  const home = join(folder, 'home');
  const work = mkdtempSync(join(folder, 'work '));
  const search = new SecretSearch();
  search.learn('client secret', practiceApp.clientSecret);
  search.noteFolder(folder);
  const endpoints = { accountsUrl: emulator.url, apiUrl: emulator.url };
  const { clientId, clientSecret } = practiceApp;

  const bench: RefrainBench = {
    emulator,
    endpoints,
    folder,
    home,
    work,
    path: notingGit(folder),
    search,
    async run(args, { onWords, stdin = '', ...options } = {}) {
      const { child, stderr, ended } = startRefrain(bench, args, { ...options, stdin });
      if (onWords) child.stderr?.on('data', () => onWords(stderr()));
      const { code, stdout, stderr: words } = await ended;
      return { code, stdout, stderr: words };
    },
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
      search.note('the emulator\u2019s log', JSON.stringify(emulator.controls.requests));
      search.note('the emulator\u2019s account of itself', JSON.stringify(emulator.controls.state()));
      try {
        search.end();
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
  return bench;
}
