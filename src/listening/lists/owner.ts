import type { KeptState } from '../../keeper/record/state.ts';
import { shortHash } from '../../text/hash.ts';
import type { ListKey } from './list-key.ts';

/** Whose lists these are. */
export interface Owner {
  /** The part of the cache's keys. */
  readonly name: string;
  /** A hash. It differs for another account, even if the name does not. */
  readonly account: string;
}

/** Enough to tell all accounts apart. */
const accountBytes = 16;

/**
 * Finds out whose lists these are. An account's ID is never a key: only its hash is.
 * @param state undefined if the source does not tell
 */
export async function toOwner(
  state: KeptState | undefined,
  { owner, isPractice }: { readonly owner: string | undefined; readonly isPractice: boolean },
): Promise<Owner> {
  const id = state?.account?.accountId ?? state?.account?.id;
  const hash = id === undefined ? undefined : await shortHash(id, accountBytes);
  // Without an account, the app and the consent tell two tokens apart.
  const { clientId, authorizedAt } = state ?? {};
  const account =
    hash ?? (clientId === undefined ? 'default' : await shortHash(`${clientId} ${authorizedAt ?? ''}`, accountBytes));
  // Invented songs must not appear on a real site that has the same cache.
  return { name: owner || (hash ?? 'default'), account: isPractice ? `practice ${account}` : account };
}

/** The key in the cache. */
export function toCacheKey({ name }: Owner, key: ListKey): string {
  return `refrain:1:${name}:${key}`;
}
