const key = 'refrain.spent-callbacks';
const rememberedFor = 30 * 24 * 60 * 60 * 1000;

interface UsedCallback {
  readonly hash: string;
  /** When it was claimed, epoch milliseconds. */
  readonly at: number;
}

/** What a claim needs of the browser. */
export interface BrowserStorage {
  readonly locks: Pick<LockManager, 'request'>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly subtle: Pick<SubtleCrypto, 'digest'>;
}

/**
 * Claims a callback for this tab: true once for each state, in all tabs of this browser together. A duplicated tab
 * has a copy of `sessionStorage`, and with it the same pending try; the list of spent states is common to all.
 * It holds hashes and times alone, since a state is nobody's business.
 * @param startedAt when the try began; one too old for the list to remember it is refused (epoch milliseconds, as `now`)
 * @throws whatever the storage throws when it takes nothing: what cannot be noted must not be spent
 */
export async function markCallbackUsed(
  state: string,
  startedAt: number,
  now: number,
  room: BrowserStorage,
): Promise<boolean> {
  if (now - startedAt > rememberedFor) return false;
  const hash = await hashOf(state, room.subtle);
  return room.locks.request(key, () => {
    const spent = readSpent(room.storage).filter(({ at }) => now - at <= rememberedFor);
    if (spent.some((one) => one.hash === hash)) return false;
    room.storage.setItem(key, JSON.stringify([...spent, { hash, at: now }]));
    return true;
  });
}

async function hashOf(state: string, subtle: BrowserStorage['subtle']): Promise<string> {
  const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(state)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function readSpent(storage: BrowserStorage['storage']): UsedCallback[] {
  try {
    const list: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(list) ? list.filter(isSpent) : [];
  } catch (error) {
    // Not JSON: somebody else's hand. A storage that is blocked throws again when written to.
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function isSpent(value: unknown): value is UsedCallback {
  if (typeof value !== 'object' || value === null) return false;
  const { hash, at } = value as Record<string, unknown>;
  return typeof hash === 'string' && typeof at === 'number';
}
