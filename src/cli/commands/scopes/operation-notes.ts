import type { Operation } from '../../../spotify/operations.ts';

const eitherPlaylist = 'The first for a public playlist, the second for a private one.';
const byKind = 'Which one depends on what is saved: a track or album, an artist, a playlist.';

const notes: Readonly<Record<string, string>> = {
  'GET /me': 'Any token gets the profile; these add the subscription and the e-mail address, where the app gets them.',
  'GET /me/playlists': 'It adds private playlists; playlist-read-collaborative adds collaborative ones.',
  'GET /me/episodes': 'user-library-read; user-read-playback-position adds where you stopped.',
  'GET /shows/{id}': 'Any token gets the show; this adds where you stopped.',
  'GET /shows/{id}/episodes': 'Any token gets the episodes; this adds where you stopped.',
  'GET /episodes/{id}': 'Any token gets the episode; this adds where you stopped.',
  'PUT /me/library': byKind,
  'DELETE /me/library': byKind,
  'GET /me/library/contains': byKind,
  'PUT /playlists/{playlist_id}/images': 'The first, and of the others the one for a public or for a private playlist.',
  'GET /me/player/queue': 'Spotify names both.',
  'GET /users/{user_id}/playlists': 'They add private and collaborative playlists.',
};

/** Which of the scopes that a call names is needed when; undefined where it names one, and that one is needed. */
export function noteOf({ method, path }: Pick<Operation, 'method' | 'path'>): string | undefined {
  const known = notes[`${method} ${path}`];
  if (known !== undefined) return known;
  const changesPlaylist = method !== 'GET' && /^\/(me\/|users\/\{user_id\}\/)?playlists(\/|$)/.test(path);
  return changesPlaylist ? eitherPlaylist : undefined;
}
