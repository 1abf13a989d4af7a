import { spotifyId } from '../state/spotify-id.ts';
import { episodeOf } from './catalogue.ts';
import type { Listener } from './listener.ts';

/** An account with nothing in it: no display name, no picture, nothing ever played. */
export const newcomer: Listener = {
  id: 'w7q2n5k9x4v8m1c6z3b0t2y7rpfd',
  accountId: spotifyId('account', 'w7q2n5k9x4v8m1c6z3b0t2y7rpfd'),
  displayName: null,
  pictured: false,
  about: 'A new account: no name, no picture, nothing played yet.',
  nowPlaying: 'idle',
  episode: episodeOf({
    name: 'Welcome',
    description: '',
    show: 'First Steps',
    publisher: 'Half Note Audio',
    length: '2:30',
    releaseDate: '2025-01-01',
  }),
  rotation: [],
};
