import type { RefreshOutcome } from '../../errors/error-facts.ts';
import { getErrorFacts } from '../../errors/error-table.ts';
import type { RefrainError } from '../../errors/refrain-error.ts';

/**
 * Gets what a failed refresh did to the refresh token.
 * @param isUnsent true if the request was certainly not sent; false if it was sent, or if the runtime does not tell
 */
export function getFailureOutcome({ code }: RefrainError, isUnsent: boolean): RefreshOutcome {
  const { outcome } = getErrorFacts(code);
  return outcome === 'maybe_used' && isUnsent ? 'not_sent' : outcome;
}
