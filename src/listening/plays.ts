import { RefrainError } from '../spotify/refrain-error.ts';
import type { WebApiRequest } from './web-api-request.ts';

/** What was played: a track, or an episode of a podcast. */
export interface PlayedItem {
  readonly kind: 'track' | 'episode';
  /** May be empty for a file of the listener's own. */
  readonly name: string;
  /** Empty for an episode. */
  readonly artists: readonly string[];
  readonly albumOrShow?: string;
  /** The same item on open.spotify.com; none for a file of the listener's own. */
  readonly url?: string;
  readonly imageUrl?: string;
  readonly explicit: boolean;
  readonly isLocal: boolean;
  /** Milliseconds. */
  readonly durationMs: number;
}

/** One play. */
export interface Play {
  /** When the play ended, epoch milliseconds. */
  readonly playedAt: number;
  readonly item: PlayedItem;
}

export interface RecentlyPlayedRequest extends WebApiRequest {
  /** 1 to 50. Default: 20. */
  readonly limit?: number | undefined;
}

export async function getRecentlyPlayed(_request: RecentlyPlayedRequest): Promise<readonly Play[]> {
  throw new RefrainError('network');
}
