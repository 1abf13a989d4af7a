import { describe, expect, it } from 'vitest';
import { markCallbackUsed, type Browser } from './used-callbacks.ts';

const now = Date.UTC(2026, 10, 24);
const day = 24 * 60 * 60 * 1000;

/** One browser: its tabs share the storage and the locks, and one tab at a time holds a lock. */
function fakeBrowser(): Browser & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  let line: Promise<unknown> = Promise.resolve();
  const request = (_name: string, work: () => unknown) => {
    const turn = line.then(work);
    line = turn.catch(() => {});
    return turn;
  };
  return {
    kept,
    locks: { request } as unknown as Browser['locks'],
    storage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
  };
}

describe('markCallbackUsed', () => {
  it('returns true once, if several tabs ask at the same moment', async () => {
    const browser = fakeBrowser();
    const results = await Promise.all(Array.from({ length: 5 }, () => markCallbackUsed('state-1', now, now, browser)));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await markCallbackUsed('state-1', now, now + day, browser)).toBe(false);
  });

  it('returns true for each new state', async () => {
    const browser = fakeBrowser();
    const results = await Promise.all(['a', 'b', 'c'].map((state) => markCallbackUsed(state, now, now, browser)));
    expect(results).toEqual([true, true, true]);
  });

  it('stores no state, and removes entries that are older than a month', async () => {
    const browser = fakeBrowser();
    await markCallbackUsed('state-1', now, now, browser);
    expect([...browser.kept.values()].join()).not.toContain('state-1');
    const before = [...browser.kept.values()].join().length;
    await markCallbackUsed('state-2', now + 40 * day, now + 40 * day, browser);
    expect([...browser.kept.values()].join().length).toBe(before);
  });

  it('returns false for a sign-in that is older than the list remembers', async () => {
    expect(await markCallbackUsed('state-1', now - 31 * day, now, fakeBrowser())).toBe(false);
  });

  it('starts a new list if another program has overwritten the old one', async () => {
    for (const list of ['{', '7', '[null,1,"x",{"hash":1}]', '{"a":1}']) {
      const browser = fakeBrowser();
      await markCallbackUsed('other', now, now, browser);
      for (const key of browser.kept.keys()) browser.kept.set(key, list);
      expect(await markCallbackUsed('state-1', now, now, browser), list).toBe(true);
      expect(await markCallbackUsed('state-1', now, now, browser), list).toBe(false);
    }
  });

  it('throws if the storage is full, so that the callback is not used', async () => {
    const browser: Browser = {
      ...fakeBrowser(),
      storage: {
        getItem: () => null,
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      },
    };
    await expect(markCallbackUsed('state-1', now, now, browser)).rejects.toThrow('full');
  });
});
