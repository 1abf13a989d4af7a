import { RefrainError } from '../../errors/refrain-error.ts';

/** An error about the command line, as one sentence. `RefrainError` removes control characters from it. */
export function usageError(sentence: string): RefrainError {
  return new RefrainError('wrong_usage', { detail: sentence });
}
