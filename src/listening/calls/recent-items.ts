import type { Sending } from '../../http/ask.ts';
import type { Item } from '../item.ts';
import { judgeWebApiAnswer, requestThroughSource, type JudgedRequest } from '../web-api.ts';
import { readItems, toFields, toText } from '../wire.ts';
import { toItem } from './to-item.ts';

/** A track or an episode, and when its play ended. */
type PlayedOnce = Item & { readonly playedAt: number };

/**
 * Requests the last 50 plays, which is all that Spotify keeps.
 * @throws RefrainError like `requestThroughSource`
 * @see https://developer.spotify.com/documentation/web-api/reference/get-recently-played
 */
export async function requestRecentItems(source: Sending): Promise<Response> {
  return requestThroughSource('/me/player/recently-played?limit=50', source);
}

/**
 * Reads the answer of `GET /v1/me/player/recently-played`.
 * @returns items in Spotify's order, the latest first, without those that are neither track nor episode
 * @throws RefrainError like `judgeWebApiAnswer`; `answer_unreadable` if it holds no list
 */
export async function judgeRecentItems(response: Response, request: JudgedRequest): Promise<readonly PlayedOnce[]> {
  return readItems(await judgeWebApiAnswer(response, request), (play) => {
    const { played_at: date, track } = toFields(play) ?? {};
    const playedAt = Date.parse(toText(date) ?? '');
    const item = toItem(track);
    return item && item.kind !== 'artist' && playedAt ? { ...item, playedAt } : undefined;
  });
}
