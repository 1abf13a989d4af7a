import { refreshTokenLifeDays } from '../../../grants/token-set.ts';
import { countOf, longDate } from '../../../text/dates.ts';
import { momentOf } from '../../terminal/dates.ts';
import { wrap, paint } from '../../terminal/text.ts';
import type { CommandText } from '../../context/command-text.ts';
import { accountName } from '../../profile/account.ts';
import { needsPerson, type ProfileEntry } from '../../profile/profile-entry.ts';

/** Cells of the bar: six months, five to each. */
const cells = 30;

/** Columns from a label to the next line of what it names. */
const hanging = 8;

/** What is left of six months, drawn: full cells are days to come. */
export function lifeBar(daysLeft: number): string {
  const full = Math.min(cells, Math.ceil((Math.max(0, daysLeft) / refreshTokenLifeDays) * cells));
  return '\u2588'.repeat(full) + '\u2591'.repeat(cells - full);
}

/**
 * One profile in words, for a screen: who, how long, what for, where else.
 * @param now epoch milliseconds
 */
export function statusWords(
  entry: ProfileEntry,
  given: {
    readonly now: number;
    readonly colour: boolean;
    readonly soonDays: number;
    /** For the entry's profile. */
    readonly refrain: CommandText;
    /** How wide the screen is; undefined where there is none. */
    readonly columns?: number | undefined;
  },
): string {
  const { bold, dim, accent } = paint(given.colour);
  const mark = needsPerson(entry, given) ? accent : (text: string) => text;
  const folded = (line: string) => wrap(line, given.columns);
  const labelled = (label: string, text: string) => {
    const line = `  ${dim(label)}${' '.repeat(hanging - label.length)}${text}`;
    return wrap(line, given.columns, hanging);
  };
  return [
    folded(`${bold(entry.name)}  ${accountOf(entry)}`),
    ...lifeLines(entry, given).map((line, index) => folded(`  ${index === 0 ? mark(line) : line}`)),
    labelled('scopes', scopesOf(entry)),
    labelled('app', `${entry.clientId ?? 'not known'}${dim(grantOf(entry))}`),
    ...entry.pushedTo.map(({ kind, place, at }) => labelled('pushed', `${kind} ${place}, ${longDate(at)}`)),
  ].join('\n');
}

function accountOf({ account }: ProfileEntry): string {
  if (!account) return 'account not known';
  return accountName({ id: account.id, displayName: account.displayName ?? undefined });
}

function grantOf({ grant }: ProfileEntry): string {
  if (grant === 'authorization_code') return ', with its client secret';
  return grant === null ? ', the token came from elsewhere' : ', without a secret';
}

function scopesOf({ scopes }: ProfileEntry): string {
  if (scopes === null) return 'not known';
  return scopes.length === 0 ? 'none: public data only' : scopes.join(' ');
}

function lifeLines(
  entry: ProfileEntry,
  { now, refrain }: { readonly now: number; readonly refrain: CommandText },
): readonly string[] {
  const renew = refrain('renew');
  const { state, daysLeft, refreshTokenExpiresAt, nextTryAt } = entry;
  const pause = nextTryAt === null ? [] : [`Nothing is sent before ${momentOf(nextTryAt, now)}.`];
  const bar =
    daysLeft === null || refreshTokenExpiresAt === null
      ? 'Its end is not known: nobody said when consent was given.'
      : `${lifeBar(daysLeft)}  ${leftOf(daysLeft, refreshTokenExpiresAt, now)}`;
  switch (state) {
    case 'live':
    case 'unknown':
      return [bar, ...pause];
    case 'expiring':
      return [bar, `Six more months: ${renew}`, ...pause];
    case 'suspect':
      return [
        'Suspect: Spotify refuses it before its time.',
        nextTryAt === null
          ? `It is tried again when a token is asked for. For a new one: ${renew}`
          : `It is tried again ${momentOf(nextTryAt, now)}. For a new one: ${renew}`,
        bar,
      ];
    case 'in_doubt':
      return ['In doubt: an answer that may have held the next token never came.', `To decide it: ${renew}`, bar];
    case 'expired':
      return [`Expired: Spotify refuses it. For a new one: ${renew}`];
  }
}

/** The date alone ends nothing: a token past it is used until Spotify refuses it. */
function leftOf(daysLeft: number, end: number, now: number): string {
  if (end <= now) return `its six months ended on ${longDate(end)}`;
  return `until ${longDate(end)}, ${countOf(daysLeft, 'day')} left`;
}
