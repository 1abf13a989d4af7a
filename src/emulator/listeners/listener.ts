import type { NowPlayingState } from '../controls/now-playing.ts';
import type { Episode, Track } from './catalogue.ts';

/** An invented person who can sign in to the emulator. */
export interface Listener {
  /** The `id` of `/v1/me`. */
  readonly id: string;
  /** The `account_id` of `/v1/me`: stable, unlike `id`. */
  readonly accountId: string;
  /** Spotify's `display_name`; null if never set. */
  readonly displayName: string | null;
  /** Whether the account has a picture. */
  readonly pictured: boolean;
  /** What this listener is useful for in practice: one line on the consent page. */
  readonly about: string;
  /** The tracks that this listener repeats, in this order; may be empty. */
  readonly rotation: readonly Track[];
  /** The podcast episode that plays if the controls ask for one. */
  readonly episode: Episode;
  /** What `currently-playing` shows unless the controls change it. */
  readonly nowPlaying: NowPlayingState;
}
