import { signal } from './signal.ts';

/** Changes when the user leaves the page, or when its tokens are wiped. */
let visit = 0;

/** A refresh in progress. For a rotating app, its answer contains the only refresh token that still works. */
const refreshing = signal<Promise<unknown> | undefined>(undefined);

/** Waits for a promise. If the user leaves the page in the meantime, ignores its result or error: returns undefined. */
export async function unlessLeft<Value>(promise: Promise<Value>): Promise<Value | undefined> {
  const before = visit;
  try {
    const value = await promise;
    return before === visit ? value : undefined;
  } catch (error) {
    if (before === visit) throw error;
    return undefined;
  }
}

/** Like `unlessLeft`, for a refresh. Until it is done, the browser asks the user before leaving the page. */
export async function refreshUnlessLeft<Value>(promise: Promise<Value>): Promise<Value | undefined> {
  refreshing.value = promise;
  try {
    return await unlessLeft(promise);
  } finally {
    if (refreshing.value === promise) refreshing.value = undefined;
  }
}

export const isRefreshing = (): boolean => refreshing.value !== undefined;

/** Ignores all answers that have not arrived yet. */
export function dropReplies(): void {
  visit++;
  refreshing.value = undefined;
}
