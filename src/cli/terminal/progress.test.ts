import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whileShowing } from './progress.ts';
import { deferred } from './interrupts.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function screen(stderrIsTerminal: boolean) {
  const written: string[] = [];
  const ending = new AbortController();
  const stderr = { write: (text: string) => written.push(text) };
  return { written, ending, context: { stderr, stderrIsTerminal, signal: ending.signal } };
}

it('shows the text on a terminal, and clears it at the end', async () => {
  const { written, context } = screen(true);
  const work = deferred<string>();
  const shown = whileShowing(context, 'Working', work.promise);
  vi.advanceTimersByTime(1000);
  expect(written.at(-1)).toContain('Working');
  work.resolve('done');
  expect(await shown).toBe('done');
  expect(written.at(-1)).toBe('\r\u001B[K');
});

it('writes nothing after Ctrl-C', async () => {
  const { written, ending, context } = screen(true);
  const work = deferred<string>();
  const shown = whileShowing(context, 'Working', work.promise);
  vi.advanceTimersByTime(1000);
  ending.abort();
  const atAbort = written.length;
  expect(written.at(-1)).toBe('\r\u001B[K');
  vi.advanceTimersByTime(5000);
  work.resolve('done');
  await shown;
  expect(written).toHaveLength(atAbort);
});

it('shows nothing without a terminal', async () => {
  const { written, context } = screen(false);
  const work = deferred<string>();
  const shown = whileShowing(context, 'Working', work.promise);
  vi.advanceTimersByTime(5000);
  work.resolve('done');
  await shown;
  expect(written).toEqual([]);
});
