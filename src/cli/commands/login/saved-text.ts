import type { KeptAccount, KeptState } from '../../../keeper/record/state.ts';
import { windowsProtection } from '../../../keeper/stores/file/file-store.ts';
import type { RefrainError } from '../../../errors/refrain-error.ts';
import { countOf, longDate } from '../../../text/dates.ts';
import type { CommandText } from '../../context/command-text.ts';
import type { CommandContext } from '../../context/context.ts';
import { accountName, displayNameOf } from '../../profile/account.ts';
import { getCure } from '../../terminal/cures.ts';
import { spotifySays, whatHappened } from '../../terminal/errors.ts';
import { paint } from '../../terminal/text.ts';

/** What `login` or `renew` saved. */
export interface SavedLogin {
  readonly state: KeptState;
  readonly account: KeptAccount | undefined;
  /** Why the account could not be read. */
  readonly accountError: RefrainError | undefined;
  /** Whether SPOTIFY_REFRESH_TOKEN is set. */
  readonly isVariableSet?: boolean;
  /** Whether `renew` could not compare the account with the one before. */
  readonly isAccountUnchecked?: boolean;
}

interface TextOptions {
  readonly profile: string;
  readonly platform: NodeJS.Platform;
  readonly refrain: CommandText;
  readonly colour: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** For a user who has set SPOTIFY_REFRESH_TOKEN. The login marks that token as known, so it cannot replace the new one. */
const ignoredVariable = 'SPOTIFY_REFRESH_TOKEN is ignored: commands use this profile.';

/** Formats what `login` and `renew` print at the end: the account, the expiry, and what did not work. */
export function formatSavedLogin(
  { state, account, accountError, isVariableSet, isAccountUnchecked }: SavedLogin,
  { profile, platform, refrain, colour, now }: TextOptions,
): string {
  const { bold, accent } = paint(colour);
  const { refreshTokenExpiresAt, daysLeft = 0, scopes, askedScopes } = state;
  const missing = scopes === undefined ? [] : askedScopes.filter((scope) => !scopes.includes(scope));
  const user = account ? ` as ${displayNameOf(account)}` : '';
  const validity =
    refreshTokenExpiresAt === undefined
      ? 'Expiry unknown (no consent date). Use --authorized-at DATE to set it.'
      : `Valid until ${bold(longDate(refreshTokenExpiresAt))} (${countOf(daysLeft, 'day')}).`;
  return [
    `${bold(`Logged in${user}`)} (profile “${profile}”). ${validity}`,
    ...(isAccountUnchecked ? ['Could not check that this is the same account as before.'] : []),
    ...(scopes && scopes.length > 0 ? [`Scopes: ${scopes.join(' ')}`] : []),
    ...(missing.length > 0 ? [accent(`Not granted: ${missing.join(' ')}`)] : []),
    ...(accountError
      ? [
          accent(`Could not read the account. ${whatHappened(accountError, now)}`),
          ...spotifySays(accountError),
          getCure(accountError, { refrain, now }),
        ]
      : []),
    ...(isVariableSet ? [ignoredVariable] : []),
    ...(platform === 'win32' ? [windowsProtection] : []),
    `Next: ${refrain('token')}`,
    '',
  ].join('\n');
}

/** The note before a login that it replaces a token. Empty if no token is saved, or it has expired. */
export function formatReplacementNote(
  { state, account, refreshTokenExpiresAt }: Pick<KeptState, 'state' | 'account' | 'refreshTokenExpiresAt'>,
  { profile, refrain }: Pick<CommandContext, 'profile' | 'refrain'>,
): string {
  if (state === 'none' || state === 'expired') return '';
  const user = account ? ` for ${accountName(account)}` : '';
  const until = refreshTokenExpiresAt === undefined ? '' : `, valid until ${longDate(refreshTokenExpiresAt)}`;
  return (
    `Profile “${profile}” already has a token${user}${until}. This login replaces it.\n` +
    `To extend it by six months instead: ${refrain('renew')}\n` +
    `To keep both: add --profile NAME\n`
  );
}
