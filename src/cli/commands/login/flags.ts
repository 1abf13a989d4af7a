import { InvalidArgumentError, type Command } from 'commander';
import type { CommandContext } from '../../context/context.ts';
import { usageError } from '../../context/usage-error.ts';
import { portFrom } from '../../terminal/flags.ts';
import type { CallbackRoute } from './callback/callback-route.ts';
import { printFormats, type PrintFormat } from './print-tokens.ts';
import type { SignInOptions } from './sign-in.ts';

/** The flags that `login` and `renew` share, as commander parses them. */
export interface SignInFlags {
  readonly clientId?: string;
  readonly scope?: readonly string[];
  readonly preset?: readonly string[];
  readonly grant?: string;
  readonly browser: boolean;
  readonly port?: number;
  readonly redirectUri?: string;
  /** Seconds. */
  readonly timeout: number;
  readonly print?: PrintFormat;
  readonly clientSecretStdin?: boolean;
  readonly withToken?: boolean;
  readonly authorizedAt?: string;
}

/** @param grants the values that `--grant` accepts */
export function declareSignInFlags(command: Command, grants: readonly string[]): void {
  const choice = (flag: string, description: string, choices: readonly string[]) =>
    command.createOption(flag, description).choices(choices);
  command
    .option('--client-id <ID>', 'your app’s client ID (SPOTIFY_CLIENT_ID)')
    .option('--scope <S>', 'a scope, or all; repeat for more', collect)
    .option('--preset <NAME>', 'listening-history, now-playing, playlists, …', collect)
    .addOption(choice('--grant <G>', grants.join(', '), grants))
    .option('--client-secret-stdin', 'read the client secret from standard input')
    .option('--no-browser', 'print the address, do not open a browser')
    .option('--port <N>', 'callback port (default: 8888; 0: any free port)', portFrom)
    .option('--redirect-uri <URI>', 'redirect URI, if not http://127.0.0.1:PORT/callback')
    .option('--timeout <SECONDS>', 'how long to wait for your approval (default: 600)', parseSeconds, 600)
    .addOption(choice('--print <AS>', 'print the tokens as env, json or token', printFormats))
    .option('--with-token', 'read a refresh token from standard input instead')
    .option('--authorized-at <DATE>', 'when you approved it (for --with-token)');
}

/**
 * Checks that a date of consent belongs to a token that is imported.
 * @throws RefrainError `wrong_usage`
 */
export function checkAuthorizedAt({ authorizedAt, withToken }: SignInFlags): void {
  if (authorizedAt === undefined || withToken) return;
  throw usageError('--authorized-at needs --with-token. A new sign-in has its own date.');
}

/**
 * Checks that the callback of a route can reach this process.
 * @throws RefrainError `wrong_usage`
 */
export function checkPastes({ listensAt }: CallbackRoute, flags: SignInFlags, context: CommandContext): void {
  if (listensAt || signInOptions(flags, context).readsPastes) return;
  throw usageError('--redirect-uri with https:// needs a terminal, because you paste the address of the callback.');
}

/** How to reach the user during a sign-in. */
export function signInOptions(
  flags: SignInFlags,
  { isTerminal, environment }: Pick<CommandContext, 'isTerminal' | 'environment'>,
): Pick<SignInOptions, 'timeout' | 'opensBrowser' | 'readsPastes'> {
  return {
    timeout: flags.timeout * 1000,
    opensBrowser: flags.browser && !environment.ci,
    readsPastes: isTerminal && !flags.clientSecretStdin,
  };
}

const collect = (value: string, previous: readonly string[] | undefined) => [...(previous ?? []), value];

function parseSeconds(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError('Use a number of seconds, at least 1 and at most 99999.');
}
