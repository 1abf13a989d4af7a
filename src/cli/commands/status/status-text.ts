import { refreshTokenLifeDays } from '../../../text/values/consent-date.ts';
import { countOf, longDate } from '../../../text/dates.ts';
import type { CommandText } from '../../context/command-text.ts';
import { accountName } from '../../profile/account.ts';
import { needsAttention, type ProfileEntry } from '../../profile/profile-entry.ts';
import { momentOf } from '../../terminal/dates.ts';
import { paint, wrap } from '../../terminal/text.ts';

/** Cells of the bar. Each means six days. */
const cells = 30;

/** Columns of a label and the blanks after it. */
const labelColumns = 8;

/** The options of {@link statusText}. */
interface StatusTextOptions {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly colour: boolean;
  /** Fewer days left than this need attention. */
  readonly soonDays: number;
  /** Formats a command with the profile of the entry. */
  readonly refrain: CommandText;
  /** Columns of the terminal; undefined if there is none. */
  readonly columns?: number | undefined;
}

/** A bar for the days left of 180: `████░░`. */
export function lifeBar(daysLeft: number): string {
  const full = Math.min(cells, Math.ceil((Math.max(0, daysLeft) / refreshTokenLifeDays) * cells));
  return '\u2588'.repeat(full) + '\u2591'.repeat(cells - full);
}

/** A profile as text for a terminal: account, days left, scopes, client, and where the token was pushed. */
export function statusText(entry: ProfileEntry, options: StatusTextOptions): string {
  const { bold, dim, accent } = paint(options.colour);
  const mark = needsAttention(entry, options) ? accent : (text: string) => text;
  const line = (text: string) => wrap(text, options.columns);
  const labelledLine = (label: string, text: string) => {
    const blanks = ' '.repeat(labelColumns - label.length);
    return wrap(`  ${dim(label)}${blanks}${text}`, options.columns, labelColumns);
  };
  return [
    line(`${bold(entry.name ?? 'SPOTIFY_REFRESH_TOKEN')}  ${accountText(entry)}`),
    ...lifeLines(entry, options).map((text, index) => line(`  ${index === 0 ? mark(text) : text}`)),
    labelledLine('scopes', scopesText(entry)),
    labelledLine('client', `${entry.clientId ?? 'unknown'} ${dim(`(${grantText(entry)})`)}`),
    ...entry.pushedTo.map(({ kind, place, at }) => labelledLine('pushed', `${kind} ${place}, ${longDate(at)}`)),
  ].join('\n');
}

function accountText({ account }: ProfileEntry): string {
  if (!account) return 'unknown account';
  return accountName({ id: account.id, displayName: account.displayName ?? undefined });
}

function grantText({ grant }: ProfileEntry): string {
  if (grant === 'authorization_code') return 'with client secret';
  return grant === null ? 'imported' : 'PKCE';
}

function scopesText({ scopes }: ProfileEntry): string {
  if (scopes === null) return 'unknown';
  return scopes.length === 0 ? 'none (public data only)' : scopes.join(' ');
}

function lifeLines(entry: ProfileEntry, { now, refrain }: StatusTextOptions): readonly string[] {
  const { state, daysLeft, refreshTokenExpiresAt, nextTryAt } = entry;
  const run = (command: string) => `\`${refrain(command)}\``;
  const pause = nextTryAt === null ? [] : [`No request to Spotify before ${momentOf(nextTryAt, now)}.`];
  const left =
    daysLeft === null || refreshTokenExpiresAt === null
      ? 'Expiry unknown (no consent date)'
      : `${lifeBar(daysLeft)}  ${expiryText(daysLeft, refreshTokenExpiresAt, now)}`;
  switch (state) {
    case 'live':
    case 'unknown':
      return [left, ...pause];
    case 'expiring':
      return [left, `For six more months: ${refrain('renew')}`, ...pause];
    case 'suspect':
      return [
        'Spotify rejected the token early. Usual causes: you removed the app\u2019s access, or changed your password.',
        `Run ${run('token')}${nextTryAt === null ? '' : ` after ${momentOf(nextTryAt, now)}`} to try again, or ${run('renew')} now.`,
        left,
      ];
    case 'in_doubt':
      return [
        'Uncertain: the answer to the last refresh was lost, and it may have carried a new token.',
        `Run ${run('renew')}: it tries the token once, and asks you to sign in if it was used.`,
        left,
      ];
    case 'expired':
      return [`Expired. Run ${run('renew')}.`];
  }
}

/** Says "ended", not "expired", for a date in the past: the token is used until Spotify rejects it. */
function expiryText(daysLeft: number, expiresAt: number, now: number): string {
  if (expiresAt <= now) return `its 180 days ended on ${longDate(expiresAt)}`;
  return `until ${longDate(expiresAt)}, ${countOf(daysLeft, 'day')} left`;
}
