import { grants } from '../../grants/grant.ts';
import type { PendingSignIn } from '../shared/page-context.ts';

/** Where a try waits for its callback. A function, since a browser that blocks storage throws at the mere name. */
export type SignInStorage = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const key = 'refrain.sign-in';
const texts = ['accountsUrl', 'clientId', 'redirectUri', 'state', 'codeVerifier'] as const;

/** Keeps a try for the trip to Spotify. @throws whatever the browser throws where storage is blocked or full */
export function savePendingSignIn(storage: SignInStorage, pending: PendingSignIn): void {
  storage().setItem(key, JSON.stringify(pending));
}

/** The try that waits, or undefined: none, something else, or no storage. Changes nothing. */
export function loadPendingSignIn(storage: SignInStorage): PendingSignIn | undefined {
  try {
    const value: unknown = JSON.parse(storage().getItem(key) ?? 'null');
    return isPendingSignIn(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets the try. Silent where storage is blocked: then there is none. */
export function dropPendingSignIn(storage: SignInStorage): void {
  try {
    storage().removeItem(key);
  } catch {
    // Nothing could be kept, so nothing is.
  }
}

function isPendingSignIn(value: unknown): value is PendingSignIn {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Record<string, unknown>;
  return (
    texts.every((name) => typeof fields[name] === 'string' && fields[name] !== '') &&
    (fields['mode'] === 'spotify' || fields['mode'] === 'practice') &&
    grants.some((grant) => grant === fields['grant'] && grant !== 'client_credentials') &&
    Array.isArray(fields['scopes']) &&
    fields['scopes'].every((scope) => typeof scope === 'string') &&
    Number.isFinite(fields['startedAt'])
  );
}
