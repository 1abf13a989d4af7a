import type { PlayerStatus } from '../answer.ts';
import type { Item } from '../item.ts';
import type { KeptList } from './kept-list.ts';

/** What the player does at a moment. */
export interface PlayerNow {
  readonly status: PlayerStatus;
  /** What is playing or paused. */
  readonly item: Item | undefined;
  readonly startedAt: number | null;
  readonly progressMs: number | null;
  /** A track whose end has passed since it was fetched: the last play. */
  readonly ended: Item | undefined;
  /** When the playing track ends, epoch milliseconds. Infinity if nothing is playing. */
  readonly until: number;
}

/** How long a track is assumed to play if its length is not known, in milliseconds. */
const unknownLength = 10 * 60 * 1000;

/** What the player does now, from what it did when it was asked. A track whose end has passed is the last play. Pure. */
export function getPlayerNow(kept: KeptList, now: number): PlayerNow {
  const { status, startedAt, progressMs } = kept.player ?? { status: 'idle', startedAt: null, progressMs: null };
  const [item] = kept.items;
  if (status !== 'playing' || !item) {
    const shown = status === 'playing' ? 'unknown' : status;
    return { status: shown, item, startedAt: null, progressMs, ended: undefined, until: Infinity };
  }
  const end = (startedAt ?? kept.fetchedAt) + (item.durationMs ?? unknownLength);
  if (end > now) return { status, item, startedAt, progressMs: null, ended: undefined, until: end };
  const ended = { ...item, playedAt: end };
  return { status: 'idle', item: undefined, startedAt: null, progressMs: null, ended, until: Infinity };
}
