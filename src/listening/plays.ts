import * as v from 'valibot';
import { RefrainError } from '../errors/refrain-error.ts';
import { imageLink, spotifyLink } from './links.ts';
import { judgeWebApiAnswer } from './web-api-answer.ts';
import { requestWebApi, type WebApiRequest } from './web-api-request.ts';
import { wirePlays, type WireItem } from './wire.ts';

/** What was played: a track, or an episode of a podcast. */
export interface PlayedItem {
  readonly kind: 'track' | 'episode';
  /** As Spotify has it; may be empty for a file of the listener's own. */
  readonly name: string;
  /** Empty for an episode. */
  readonly artists: readonly string[];
  readonly albumOrShow?: string | undefined;
  /** The same item on open.spotify.com; none for a file of the listener's own. */
  readonly url?: string | undefined;
  /** http or https; the host is not checked. */
  readonly imageUrl?: string | undefined;
  readonly explicit: boolean;
  readonly isLocal: boolean;
  /** Milliseconds; 0 where not told. */
  readonly durationMs: number;
}

/** One play. */
export interface Play {
  /** When the play ended, epoch milliseconds. */
  readonly playedAt: number;
  readonly item: PlayedItem;
}

/** Asks for so many plays. */
export interface RecentlyPlayedRequest extends WebApiRequest {
  /** 1 to 50. Default: 20. */
  readonly limit?: number | undefined;
}

/**
 * Asks what was played last: `GET /v1/me/player/recently-played`, scope `user-read-recently-played`.
 * @throws RefrainError `network`, `timed_out`, `answer_too_large`, `answer_unreadable`; `access_token_expired` for what
 * cannot be a token
 */
export async function requestRecentlyPlayed(request: RecentlyPlayedRequest): Promise<Response> {
  const limit = Math.min(50, Math.max(1, Math.trunc(request.limit ?? 20) || 20));
  return requestWebApi(`/me/player/recently-played?limit=${limit}`, request);
}

/**
 * Judges the answer.
 * @returns plays as Spotify orders them, the latest first; what is neither track nor episode is left out
 * @throws RefrainError `access_token_expired`, `scope_missing`, `user_not_registered`, `premium_required`, `forbidden`,
 * `rate_limited`, `quota_exceeded`, `spotify_unavailable`;
 * `answer_unreadable` where no list is in it
 */
export async function judgeRecentlyPlayed(
  response: Response,
  request: Pick<WebApiRequest, 'accessToken' | 'now'>,
): Promise<readonly Play[]> {
  const read = v.safeParse(wirePlays, await judgeWebApiAnswer(response, request));
  if (!read.success) throw new RefrainError('answer_unreadable');
  return read.output.items.flatMap(({ played_at, track }) => {
    const item = itemOf(track);
    return item ? [{ playedAt: played_at, item }] : [];
  });
}

function itemOf(wire: WireItem): PlayedItem | undefined {
  if (wire.type === 'unknown') return undefined;
  const isEpisode = wire.type === 'episode';
  const holder = isEpisode ? wire.show : wire.album;
  return {
    kind: wire.type,
    name: wire.name ?? '',
    artists: isEpisode ? [] : wire.artists.map(({ name }) => name),
    albumOrShow: holder?.name || undefined,
    url: spotifyLink(wire.external_urls?.spotify),
    imageUrl: imageLink(wire.images) ?? imageLink(holder?.images ?? []),
    explicit: wire.explicit,
    isLocal: wire.is_local,
    durationMs: wire.duration_ms,
  };
}

/**
 * What the account played last, at most the 50 plays that Spotify keeps: one request, never repeated unasked.
 *
 * @throws RefrainError as the two functions above do
 * @see https://developer.spotify.com/documentation/web-api/reference/get-recently-played
 */
export async function getRecentlyPlayed(request: RecentlyPlayedRequest): Promise<readonly Play[]> {
  return judgeRecentlyPlayed(await requestRecentlyPlayed(request), request);
}
