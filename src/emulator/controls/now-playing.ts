/**
 * What `currently-playing` shows for a listener: the track that the history has reached, a podcast episode, an ad, a local
 * file, something of type `unknown`, or nothing at all (204).
 */
export const nowPlayingStates = ['track', 'paused', 'episode', 'ad', 'local', 'unknown', 'idle'] as const;

export type NowPlayingState = (typeof nowPlayingStates)[number];
