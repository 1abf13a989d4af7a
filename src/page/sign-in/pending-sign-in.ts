import { grants } from '../../grants/grant.ts';
import type { PendingSignIn } from '../shared/page-context.ts';
import { pendingSignInKey, type SignInStorage } from './save-pending-sign-in.ts';

const texts = ['accountsUrl', 'clientId', 'redirectUri', 'state', 'codeVerifier'] as const;

/** Returns the pending sign-in, or undefined if there is none, if it is not valid, or if storage is blocked. */
export function loadPendingSignIn(storage: SignInStorage): PendingSignIn | undefined {
  try {
    const value: unknown = JSON.parse(storage().getItem(pendingSignInKey) ?? 'null');
    return isPendingSignIn(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Deletes the pending sign-in. Does nothing if storage is blocked. */
export function dropPendingSignIn(storage: SignInStorage): void {
  try {
    storage().removeItem(pendingSignInKey);
  } catch {
    // Blocked storage has nothing to delete.
  }
}

function isPendingSignIn(value: unknown): value is PendingSignIn {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Record<string, unknown>;
  return (
    texts.every((name) => typeof fields[name] === 'string' && fields[name] !== '') &&
    fields['mode'] === 'spotify' &&
    grants.some((grant) => grant === fields['grant'] && grant !== 'client_credentials') &&
    Array.isArray(fields['scopes']) &&
    fields['scopes'].every((scope) => typeof scope === 'string') &&
    Number.isFinite(fields['startedAt'])
  );
}
