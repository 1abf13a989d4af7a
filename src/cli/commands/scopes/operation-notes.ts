import type { Operation } from '../../../spotify/operations.ts';

const eitherPlaylist = 'The first is for public playlists, the second for private ones.';
const byKind = 'One of these: the first for tracks and albums, the second for artists, the third for playlists.';

const notes: Readonly<Record<string, string>> = {
  'GET /me':
    'Any token gets the profile. These add the subscription and the email address, for apps that still get them.',
  'GET /me/playlists': 'This adds private playlists. playlist-read-collaborative adds collaborative ones.',
  'GET /me/episodes': 'user-library-read is needed. user-read-playback-position adds where you stopped.',
  'GET /shows/{id}': 'Any token gets the show. This adds where you stopped.',
  'GET /shows/{id}/episodes': 'Any token gets the episodes. This adds where you stopped.',
  'GET /episodes/{id}': 'Any token gets the episode. This adds where you stopped.',
  'PUT /me/library': byKind,
  'DELETE /me/library': byKind,
  'GET /me/library/contains': byKind,
  'PUT /playlists/{playlist_id}/images':
    'The first, plus the second for public playlists or the third for private ones.',
  'GET /me/player/queue': 'Spotify\u2019s reference lists both.',
  'GET /users/{user_id}/playlists': 'These add private and collaborative playlists.',
};

/** Explains which of a call's scopes is needed when. Undefined if the call simply needs its one scope. */
export function explainScopes({ method, path }: Pick<Operation, 'method' | 'path'>): string | undefined {
  const known = notes[`${method} ${path}`];
  if (known !== undefined) return known;
  const changesPlaylist = method !== 'GET' && /^\/(me\/|users\/\{user_id\}\/)?playlists(\/|$)/.test(path);
  return changesPlaylist ? eitherPlaylist : undefined;
}
