import { homedir } from 'node:os';
import { isatty } from 'node:tty';
import { systemClock } from '../../keeper/platform/clock.ts';
import type { CommandContext } from './context.ts';
import type { Environment } from './environment.ts';
import { homeFolder } from './home.ts';
import { openBrowser } from '../terminal/browser.ts';
import type { Outputs } from '../main/process.ts';

/** What is there before the command line is read. */
export type Surroundings = Omit<
  CommandContext,
  'endpoints' | 'refrain' | 'command' | 'profile' | 'profileIsNamed' | 'json'
>;

/**
 * This process as a command sees it.
 * @param environment what was taken from `process.env`, which holds no secret any more
 * @param signal aborted when the process is told to end
 */
export function surroundingsOf(
  environment: Environment,
  packageFolder: URL,
  signal: AbortSignal,
  outputs: Outputs,
): Surroundings {
  const [stdinIsTerminal, stdoutIsTerminal, stderrIsTerminal] = [isatty(0), isatty(1), isatty(2)];
  return {
    environment,
    childEnvironment: process.env,
    home: homeFolder(environment, process.platform, homedir()),
    packageFolder,
    // Each of the three is made when first touched, which takes its time.
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return outputs.touch('stdout');
    },
    get stderr() {
      return outputs.touch('stderr');
    },
    isTerminal: stdinIsTerminal && stderrIsTerminal,
    stdinIsTerminal,
    stdoutIsTerminal,
    stderrIsTerminal,
    colour: stderrIsTerminal && !environment.noColor,
    platform: process.platform,
    fetch: (input, init) => fetch(input, init),
    clock: systemClock,
    openBrowser,
    signal,
  };
}
