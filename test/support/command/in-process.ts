import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createCommandText } from '../../../src/cli/context/command-text.ts';
import { createCommandContext, type CommandContext } from '../../../src/cli/context/context.ts';
import { takeEnvironment } from '../../../src/cli/context/environment.ts';
import { getExitCode } from '../../../src/cli/context/exit-code.ts';
import { parseCommandLine } from '../../../src/cli/main/parse-args.ts';
import type { CommandProcess } from '../../../src/cli/main/process.ts';
import { defaultProfile } from '../../../src/cli/profile/records/profile-name.ts';
import { formatError, toRefrainError } from '../../../src/cli/terminal/errors.ts';
import { createTokenKeeper, type TokenKeeper } from '../../../src/index.ts';
import { readRecord, type KeptRecord } from '../../../src/keeper/record/record.ts';
import { fileStore } from '../../../src/keeper/stores/file/file-store.ts';
import { machineFileSystem, type FileSystem } from '../../../src/keeper/stores/file/file-system.ts';
import { withAnyPort } from './any-port.ts';
import { clientId, keeperBench, type KeeperBench } from '../keeper/keeper-bench.ts';

/** What a command line did. */
interface RanInProcess {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The JSON document on standard output; with `--json`. */
  readonly data: unknown;
}

/** Commands that run in this process, with the emulator as Spotify and a clock that the test moves. */
export interface CommandBench extends KeeperBench {
  readonly home: string;
  /** The disk of the commands that run next. */
  fileSystem: FileSystem;
  /** The addresses that were opened in the browser. */
  readonly opened: string[];
  run(
    args: readonly string[],
    options?: { readonly env?: Readonly<Record<string, string | undefined>>; readonly stdin?: string },
  ): Promise<RanInProcess>;
  /** Saves a new token in a profile, as `login` does. */
  login(profile?: string): Promise<{ readonly keeper: TokenKeeper; readonly refreshToken: string }>;
  /** The record of a profile. */
  record(profile?: string): Promise<KeptRecord | undefined>;
  close(): void;
}

export function commandBench(): CommandBench {
  const spotifyBench = keeperBench();
  const { clock, fetch: answer } = spotifyBench;
  // A disk in memory, where there is one: a sync takes no time there.
  const home = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'refrain in process '));
  const storeOf = (profile: string) => fileStore({ folder: join(home, 'profiles', profile) });
  const bench: CommandBench = {
    ...spotifyBench,
    home,
    fileSystem: machineFileSystem,
    opened: [],
    async run(args, { env = {}, stdin = '' } = {}) {
      const text = { stdout: '', stderr: '' };
      const output = (name: keyof typeof text) => ({ write: (more: string) => void (text[name] += more) });
      const run: CommandProcess = {
        environment: takeEnvironment({ REFRAIN_HOME: home, ...env }, 'linux'),
        childEnvironment: {},
        outputs: { stdout: output('stdout'), stderr: output('stderr') } as unknown as CommandProcess['outputs'],
        packageFolder: new URL('../../../', import.meta.url),
        signal: new AbortController().signal,
      };
      const { childEnvironment, packageFolder } = run;
      const subject = { profile: defaultProfile as string | undefined, childEnvironment, packageFolder };
      const refrain = createCommandText(subject);
      const json = args.includes('--json');
      const outside = {
        stdin: Readable.from([stdin]),
        platform: 'linux' as const,
        fetch: answer,
        clock,
        fileSystem: bench.fileSystem,
        async openBrowser(url: string) {
          bench.opened.push(url);
          const callback = (await answer(url, { redirect: 'manual' })).headers.get('location') ?? '';
          clock.holdDuring(fetch(callback));
          return true;
        },
      };
      let command: string | undefined;
      try {
        const line = await parseCommandLine(withAnyPort(args), run, (name) => {
          command = name;
        });
        if (!line) return { code: 0, ...text, data: undefined };
        const named = line.options['profile'] as string | undefined;
        const profile = (subject.profile = named ?? defaultProfile);
        const options = { command: line.command, profile, profileIsNamed: named !== undefined, json };
        // Its getters are not called: they would open the streams of this process.
        const context = Object.defineProperties({} as CommandContext, {
          ...Object.getOwnPropertyDescriptors(createCommandContext(run, options, subject)),
          ...Object.getOwnPropertyDescriptors(outside),
        });
        const {
          data,
          text: shown = '',
          messages = '',
          exitCode = 0,
        } = await line.module.run(context, line.options as never, line.args);
        return { code: exitCode, stdout: text.stdout + shown, stderr: text.stderr + messages, data };
      } catch (thrown) {
        const error = toRefrainError(thrown);
        const stderr = text.stderr + formatError(error, { refrain, command, colour: false, now: clock.now() });
        return { code: getExitCode(error.code), stdout: text.stdout, stderr, data: { error: { code: error.code } } };
      }
    },
    async login(profile = defaultProfile) {
      const consent = await spotifyBench.consent();
      const keeper = createTokenKeeper({ store: storeOf(profile), app: { clientId }, fetch: answer, clock });
      await keeper.adopt(consent);
      return { keeper, refreshToken: consent.refreshToken ?? '' };
    },
    async record(profile = defaultProfile) {
      const stored = await storeOf(profile).read();
      return stored && readRecord(stored.record);
    },
    close: () => rmSync(home, { recursive: true, force: true }),
  };
  return bench;
}
