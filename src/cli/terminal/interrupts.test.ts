import { expect, it } from 'vitest';
import { unlessInterrupted } from './interrupts.ts';

it('returns the result, or rejects when the signal aborts', async () => {
  const ending = new AbortController();
  expect(await unlessInterrupted(Promise.resolve('came'), ending.signal)).toBe('came');
  const waiting = unlessInterrupted(new Promise(() => {}), ending.signal);
  ending.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'interrupted' });
  await expect(unlessInterrupted(new Promise(() => {}), ending.signal)).rejects.toMatchObject({ code: 'interrupted' });
});
