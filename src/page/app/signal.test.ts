import { expect, it } from 'vitest';
import { onChange, signal } from './signal.ts';

it('calls the listener at once and after each change, but not for the same value', () => {
  const count = signal(1);
  const seen: number[] = [];
  onChange(() => seen.push(count.value));
  count.value = 2;
  count.value = 2;
  count.value = 3;
  expect(seen).toEqual([1, 2, 3]);
});
