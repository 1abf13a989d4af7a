import type { ErrorCode } from '../../errors/error-table.ts';
import type { ListName } from '../answer.ts';
import { day, hour, minute, second } from '../../text/durations.ts';
import type { KeptList } from './kept-list.ts';

/** The last fetch failed. */
export interface Failure {
  readonly code: ErrorCode;
  /** How often in a row. */
  readonly times: number;
  readonly at: number;
  /** The next try. */
  readonly nextTryAt: number;
  /** What visitors see: null if no try helps before a person does something. */
  readonly retryAt: number | null;
}

/** Spotify asked for a pause. It holds for all lists, because the quota is the app's. */
export interface Pause {
  readonly code: ErrorCode;
  readonly since: number;
  readonly until: number;
}

/** What is known of one list. */
export interface KnownList {
  readonly kept: KeptList | undefined;
  readonly failure: Failure | undefined;
}

/**
 * What to do when a visitor looks at a list. `serve`: it is fresh until then. `wait`: the last fetch failed, and nothing
 * is sent until then. `fetch`: ask Spotify now.
 */
export interface ListDecision {
  readonly do: 'serve' | 'wait' | 'fetch';
  /** Epoch milliseconds; the current time for `fetch`. */
  readonly until: number;
}

/** How far apart the clocks of two instances may be, in milliseconds. */
const clockTolerance = minute;

/** Items older than this are forgotten: Spotify's terms allow a temporary cache. Milliseconds. */
export const longestKept = 30 * day;

/** Decides what to do for one list. Pure. @param freshFor milliseconds */
export function decideList(
  { kept, failure }: KnownList,
  pause: Pause | undefined,
  freshFor: number,
  now: number,
): ListDecision {
  if (kept && !failure && now < kept.fetchedAt + freshFor && kept.fetchedAt <= now + clockTolerance) {
    return { do: 'serve', until: kept.fetchedAt + freshFor };
  }
  const until = Math.max(now, getPauseEnd(pause, now), failure && failure.at <= now ? failure.nextTryAt : 0);
  return { do: until > now ? 'wait' : 'fetch', until };
}

/** When a pause ends; 0 if it is over. A pause that begins in the future is from before the clock was set back. */
function getPauseEnd(pause: Pause | undefined, now: number): number {
  return pause && pause.since <= now + clockTolerance ? pause.until : 0;
}

/** Whether a pause holds now. */
export function isPaused(pause: Pause | undefined, now: number): pause is Pause {
  return getPauseEnd(pause, now) > now;
}

/** How long a list is fresh, in milliseconds. @param seconds the value of the option `freshFor` */
export function getFreshFor(list: ListName, kept: KeptList | undefined, seconds: number | undefined): number {
  if (seconds !== undefined && seconds >= 0) return Math.max(1, seconds) * second;
  if (list === 'now-playing') return kept?.player?.status === 'playing' ? 30 * second : 2 * minute;
  return list === 'recently-played' ? 2 * minute : 6 * hour;
}

/** Whether a list is so old that it must be forgotten. */
export function isTooOld({ fetchedAt }: KeptList, now: number): boolean {
  return Math.abs(now - fetchedAt) > longestKept;
}
