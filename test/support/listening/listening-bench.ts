import { expect, vi } from 'vitest';
import { createListening } from '../../../src/listening/create-listening.ts';
import type { ListeningOptions } from '../../../src/listening/index.ts';
import { minute, start, TestClock } from '../keeper/keeper-bench.ts';
import { fakeSource, recentAnswer, type Answers } from './fake-source.ts';

export const second = 1000;

/** Lists over a source, a clock and perhaps a cache that the test controls. By default A, B and C were played. */
export function listeningBench(answers: Answers = {}, options: Partial<ListeningOptions> & { clock?: TestClock } = {}) {
  const { clock = new TestClock() } = options;
  const source = fakeSource({ 'recently-played': recentAnswer(['A', 'B', 'C'], start - minute), ...answers });
  const listening = createListening({ keeper: source, ...options, clock });
  return {
    clock,
    source,
    listening,
    /** Waits until a path with this part was asked for so often. The hash of an account takes real time. */
    sent: (part: string, times = 1) => vi.waitFor(() => expect(source.count(part)).toBe(times), { timeout: 20_000 }),
    /** A look, the refresh that it starts, and what is seen after that. */
    async refreshed(list: Parameters<typeof listening.get>[0]) {
      await listening.get(list);
      await listening.pending();
      return listening.get(list);
    },
  };
}

/** The names of the items. */
export const namesOf = ({ items }: { readonly items: readonly { readonly name: string }[] }) =>
  items.map(({ name }) => name);
