import { expect, it } from 'vitest';
import { unlessInterrupted } from './unless-interrupted.ts';

it('gives what came, and ends a wait for what never comes when it is told to', async () => {
  const ending = new AbortController();
  expect(await unlessInterrupted(Promise.resolve('came'), ending.signal)).toBe('came');
  const waiting = unlessInterrupted(new Promise(() => {}), ending.signal);
  ending.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'interrupted' });
  await expect(unlessInterrupted(new Promise(() => {}), ending.signal)).rejects.toMatchObject({ code: 'interrupted' });
});
