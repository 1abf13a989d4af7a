import { signal } from '@preact/signals';

let visit = 0;

/** A refresh in progress. If the app rotates its refresh tokens, its reply holds the only one that still works. */
const refreshing = signal<Promise<unknown> | undefined>(undefined);

/** Waits for a promise. Resolves to undefined, and hides its error, if the page was left or wiped in the meantime. */
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

/** Like `unlessLeft`, for a refresh: until it is done, the browser asks before the page is left. */
export async function refreshUnlessLeft<Value>(promise: Promise<Value>): Promise<Value | undefined> {
  refreshing.value = promise;
  try {
    return await unlessLeft(promise);
  } finally {
    if (refreshing.value === promise) refreshing.value = undefined;
  }
}

export const isRefreshing = (): boolean => refreshing.value !== undefined;

/** Drops every reply that is still on its way. */
export function dropReplies(): void {
  visit++;
  refreshing.value = undefined;
}
