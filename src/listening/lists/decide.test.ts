import { expect, it } from 'vitest';
import { day, hour, minute, start } from '../../../test/support/keeper/keeper-bench.ts';
import { decideList, getFreshFor, type ListDecision, type Failure, type Pause } from './decide.ts';
import type { KeptList } from './kept-list.ts';

const kept = (age: number): KeptList => ({ fetchedAt: start - age, items: [], player: null });
const failure = (at: number, nextTryAt: number): Failure => ({
  code: 'network',
  times: 1,
  at,
  nextTryAt,
  retryAt: null,
});
const pause = (since: number, until: number): Pause => ({ code: 'rate_limited', since, until });

const fetchIt: ListDecision = { do: 'fetch', until: start };
const until = (what: 'serve' | 'wait', time: number): ListDecision => ({ do: what, until: time });

it.each<[string, KeptList | undefined, Failure | undefined, Pause | undefined, ListDecision]>([
  ['nothing is known', undefined, undefined, undefined, fetchIt],
  ['it is new', kept(0), undefined, undefined, until('serve', start + 2 * minute)],
  ['it is fresh for a moment longer', kept(2 * minute - 1), undefined, undefined, until('serve', start + 1)],
  ['its time is over', kept(2 * minute), undefined, undefined, fetchIt],
  [
    'it is from a clock that is a little ahead',
    kept(-minute),
    undefined,
    undefined,
    until('serve', start + 3 * minute),
  ],
  ['it is from before the clock was set back', kept(-hour), undefined, undefined, fetchIt],
  [
    'it is fresh, and Spotify asked for a pause',
    kept(0),
    undefined,
    pause(start, start + hour),
    until('serve', start + 2 * minute),
  ],
  [
    'it is old, and Spotify asked for a pause',
    kept(hour),
    undefined,
    pause(start, start + hour),
    until('wait', start + hour),
  ],
  ['the pause is over', kept(hour), undefined, pause(start - hour, start), fetchIt],
  ['the pause is from before the clock was set back', kept(hour), undefined, pause(start + hour, start + day), fetchIt],
  ['the last fetch failed', kept(hour), failure(start, start + minute), undefined, until('wait', start + minute)],
  [
    'the last fetch failed, and nothing is there',
    undefined,
    failure(start, start + 5),
    undefined,
    until('wait', start + 5),
  ],
  ['the next try is due', kept(hour), failure(start - minute, start), undefined, fetchIt],
  [
    'the failure is from before the clock was set back',
    kept(hour),
    failure(start + hour, start + day),
    undefined,
    fetchIt,
  ],
  ['both hold', undefined, failure(start, start + minute), pause(start, start + hour), until('wait', start + hour)],
])('if %s', (_, list, failed, paused, expected) => {
  expect(decideList({ kept: list, failure: failed }, paused, 2 * minute, start)).toEqual(expected);
});

const playing = (status: 'playing' | 'paused' | 'idle'): KeptList => ({
  ...kept(0),
  player: { status, startedAt: null, progressMs: null },
});

it.each([
  ['now-playing', playing('playing'), undefined, 30],
  ['now-playing', playing('paused'), undefined, 120],
  ['now-playing', playing('idle'), undefined, 120],
  ['now-playing', undefined, undefined, 120],
  ['recently-played', kept(0), undefined, 120],
  ['top/tracks', kept(0), undefined, 21_600],
  ['top/artists', kept(0), undefined, 21_600],
  ['top/artists', kept(0), 60, 60],
  ['now-playing', playing('playing'), 5, 5],
  ['recently-played', kept(0), 0, 1],
  ['recently-played', kept(0), NaN, 120],
  ['recently-played', kept(0), -1, 120],
] as const)(
  '%s is fresh for the time in the options, otherwise for its default (%#)',
  (list, current, seconds, expected) => {
    expect(getFreshFor(list, current, seconds)).toBe(expected * 1000);
  },
);
