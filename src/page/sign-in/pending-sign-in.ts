import { grants } from '../../grants/grant.ts';
import type { PendingTry } from '../shared/page.ts';

/** Where a try waits for its callback. A function, since a browser that blocks storage throws at the mere name. */
export type TripStorage = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const key = 'refrain.try';
const texts = ['accountsUrl', 'clientId', 'redirectUri', 'state', 'codeVerifier'] as const;

/** Keeps a try for the trip to Spotify. @throws whatever the browser throws where storage is blocked or full */
export function savePendingTry(storage: TripStorage, pending: PendingTry): void {
  storage().setItem(key, JSON.stringify(pending));
}

/** The try that waits, or undefined: none, something else, or no storage. Changes nothing. */
export function loadPendingTry(storage: TripStorage): PendingTry | undefined {
  try {
    const value: unknown = JSON.parse(storage().getItem(key) ?? 'null');
    return isPendingTry(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets the try. Silent where storage is blocked: then there is none. */
export function dropPendingTry(storage: TripStorage): void {
  try {
    storage().removeItem(key);
  } catch {
    // Nothing could be kept, so nothing is.
  }
}

function isPendingTry(value: unknown): value is PendingTry {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Record<string, unknown>;
  return (
    texts.every((name) => typeof fields[name] === 'string' && fields[name] !== '') &&
    (fields['world'] === 'spotify' || fields['world'] === 'practice') &&
    grants.some((grant) => grant === fields['grant'] && grant !== 'client_credentials') &&
    Array.isArray(fields['scopes']) &&
    fields['scopes'].every((scope) => typeof scope === 'string') &&
    Number.isFinite(fields['startedAt'])
  );
}
