import columnsOf from 'fast-string-width';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whileShowing } from './progress.ts';
import { deferred } from './interrupts.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function screen(canRedraw: boolean, columns?: number) {
  const written: string[] = [];
  const ending = new AbortController();
  const stderr = { write: (text: string): unknown => written.push(text), columns };
  return { written, ending, context: { stderr, canRedraw, signal: ending.signal } };
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

it('shows nothing without a terminal that can replace a line', async () => {
  const { written, context } = screen(false);
  const work = deferred<string>();
  const shown = whileShowing(context, 'Working', work.promise);
  vi.advanceTimersByTime(5000);
  work.resolve('done');
  await shown;
  expect(written).toEqual([]);
});

it('is cleared before any other line, and drawn again after it', async () => {
  const { written, context } = screen(true);
  const work = deferred<string>();
  const { write } = context.stderr;
  const shown = whileShowing(context, 'Working', work.promise);
  vi.advanceTimersByTime(200);
  context.stderr.write('A warning.\n');
  context.stderr.write('And another.\n');
  expect(written.slice(-3)).toEqual(['\r\u001B[K', 'A warning.\n', 'And another.\n']);
  vi.advanceTimersByTime(200);
  expect(written.at(-1)).toContain('Working');
  work.resolve('done');
  await shown;
  expect(written.at(-1)).toBe('\r\u001B[K');
  expect(context.stderr.write).toBe(write);
});

it.each([
  ['a long text', 'Pushing to github a-very-long-owner/with-a-very-long-repository-name'],
  ['wide characters', '\u3042'.repeat(60)],
])('fits a terminal of 40 columns, so that no frame begins a new line: %s', async (_, text) => {
  const { written, context } = screen(true, 40);
  const work = deferred<string>();
  const shown = whileShowing(context, text, work.promise);
  vi.advanceTimersByTime(2000);
  const frames = written.map((frame) => frame.replace('\r', ''));
  expect(frames.filter((frame) => columnsOf(frame) > 39)).toEqual([]);
  expect(frames[0]).toMatch(/\u2026$/);
  work.resolve('done');
  await shown;
});
