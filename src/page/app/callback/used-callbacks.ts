import { day } from '../../../text/durations.ts';
import { sha256 } from '../../../text/hash.ts';

const key = 'refrain.spent-callbacks';
const rememberedFor = 30 * day;

interface UsedCallback {
  readonly hash: string;
  /** When it was used, epoch milliseconds. */
  readonly at: number;
}

/** The parts of the browser that remember used callbacks. */
export interface Browser {
  readonly locks: Pick<LockManager, 'request'>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

/**
 * Marks the callback with this state as used. Returns true the first time, in all tabs of this browser together: a
 * duplicated tab has a copy of `sessionStorage`, and so the same pending sign-in. The list holds only hashes and times.
 * @param startedAt when the sign-in began, epoch milliseconds. If that is longer ago than the list remembers, the
 * result is false.
 * @param now epoch milliseconds
 * @throws what the storage throws if it cannot save the list. The callback must not be used then.
 */
export async function markCallbackUsed(
  state: string,
  startedAt: number,
  now: number,
  browser: Browser,
): Promise<boolean> {
  if (now - startedAt > rememberedFor) return false;
  const hash = await hashOf(state);
  return browser.locks.request(key, () => {
    const used = readUsed(browser.storage).filter(({ at }) => now - at <= rememberedFor);
    if (used.some((one) => one.hash === hash)) return false;
    browser.storage.setItem(key, JSON.stringify([...used, { hash, at: now }]));
    return true;
  });
}

async function hashOf(state: string): Promise<string> {
  return [...(await sha256(state))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function readUsed(storage: Browser['storage']): UsedCallback[] {
  try {
    const list: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(list) ? list.filter(isUsedCallback) : [];
  } catch (error) {
    // Something else wrote here. A blocked storage throws again when it is written to.
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function isUsedCallback(value: unknown): value is UsedCallback {
  if (typeof value !== 'object' || value === null) return false;
  const { hash, at } = value as Record<string, unknown>;
  return typeof hash === 'string' && typeof at === 'number';
}
