import { RefrainError } from '../../errors/refrain-error.ts';

/** The store can't be read or written now. */
export function isStoreAway(error: unknown): boolean {
  return error instanceof RefrainError && (error.code === 'store_failed' || error.code === 'store_unsafe');
}

/** The store holds what this Refrain can't read. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof RefrainError && (error.code === 'record_corrupt' || error.code === 'record_newer');
}
