import { judgeRecentItems } from './calls/recent-items.ts';
import type { Item } from './item.ts';
import { imageLink } from './links.ts';
import { requestWebApi, type WebApiRequest } from './web-api.ts';

/** What was played: a track or a podcast episode. */
export interface PlayedItem {
  readonly kind: 'track' | 'episode';
  /** As Spotify sends it; may be empty for a local file. */
  readonly name: string;
  /** Empty for an episode. */
  readonly artists: readonly string[];
  readonly albumOrShow?: string | undefined;
  /** The item on open.spotify.com; undefined for a local file. */
  readonly url?: string | undefined;
  /** http or https. The host is not checked: see `isSpotifyImage`. */
  readonly imageUrl?: string | undefined;
  readonly explicit: boolean;
  /** True for a local file of the user. */
  readonly isLocal: boolean;
  /** Milliseconds; 0 if Spotify does not say. */
  readonly durationMs: number;
}

/** One play. */
export interface Play {
  /** When the play ended, epoch milliseconds. */
  readonly playedAt: number;
  readonly item: PlayedItem;
}

/** A request for the last plays. */
export interface RecentlyPlayedRequest extends WebApiRequest {
  /** Plays, 1 to 50. Default: 20. */
  readonly limit?: number | undefined;
}

/**
 * Requests the last plays: `GET /v1/me/player/recently-played`, which needs the scope `user-read-recently-played`.
 * @throws RefrainError `access_token_expired` if the text cannot be a token, `endpoint_refused` (nothing is sent);
 * `network`, `timed_out`, `answer_too_large`, `answer_unreadable`
 */
export async function requestRecentlyPlayed(request: RecentlyPlayedRequest): Promise<Response> {
  const limit = Math.min(50, Math.max(1, Math.trunc(request.limit ?? 20) || 20));
  return requestWebApi(`/me/player/recently-played?limit=${limit}`, request);
}

/**
 * Reads the answer of `GET /v1/me/player/recently-played`.
 * @returns plays in Spotify's order, the latest first, without items that are neither track nor episode
 * @throws RefrainError `access_token_expired`, `scope_missing`, `user_not_registered`, `premium_required`, `forbidden`,
 * `rate_limited`, `quota_exceeded`, `spotify_unavailable`; `answer_unreadable` if it holds no list
 */
export async function judgeRecentlyPlayed(
  response: Response,
  request: Pick<WebApiRequest, 'accessToken' | 'now'>,
): Promise<readonly Play[]> {
  const items = await judgeRecentItems(response, request);
  return items.map((item) => ({ playedAt: item.playedAt, item: toPlayedItem(item) }));
}

function toPlayedItem({ name, artists, album, show, url, images, explicit, isLocal, ...item }: Item): PlayedItem {
  return {
    kind: item.kind === 'episode' ? 'episode' : 'track',
    name,
    artists,
    albumOrShow: album ?? show ?? undefined,
    url: url ?? undefined,
    imageUrl: imageLink(images),
    explicit,
    isLocal,
    durationMs: item.durationMs ?? 0,
  };
}

/**
 * Gets the last plays of the account. It sends one request and does not retry. Spotify keeps only the last 50 plays,
 * and leaves out the current track, plays under 30 seconds and private sessions.
 *
 * @throws RefrainError like `requestRecentlyPlayed` and `judgeRecentlyPlayed`
 * @see https://developer.spotify.com/documentation/web-api/reference/get-recently-played
 */
export async function getRecentlyPlayed(request: RecentlyPlayedRequest): Promise<readonly Play[]> {
  return judgeRecentlyPlayed(await requestRecentlyPlayed(request), request);
}
