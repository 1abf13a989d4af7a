import { describe, expect, it } from 'vitest';
import { createKeyCheck } from './key-check.ts';

const key = 'a key of at least thirty-two characters';

describe('the check of a key', () => {
  it('accepts the key and nothing else', async () => {
    const { judge } = createKeyCheck(key);
    expect(await judge(key, 0)).toBe('right');
    for (const wrong of ['', key.slice(1), `${key} `, key.toUpperCase()]) expect(await judge(wrong, 0)).toBe('wrong');
  });

  it('looks at no key for a minute after five wrong ones, also if they come at once', async () => {
    const { judge } = createKeyCheck(key);
    const judged = await Promise.all(Array.from({ length: 100 }, (_, index) => judge(`wrong ${index}`, 1000)));
    expect(judged.filter((result) => result === 'wrong')).toHaveLength(5);
    expect(await judge(key, 60_999)).toBe('wait');
    expect(await judge(key, 61_000)).toBe('right');
  });

  it('does not count right keys', async () => {
    const { judge } = createKeyCheck(key);
    for (let count = 0; count < 20; count += 1) expect(await judge(key, 0)).toBe('right');
  });
});
