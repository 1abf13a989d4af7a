import type { Sending } from '../../http/ask.ts';
import type { TimeRange } from '../answer.ts';
import type { Item } from '../item.ts';
import { judgeWebApiAnswer, requestThroughSource, type JudgedRequest } from '../web-api.ts';
import { readItems } from '../wire.ts';
import { toItem } from './to-item.ts';

/** The two top lists. */
export type TopKind = 'track' | 'artist';

/**
 * Requests the 50 tracks or artists that the account played most. It needs the scope `user-top-read`.
 * @throws RefrainError like `requestThroughSource`
 * @see https://developer.spotify.com/documentation/web-api/reference/get-users-top-artists-and-tracks
 */
export async function requestTopItems(kind: TopKind, timeRange: TimeRange, source: Sending): Promise<Response> {
  return requestThroughSource(`/me/top/${kind}s?limit=50&time_range=${timeRange}`, source);
}

/**
 * Reads the answer of `GET /v1/me/top/{type}`.
 * @returns items in Spotify's order, the most played first, without those of another kind
 * @throws RefrainError like `judgeWebApiAnswer`; `answer_unreadable` if it holds no list
 */
export async function judgeTopItems(
  kind: TopKind,
  response: Response,
  request: JudgedRequest,
): Promise<readonly Item[]> {
  return readItems(await judgeWebApiAnswer(response, request), (wire) => {
    const item = toItem(wire);
    return item?.kind === kind ? item : undefined;
  });
}
