import type { ErrorCode } from '../errors/error-table.ts';
import type { Item } from './item.ts';

/** The lists that a site can show, by the name that their addresses have. */
export const listNames = ['now-playing', 'recently-played', 'top/tracks', 'top/artists'] as const;
export type ListName = (typeof listNames)[number];

/**
 * The period of a top list: about 4 weeks, 6 months, or a year.
 * @see https://developer.spotify.com/documentation/web-api/reference/get-users-top-artists-and-tracks
 */
export const timeRanges = ['short_term', 'medium_term', 'long_term'] as const;
export type TimeRange = (typeof timeRanges)[number];

/**
 * How current an answer is. `fresh`: within its time. `stale`: older, and a refresh is under way. `failing`: the last
 * fetch failed, and the items are the last good ones, or none. `warming`: nothing was fetched yet. `hidden`: the owner
 * does not share it now. `empty`: nothing was played.
 */
export const answerStates = ['fresh', 'stale', 'failing', 'warming', 'hidden', 'empty'] as const;
export type AnswerState = (typeof answerStates)[number];

/** What the player does. During `ad` and `unknown` (a kind of item that Spotify does not name) no item is known. */
export const playerStatuses = ['playing', 'paused', 'idle', 'ad', 'unknown'] as const;
export type PlayerStatus = (typeof playerStatuses)[number];

/** Why the last fetch failed. It contains no secret, and none of Spotify's own text. */
export interface Problem {
  readonly code: ErrorCode;
  /** When the next try is due, epoch milliseconds; null if no try helps before a person does something. */
  readonly retryAt: number | null;
}

/** One list, as far as it is known at the moment `at`. Views turn it into JSON, SVG, HTML or text. */
export interface Answer {
  readonly list: ListName;
  /** Null unless the list is a top list. */
  readonly timeRange: TimeRange | null;
  readonly state: AnswerState;
  /**
   * Null unless something is known of the player and the list is `now-playing`, or its track is the first item of
   * `recently-played`.
   */
  readonly status: PlayerStatus | null;
  /** When the current track would have started if it had played without a pause, epoch milliseconds. Null unless playing. */
  readonly startedAt: number | null;
  /** Milliseconds. Null unless paused. */
  readonly progressMs: number | null;
  /** When the items were fetched from Spotify, epoch milliseconds. Null if they never were. */
  readonly fetchedAt: number | null;
  /** The time of this answer, epoch milliseconds. Ages are counted from it. */
  readonly at: number;
  readonly problem: Problem | null;
  /**
   * Up to 50, in Spotify's order. Views show the first few. In `recently-played`, the track that plays now comes first,
   * with a `playedAt` of null. In `now-playing`, it is the only item; if nothing is playing, the last play is.
   */
  readonly items: readonly Item[];
  /** True if the source is the emulator: every view says so. */
  readonly isPractice?: true;
}
