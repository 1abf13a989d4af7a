import type { Answer } from '../answer.ts';
import type { Item } from '../item.ts';

/**
 * The answer at its own moment `at`: a track whose end has passed does not play any more. It is the last play, until the
 * next fetch says what followed.
 */
export function settlePlayer(answer: Answer): Answer {
  const { startedAt, at, items } = answer;
  const [first, ...others] = items;
  if (!first || startedAt === null || first.durationMs === null || !isInPlayer(answer, first)) return answer;
  const end = startedAt + first.durationMs;
  if (at < end) return answer;
  const status = answer.list === 'now-playing' ? 'idle' : answer.status && 'idle';
  return { ...answer, status, startedAt: null, items: [{ ...first, playedAt: end }, ...others] };
}

/** Whether the item is in the player, playing or paused. In the recent list, such an item has no end yet. */
export function isInPlayer({ list, status, items }: Answer, item: Item): boolean {
  if (item !== items[0] || item.playedAt !== null) return false;
  return list === 'recently-played' || (list === 'now-playing' && (status === 'playing' || status === 'paused'));
}
