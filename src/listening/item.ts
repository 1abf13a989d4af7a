/** A picture of an item, on one of Spotify's image hosts. */
export interface Image {
  /** https, or the origin of the emulator in practice. */
  readonly url: string;
  /** Pixels; null if Spotify does not say. */
  readonly width: number | null;
}

export const itemKinds = ['track', 'episode', 'artist'] as const;

/** A track, an episode of a podcast, or an artist. A fact that Spotify does not send is null. */
export interface Item {
  readonly kind: (typeof itemKinds)[number];
  /** As Spotify sends it: it may be empty (a local file), and it may hold any character. Views make it safe. */
  readonly name: string;
  /** Names. Empty for an episode and for an artist. */
  readonly artists: readonly string[];
  readonly album: string | null;
  /** The podcast of an episode. */
  readonly show: string | null;
  /** The item on open.spotify.com; null for a local file, and in practice. */
  readonly url: string | null;
  /** Square pictures, in Spotify's order. */
  readonly images: readonly Image[];
  readonly explicit: boolean;
  /** True for a file on the user's own disk. */
  readonly isLocal: boolean;
  /** Milliseconds; null for an artist, or if Spotify does not say. */
  readonly durationMs: number | null;
  /** When the play ended, epoch milliseconds. Null outside the list of recent plays. */
  readonly playedAt: number | null;
}
