import { getAccount, type Account } from '../../../listening/account.ts';
import { getRecentlyPlayed, type Play } from '../../../listening/plays.ts';
import { isRefrainError } from '../../../errors/refrain-error.ts';
import type { PageContext } from '../../shared/page-context.ts';
import type { Result } from '../result/result.ts';

/** What the token can read. */
export interface TryItResult {
  readonly account: Account;
  /** Undefined if the token lacks the scope. */
  readonly plays: readonly Play[] | undefined;
}

/** How many plays are shown. A placeholder keeps their space free until they arrive. */
export const playLimit = 5;

const playsScope = 'user-read-recently-played';

/**
 * Gets the account of a token and what was played last. A missing scope is not an error.
 * @throws RefrainError what the Web API refuses: the account first, then the plays
 */
export async function tryToken({ tokens, endpoints }: Result, page: PageContext): Promise<TryItResult> {
  const { accessToken, scopes } = tokens.value;
  const request = { accessToken, endpoints, fetch: page.fetch, now: page.now };
  const mayAsk = scopes === undefined || scopes.includes(playsScope);
  const [account, plays] = await Promise.allSettled([
    getAccount(request),
    mayAsk ? getRecentlyPlayed({ ...request, limit: playLimit }) : undefined,
  ]);
  if (account.status === 'rejected') throw account.reason;
  if (plays.status === 'fulfilled') return { account: account.value, plays: plays.value };
  if (isRefrainError(plays.reason) && plays.reason.code === 'scope_missing') {
    return { account: account.value, plays: undefined };
  }
  throw plays.reason;
}
