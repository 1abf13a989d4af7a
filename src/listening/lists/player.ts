import type { PlayerStatus } from '../answer.ts';
import type { Item } from '../item.ts';
import { minute } from '../../text/durations.ts';
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

/** How long a track is assumed to play if its length is not known, and an ad break at most, in milliseconds. */
const unknownLength = 10 * minute;

const resting = { item: undefined, startedAt: null, progressMs: null, ended: undefined, until: Infinity };

/**
 * What the player does now, from what it did when it was asked. A track whose end has passed is the last play, and an
 * ad break whose end has passed is over. Pure.
 */
export function getPlayerNow({ player, items: [item], fetchedAt }: KeptList, now: number): PlayerNow {
  const { status = 'idle', startedAt = null, progressMs = null } = player ?? {};
  if (status === 'ad' && now - fetchedAt > unknownLength) return { ...resting, status: 'idle' };
  if (status !== 'playing') return { ...resting, status, item, progressMs };
  if (!item) return { ...resting, status: 'unknown' };
  const end = (startedAt ?? fetchedAt) + (item.durationMs ?? unknownLength);
  if (end > now) return { ...resting, status, item, startedAt, until: end };
  return { ...resting, status: 'idle', ended: { ...item, playedAt: end } };
}
