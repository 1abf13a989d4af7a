import { InvalidArgumentError, type Command } from 'commander';
import { portFrom } from '../../terminal/flags.ts';
import { prints, type Print } from './print-tokens.ts';

/** The flags that `login` and `renew` share, as commander gives them. */
export interface SignInFlags {
  readonly clientId?: string;
  readonly scope?: readonly string[];
  readonly preset?: readonly string[];
  readonly grant?: string;
  readonly browser: boolean;
  readonly port: number;
  /** Seconds. */
  readonly timeout: number;
  readonly print?: Print;
  readonly clientSecretStdin?: boolean;
}

const collect = (text: string, before: readonly string[] | undefined) => [...(before ?? []), text];

/** @param grants the grants that the command takes */
export function declareSignIn(command: Command, grants: readonly string[]): void {
  const choice = (flags: string, words: string, choices: readonly string[]) =>
    command.createOption(flags, words).choices(choices);
  command
    .option('--client-id <ID>', 'your app\u2019s client ID (SPOTIFY_CLIENT_ID)')
    .option('--scope <S>', 'a scope; repeated for more; all', collect)
    .option('--preset <NAME>', 'listening-history, now-playing, playlists, \u2026', collect)
    .addOption(choice('--grant <G>', grants.join(', '), grants))
    .option('--client-secret-stdin', 'take the client secret from standard input')
    .option('--no-browser', 'open no browser: print the address, take a paste')
    .option('--port <N>', 'a fixed port for the way back (any that is free)', portFrom, 0)
    .option('--timeout <SECONDS>', 'how long consent is waited for (600)', secondsFrom, 600)
    .addOption(choice('--print <AS>', 'print the tokens: env, json or token', prints));
}

function secondsFrom(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError('It takes a number of seconds, at least 1.');
}
