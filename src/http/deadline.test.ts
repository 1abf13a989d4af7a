import { getEventListeners } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { untilAborted, withDeadline } from './deadline.ts';

const never = new Promise<never>(() => {});
const late = () => new Error('late');

describe('withDeadline', () => {
  it('gives what the work gives, and ends the wait', async () => {
    let done: AbortSignal | undefined;
    const wait = (signal: AbortSignal) => {
      done = signal;
      return never;
    };
    await expect(withDeadline(Promise.resolve('done'), wait, late)).resolves.toBe('done');
    expect(done?.aborted).toBe(true);
  });

  it('throws what the work throws', async () => {
    await expect(withDeadline(Promise.reject(new Error('broken')), () => never, late)).rejects.toThrow('broken');
  });

  it('throws at the deadline', async () => {
    await expect(withDeadline(never, () => Promise.resolve(), late)).rejects.toThrow('late');
  });

  it('makes no error if the work is done first', async () => {
    const wait = (done: AbortSignal) => new Promise<void>((end) => done.addEventListener('abort', () => end()));
    const toError = vi.fn(late);
    await withDeadline(Promise.resolve('done'), wait, toError);
    await new Promise(setImmediate);
    expect(toError).not.toHaveBeenCalled();
  });

  it('ignores a wait that is cut short', async () => {
    const wait = (done: AbortSignal) =>
      new Promise((_, reject) => done.addEventListener('abort', () => reject(new Error('cut short'))));
    await expect(withDeadline(Promise.resolve('done'), wait, late)).resolves.toBe('done');
  });
});

describe('untilAborted', () => {
  it('gives what the work gives, and leaves no listener', async () => {
    const { signal } = new AbortController();
    await expect(untilAborted(Promise.resolve('done'), signal, late)).resolves.toBe('done');
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('throws when the signal aborts, or if it has aborted', async () => {
    const controller = new AbortController();
    const waiting = untilAborted(never, controller.signal, late);
    controller.abort();
    await expect(waiting).rejects.toThrow('late');
    await expect(untilAborted(never, controller.signal, late)).rejects.toThrow('late');
  });
});
