import type { KeptAccount, KeptState } from '../../../keeper/record/state.ts';
import { windowsProtection } from '../../../keeper/stores/file/file-store.ts';
import type { RefrainError } from '../../../errors/refrain-error.ts';
import { cureOf } from '../../terminal/cures.ts';
import { longDate } from '../../../text/dates.ts';
import { spotifySays, whatHappened } from '../../terminal/errors.ts';
import { paint } from '../../terminal/text.ts';
import type { CommandText } from '../../context/command-text.ts';
import { accountName } from '../../profile/account.ts';

/** What a sign-in came to, for its words. */
export interface Kept {
  readonly state: KeptState;
  readonly profile: string;
  readonly platform: NodeJS.Platform;
  readonly refrain: CommandText;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly account: KeptAccount | undefined;
  /** Why the account is not known. */
  readonly trouble: RefrainError | undefined;
  /** Whether nobody knows that it is the same account as before. */
  readonly isUnproven?: boolean | undefined;
}

/** What is said at the end of `login` and `renew`: what is kept, until when, and what did not go well. */
export function keptWords(
  { state, profile, platform, refrain, now, account, trouble, isUnproven }: Kept,
  colour: boolean,
): string {
  const { bold, accent } = paint(colour);
  const { refreshTokenExpiresAt: end, scopes, askedScopes } = state;
  const refused = scopes === undefined ? [] : askedScopes.filter((scope) => !scopes.includes(scope));
  return [
    `${bold(`Kept in the profile \u201c${profile}\u201d`)}${account ? `, for ${accountName(account)}` : ''}.`,
    end === undefined
      ? 'When it ends is not known: nobody said when consent was given (--authorized-at).'
      : `The refresh token ends on ${bold(longDate(end))}, 180 days after consent.`,
    ...(isUnproven ? ['Whether it is the same account as before could not be told: one of the two is not known.'] : []),
    ...(scopes && scopes.length > 0 ? [`Scopes: ${scopes.join(' ')}`] : []),
    ...(refused.length > 0 ? [accent(`Not granted: ${refused.join(' ')}`)] : []),
    ...(trouble
      ? [
          accent(`The account is unknown: ${whatHappened(trouble, now)}`),
          ...spotifySays(trouble),
          cureOf(trouble, { refrain, now }),
        ]
      : []),
    ...(platform === 'win32' ? [windowsProtection] : []),
    `Next: ${refrain('token')}`,
    '',
  ].join('\n');
}
