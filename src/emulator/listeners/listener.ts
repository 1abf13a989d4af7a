import type { NowPlaying } from '../controls/now-playing.ts';
import type { Episode, Track } from './catalogue.ts';

/** Somebody who can sign in to the emulator. */
export interface Listener {
  /** The `id` of `/v1/me`. */
  readonly id: string;
  /** The `account_id` of `/v1/me`: stable, unlike `id`. */
  readonly accountId: string;
  /** Spotify's `display_name`; null for who never set one. */
  readonly displayName: string | null;
  /** Whether the account has a picture. */
  readonly pictured: boolean;
  /** What this listener is good for in practice, one line for the person who chooses. */
  readonly about: string;
  /** What is heard over and over, in this order; may be empty. */
  readonly rotation: readonly Track[];
  /** The podcast that plays where an episode is asked for. */
  readonly episode: Episode;
  /** What `currently-playing` says unless the controls say otherwise. */
  readonly nowPlaying: NowPlaying;
}
