import { RefrainError } from '../../errors/refrain-error.ts';
import type { Sending } from '../../http/ask.ts';
import type { PlayerStatus } from '../answer.ts';
import type { Item } from '../item.ts';
import { judgeWebApiAnswer, requestThroughSource, type JudgedRequest } from '../web-api.ts';
import { toDuration } from '../wire.ts';
import { toItem } from './to-item.ts';

/** What the player does. */
export interface NowPlaying {
  readonly status: PlayerStatus;
  /** Undefined unless it is playing or paused. */
  readonly item: Item | undefined;
  /** Milliseconds; null if Spotify does not say. */
  readonly progressMs: number | null;
}

const idle: NowPlaying = { status: 'idle', item: undefined, progressMs: null };

/**
 * Requests what is playing. It needs the scope `user-read-currently-playing`. Without `additional_types` Spotify leaves
 * out episodes.
 * @throws RefrainError like `requestThroughSource`
 * @see https://developer.spotify.com/documentation/web-api/reference/get-the-users-currently-playing-track
 */
export async function requestNowPlaying(source: Sending): Promise<Response> {
  return requestThroughSource('/me/player/currently-playing?additional_types=track,episode', source);
}

/**
 * Reads the answer of `GET /v1/me/player/currently-playing`. Status 204 means that nothing is playing. An ad, and an item
 * of a kind that is not known, are a status and not an error.
 * @throws RefrainError like `judgeWebApiAnswer`; `answer_unreadable` if it does not say whether something is playing
 */
export async function judgeNowPlaying(response: Response, request: JudgedRequest): Promise<NowPlaying> {
  if (response.status === 204) return idle;
  const player = await judgeWebApiAnswer(response, request);
  const isPlaying = player['is_playing'];
  if (typeof isPlaying !== 'boolean') throw new RefrainError('answer_unreadable');
  if (player['currently_playing_type'] === 'ad') return { ...idle, status: 'ad' };
  const item = toItem(player['item']);
  if (item && item.kind !== 'artist') {
    return { status: isPlaying ? 'playing' : 'paused', item, progressMs: toDuration(player['progress_ms']) };
  }
  // An inactive player has no item, for example after a private session.
  return isPlaying ? { ...idle, status: 'unknown' } : idle;
}
