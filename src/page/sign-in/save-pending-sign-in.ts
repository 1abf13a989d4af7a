import type { PendingSignIn } from '../shared/page-context.ts';

/** A function, because a browser that blocks storage throws when `sessionStorage` is read. */
export type SignInStorage = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export const pendingSignInKey = 'refrain.sign-in';

/** Saves a pending sign-in. @throws {DOMException} if storage is blocked or full */
export function savePendingSignIn(storage: SignInStorage, pending: PendingSignIn): void {
  storage().setItem(pendingSignInKey, JSON.stringify(pending));
}

/** Whether there is something to read with `loadPendingSignIn`, which loads later. */
export function hasPendingSignIn(storage: SignInStorage): boolean {
  try {
    return storage().getItem(pendingSignInKey) !== null;
  } catch {
    return false;
  }
}
