import { describe, expect, it } from 'vitest';
import { markCallbackUsed, type BrowserStorage } from './used-callbacks.ts';

const now = Date.UTC(2026, 10, 24);
const day = 24 * 60 * 60 * 1000;

/** One browser: tabs share its storage and its locks, which are held by one of them at a time. */
function browser(): BrowserStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  let line: Promise<unknown> = Promise.resolve();
  const request = (_name: string, work: () => unknown) => {
    const turn = line.then(work);
    line = turn.catch(() => {});
    return turn;
  };
  return {
    kept,
    locks: { request } as unknown as BrowserStorage['locks'],
    storage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
    subtle: crypto.subtle,
  };
}

describe('claiming a callback', () => {
  it('is granted once, however many tabs ask at the same moment', async () => {
    const room = browser();
    const claims = await Promise.all(Array.from({ length: 5 }, () => markCallbackUsed('state-1', now, now, room)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await markCallbackUsed('state-1', now, now + day, room)).toBe(false);
  });

  it('is granted to each state of its own', async () => {
    const room = browser();
    const claims = await Promise.all(['a', 'b', 'c'].map((state) => markCallbackUsed(state, now, now, room)));
    expect(claims).toEqual([true, true, true]);
  });

  it('keeps no state, and forgets what is older than a month', async () => {
    const room = browser();
    await markCallbackUsed('state-1', now, now, room);
    expect([...room.kept.values()].join()).not.toContain('state-1');
    const before = [...room.kept.values()].join().length;
    await markCallbackUsed('state-2', now + 40 * day, now + 40 * day, room);
    expect([...room.kept.values()].join().length).toBe(before);
  });

  it('is refused to a try that is older than the list remembers', async () => {
    expect(await markCallbackUsed('state-1', now - 31 * day, now, browser())).toBe(false);
  });

  it('survives a list that somebody else has written', async () => {
    for (const list of ['{', '7', '[null,1,"x",{"hash":1}]', '{"a":1}']) {
      const room = browser();
      await markCallbackUsed('other', now, now, room);
      for (const key of room.kept.keys()) room.kept.set(key, list);
      expect(await markCallbackUsed('state-1', now, now, room), list).toBe(true);
      expect(await markCallbackUsed('state-1', now, now, room), list).toBe(false);
    }
  });

  it('fails where nothing can be noted, so that nothing is spent', async () => {
    const room: BrowserStorage = {
      ...browser(),
      storage: {
        getItem: () => null,
        setItem: () => {
          throw new DOMException('full', 'QuotaExceededError');
        },
      },
    };
    await expect(markCallbackUsed('state-1', now, now, room)).rejects.toThrow('full');
  });
});
