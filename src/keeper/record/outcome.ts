import type { ErrorFacts, RefreshOutcome } from '../../errors/error-facts.ts';
import { errorTable } from '../../errors/error-table.ts';
import type { RefrainError } from '../../errors/refrain-error.ts';

/**
 * Gets what a refresh that gave no tokens did to the refresh token.
 * @param isUnsent whether it is proved that the request was not sent; false if the runtime does not say
 */
export function judgeFailure({ code }: RefrainError, isUnsent: boolean): RefreshOutcome {
  // Another copy of the package may have other codes.
  const facts: ErrorFacts | undefined = errorTable[code];
  const outcome = facts?.outcome ?? 'maybe_used';
  return outcome === 'maybe_used' && isUnsent ? 'not_sent' : outcome;
}
