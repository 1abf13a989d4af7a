import { listNames, timeRanges, type ListName, type TimeRange } from '../answer.ts';
import type { Scope } from '../../spotify/scopes.ts';

/** A list as a key: `recently-played`, `top/tracks:short_term`. */
export type ListKey = 'now-playing' | 'recently-played' | `top/${'tracks' | 'artists'}:${TimeRange}`;

/** A top list has a range; the other lists have none. */
export interface ListId {
  readonly key: ListKey;
  readonly list: ListName;
  readonly timeRange: TimeRange | null;
}

/** All lists of one owner. */
export const listIds: readonly ListId[] = listNames.flatMap((list): readonly ListId[] =>
  list === 'now-playing' || list === 'recently-played'
    ? [{ key: list, list, timeRange: null }]
    : timeRanges.map((timeRange) => ({ key: `${list}:${timeRange}`, list, timeRange })),
);

/** @param timeRange ignored unless it is a top list. Default: `medium_term`, as at Spotify */
export function toListKey(list: ListName, timeRange: TimeRange = 'medium_term'): ListKey {
  return list === 'now-playing' || list === 'recently-played' ? list : `${list}:${timeRange}`;
}

/** Whether a token is known to lack the scope of a list. @param scopes what the token allows; undefined if not known */
export const lacksScope = (key: ListKey, scopes: readonly string[] | undefined): boolean =>
  scopes?.includes(scopeOf(key)) === false;

/** The scope that a list needs. */
export function scopeOf(key: ListKey): Scope {
  if (key === 'now-playing') return 'user-read-currently-playing';
  return key === 'recently-played' ? 'user-read-recently-played' : 'user-top-read';
}
