import type { KeptState } from '../../../keeper/record/state.ts';
import { longDate } from '../../../text/dates.ts';
import { quoteShell } from '../../../text/quote.ts';
import type { CommandContext } from '../../context/context.ts';
import { exportWarnings, type ExportToken } from '../../profile/export-token.ts';
import { listOf, paint, wrapFor } from '../../terminal/text.ts';
import type { GitStatus } from './git-status.ts';
import type { WrittenEnvFile } from './write-env-file.ts';

/** What `refrain env FILE` did, how long the token is valid, and warnings. */
export function describeWrite(
  file: string,
  result: WrittenEnvFile,
  gitStatus: GitStatus,
  token: ExportToken,
  context: CommandContext,
): string {
  const lines = [
    ...describeChanges(file, result, context),
    ...describeExpiry(token.state, context),
    ...describeServer(token, context),
    ...gitWarnings(file, gitStatus, context),
    ...copyWarnings(token, `the copy in ${file}`, context),
  ];
  return wrapFor(context)(lines.map((line) => `${line}\n`).join(''));
}

/** Warnings about the printed lines, empty if there are none. */
export function describePrint(token: ExportToken, context: CommandContext): string {
  const lines = [...describeServer(token, context), ...copyWarnings(token, 'the copy', context)];
  return wrapFor(context)(lines.map((line) => `${line}\n`).join(''));
}

function describeChanges(
  file: string,
  { isNew, changed, emptied, wasOpen, isOpen }: WrittenEnvFile,
  { colour }: CommandContext,
): readonly string[] {
  const { bold, accent } = paint(colour);
  const name = bold(file);
  return [
    ...(changed.length > 0 ? [`${isNew ? 'Created' : 'Updated'} ${name}: ${listOf(changed)}.`] : []),
    ...(changed.length === 0 && emptied.length === 0 ? [`${name} is up to date.`] : []),
    ...(emptied.length > 0 ? [`Cleared, because the value belonged to another token: ${listOf(emptied)}.`] : []),
    ...(wasOpen && !isOpen ? ['Other users could read the file. Now only you can (mode 0600).'] : []),
    ...(isOpen ? [accent('Other users may read the file: its disk keeps no permissions.')] : []),
  ];
}

/** Empty for a token that does not work, or may not: `copyWarnings` says so. */
function describeExpiry({ state, refreshTokenExpiresAt }: KeptState, { refrain }: CommandContext): readonly string[] {
  if (state === 'suspect' || state === 'expired' || state === 'in_doubt') return [];
  return [
    refreshTokenExpiresAt === undefined
      ? `Expiry unknown (no consent date). Run \`${refrain('renew')}\` to get a token with a known expiry.`
      : `Valid until ${longDate(refreshTokenExpiresAt)}. Run this again after \`${refrain('renew')}\`.`,
  ];
}

/** Empty for Spotify itself. A program that ignores the addresses of another server sends the token to Spotify. */
function describeServer({ variables }: ExportToken, { colour }: CommandContext): readonly string[] {
  const { SPOTIFY_ACCOUNTS_URL: server } = variables;
  if (server === undefined) return [];
  const { accent } = paint(colour);
  return [accent(`The token works only with ${server}, so your program must read both addresses too.`)];
}

/** A path as an argument of git, for a shell. If it needs quotes, `--` comes first, because it may begin with a dash. */
export function toGitArgument(path: string, platform: NodeJS.Platform): string {
  if (/^[\w./][\w./-]*$/.test(path)) return path;
  return `-- ${platform === 'win32' ? `"${path}"` : quoteShell(path)}`;
}

function gitWarnings(file: string, status: GitStatus, { colour, platform }: CommandContext): readonly string[] {
  const { accent } = paint(colour);
  switch (status) {
    case 'tracked':
      return [
        `${accent(`Git tracks ${file}, token included.`)} Run \`git rm --cached ${toGitArgument(file, platform)}\` and add it to .gitignore.`,
      ];
    case 'untracked':
      return [`${accent(`Git does not ignore ${file}.`)} Add it to .gitignore, or the token may be committed.`];
    default:
      return [];
  }
}

function copyWarnings(
  { state, secrets }: ExportToken,
  copy: string,
  { refrain, colour }: CommandContext,
): readonly string[] {
  const hasSecret = secrets.clientSecret !== undefined;
  return exportWarnings(state, { hasSecret, copy, refrain }).map(paint(colour).accent);
}
