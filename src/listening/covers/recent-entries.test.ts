import { expect, it } from 'vitest';
import { RecentEntries } from './recent-entries.ts';

it('keeps as many entries as its limit, and drops the oldest', () => {
  const entries = new RecentEntries<number>(2);
  entries.set('a', 1);
  entries.set('b', 2);
  entries.set('a', 3);
  entries.set('c', 4);
  expect([entries.get('a'), entries.get('b'), entries.get('c')]).toEqual([3, undefined, 4]);
});
