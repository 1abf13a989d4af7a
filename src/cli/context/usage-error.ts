import { RefrainError } from '../../errors/refrain-error.ts';

/** Wrong usage, told in one sentence; control characters that were typed are taken out. */
export function usageError(why: string): RefrainError {
  return new RefrainError('wrong_usage', { detail: why });
}
