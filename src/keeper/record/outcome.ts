import type { RefreshOutcome } from '../../errors/error-facts.ts';
import { factsOf } from '../../errors/error-table.ts';
import type { RefrainError } from '../../errors/refrain-error.ts';

/**
 * Gets what a refresh that gave no tokens did to the refresh token.
 * @param isUnsent whether it is proved that the request was not sent; false if the runtime does not say
 */
export function judgeFailure({ code }: RefrainError, isUnsent: boolean): RefreshOutcome {
  const { outcome } = factsOf(code);
  return outcome === 'maybe_used' && isUnsent ? 'not_sent' : outcome;
}
