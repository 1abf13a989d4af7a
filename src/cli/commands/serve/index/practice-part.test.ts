import { expect, it, vi } from 'vitest';
import { timeLimits } from '../../../../../test/support/time-limits.ts';
import { breakPractice, startPractice, type PracticeAction } from '../practice-run.ts';
import { readIndexView } from './index-view.ts';
import { practicePart } from './practice-part.ts';

/** What the index says after these actions. Each has been seen by a visitor, and Spotify has answered. */
async function factsAfter(...actions: readonly Exclude<PracticeAction, 'restart'>[]) {
  const run = startPractice('http://127.0.0.1:8787');
  await run.listening.get('recently-played');
  for (const action of actions) {
    breakPractice(run, action);
    const asked = () => run.source.controls.requests.length;
    const before = asked();
    await run.listening.get('recently-played');
    if (action === 'hour') await vi.waitUntil(() => asked() > before, { timeout: timeLimits.wait });
  }
  const facts = async () => {
    const part = String(await practicePart(readIndexView(new URLSearchParams()), run));
    const found = part.matchAll(/<li><b>(.+?)<\/b><i><\/i><span>(.+?)<\/span>/g);
    return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]));
  };
  return { run, facts };
}

it('shows the answer that made Spotify wait, not one that came with it', async () => {
  const { facts } = await factsAfter('pause', 'hour');
  await expect.poll(async () => (await facts())['Spotify answered last']).toBe('429');
});

it('never announces a request for a time that is over', async () => {
  const { run, facts } = await factsAfter('down', 'hour');
  await expect.poll(async () => (await facts())['Spotify is asked again']).toMatch(/^after/);
  breakPractice(run, 'hour');
  expect((await facts())['Spotify is asked again']).toBe('now');
});

it('gives the facts of the chosen period', async () => {
  const run = startPractice('http://127.0.0.1:8787');
  await practicePart(readIndexView(new URLSearchParams('list=top/tracks&time_range=short_term')), run);
  expect(Object.keys((await run.listening.health()).lists)).toEqual(['top/tracks:short_term']);
});
