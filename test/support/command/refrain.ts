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
import { killCommands, startRefrain, type CommandResult, type CommandSetup, type StartOptions } from './started.ts';

export interface RunOptions extends StartOptions {
  /** Called with all of standard error so far, each time there is more. */
  readonly onStderr?: (text: string) => void;
}

/**
 * The built command with an emulator as its server, and its own folder. `close` searches the output and files of all
 * commands for secrets; `secrets/allowed.ts` lists the allowed places.
 */
export interface RefrainBench extends CommandSetup {
  readonly emulator: RunningEmulator;
  readonly endpoints: { readonly accountsUrl: string; readonly apiUrl: string };
  /** Holds `home` and the files of the test; `close` deletes it. */
  readonly folder: string;
  readonly home: string;
  /** The empty folder where commands run. */
  readonly work: string;
  /** PATH of the commands, with a git that notes its calls. */
  readonly path: string;
  run(args: readonly string[], options?: RunOptions): Promise<CommandResult>;
  consent(options?: { readonly grant?: 'authorization_code'; readonly scopes?: readonly string[] }): Promise<TokenSet>;
  /** Saves a new token in a profile, as `login` does, and returns its keeper. */
  login(
    options?: { readonly profile?: string } & Parameters<RefrainBench['consent']>[0],
  ): Promise<{ readonly keeper: TokenKeeper; readonly refreshToken: string }>;
  /** Kills what is still running. Rejects if there is a secret in a place that is not allowed. */
  close(): Promise<void>;
}

/** Creates a bench for one test. */
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
    children: [],
    async run(args, { onStderr, stdin = '', ...options } = {}) {
      const { child, stderr, ended } = startRefrain(bench, args, { ...options, stdin });
      if (onStderr) child.stderr?.on('data', () => onStderr(stderr()));
      const result = await ended;
      return { code: result.code, stdout: result.stdout, stderr: result.stderr };
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
      killCommands(bench);
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
