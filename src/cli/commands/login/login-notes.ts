import type { KeptState } from '../../../keeper/record/state.ts';
import { describeUnusualClientId } from '../../../spotify/client-id.ts';
import type { CommandContext } from '../../context/context.ts';
import { longDate } from '../../../text/dates.ts';
import { accountName } from '../../profile/account.ts';

/** What a login is told before it begins of the token that stands where the new one will be; empty where none does. */
export function replacedWords(
  { state, account, refreshTokenExpiresAt }: Pick<KeptState, 'state' | 'account' | 'refreshTokenExpiresAt'>,
  { profile, refrain }: Pick<CommandContext, 'profile' | 'refrain'>,
): string {
  if (state === 'none' || state === 'expired') return '';
  const whose = account ? ` for ${accountName(account)}` : '';
  const until = refreshTokenExpiresAt === undefined ? '' : `, until ${longDate(refreshTokenExpiresAt)}`;
  return (
    `The profile \u201c${profile}\u201d keeps a token already${whose}${until}. This login replaces it. ` +
    `For six more months of the same: ${refrain('renew')}. To keep both, name another: --profile NAME\n`
  );
}

/** What is said of a client ID that came from a flag or a variable and looks like none; empty where it looks like one. */
export function oddClientIdWords(clientId: string): string {
  const oddity = describeUnusualClientId(clientId);
  if (oddity === undefined) return '';
  return `That client ID looks unlike Spotify\u2019s. ${oddity}. It is used as it is.\n`;
}
