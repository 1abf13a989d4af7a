import { getAccount } from '../../../listening/account.ts';
import { judgeRecentItems } from '../../../listening/calls/recent-items.ts';
import { requestRecentlyPlayed } from '../../../listening/plays.ts';
import { isRefrainError } from '../../../errors/refrain-error.ts';
import type { PageContext } from '../../shared/page-context.ts';
import type { Result, Trial } from '../result/result.ts';

/** How many plays the card of the result shows. */
const playLimit = 5;

/** A trial that found an account. */
export type Works = Extract<Trial, { kind: 'works' }>;

const playsScope = 'user-read-recently-played';

/**
 * Gets the account of a token and what was played last. A missing scope is not an error.
 * @throws RefrainError what the Web API refuses: the account first, then the plays
 */
export async function tryToken({ tokens, endpoints }: Result, page: PageContext): Promise<Works> {
  const { accessToken, scopes } = tokens.value;
  const request = { accessToken, endpoints, fetch: page.fetch, now: page.now };
  const mayAsk = scopes === undefined || scopes.includes(playsScope);
  const [account, plays] = await Promise.allSettled([
    getAccount(request),
    mayAsk
      ? requestRecentlyPlayed({ ...request, limit: playLimit }).then((answer) => judgeRecentItems(answer, request))
      : undefined,
  ]);
  if (account.status === 'rejected') throw account.reason;
  if (plays.status === 'fulfilled') return { kind: 'works', account: account.value, plays: plays.value };
  if (isRefrainError(plays.reason) && plays.reason.code === 'scope_missing') {
    return { kind: 'works', account: account.value, plays: undefined };
  }
  throw plays.reason;
}
