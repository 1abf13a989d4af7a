import type { Scope } from './scopes.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One call of the Web API that wants a scope. */
export interface Operation {
  readonly method: Method;
  /** Below `/v1`, with names in braces: `/playlists/{playlist_id}/items`. */
  readonly path: string;
  /** True where Spotify has closed it to apps in development mode, as every new app is (February 2026). */
  readonly closed: boolean;
}

type Row = readonly [Method, string, readonly Scope[]];

// The calls that want a scope, from github.com/sonallux/spotify-web-api (fixed-spotify-open-api.yml, 2026.5.31).
const open: readonly Row[] = [
  ['GET', '/shows/{id}', ['user-read-playback-position']],
  ['GET', '/shows/{id}/episodes', ['user-read-playback-position']],
  ['GET', '/episodes/{id}', ['user-read-playback-position']],
  ['GET', '/me/audiobooks', ['user-library-read']],
  ['GET', '/me', ['user-read-private', 'user-read-email']],
  ['PUT', '/playlists/{playlist_id}', ['playlist-modify-public', 'playlist-modify-private']],
  ['GET', '/playlists/{playlist_id}/items', ['playlist-read-private']],
  ['POST', '/playlists/{playlist_id}/items', ['playlist-modify-public', 'playlist-modify-private']],
  ['PUT', '/playlists/{playlist_id}/items', ['playlist-modify-public', 'playlist-modify-private']],
  ['DELETE', '/playlists/{playlist_id}/items', ['playlist-modify-public', 'playlist-modify-private']],
  ['GET', '/me/playlists', ['playlist-read-private']],
  ['POST', '/me/playlists', ['playlist-modify-public', 'playlist-modify-private']],
  ['PUT', '/me/library', ['user-library-modify', 'user-follow-modify', 'playlist-modify-public']],
  ['DELETE', '/me/library', ['user-library-modify', 'user-follow-modify', 'playlist-modify-public']],
  ['GET', '/me/library/contains', ['user-library-read', 'user-follow-read', 'playlist-read-private']],
  ['GET', '/me/albums', ['user-library-read']],
  ['GET', '/me/tracks', ['user-library-read']],
  ['GET', '/me/episodes', ['user-library-read', 'user-read-playback-position']],
  ['GET', '/me/shows', ['user-library-read']],
  ['PUT', '/playlists/{playlist_id}/images', ['ugc-image-upload', 'playlist-modify-public', 'playlist-modify-private']],
  ['GET', '/me/following', ['user-follow-read']],
  ['GET', '/me/player', ['user-read-playback-state']],
  ['PUT', '/me/player', ['user-modify-playback-state']],
  ['GET', '/me/player/devices', ['user-read-playback-state']],
  ['GET', '/me/player/currently-playing', ['user-read-currently-playing']],
  ['PUT', '/me/player/play', ['user-modify-playback-state']],
  ['PUT', '/me/player/pause', ['user-modify-playback-state']],
  ['POST', '/me/player/next', ['user-modify-playback-state']],
  ['POST', '/me/player/previous', ['user-modify-playback-state']],
  ['PUT', '/me/player/seek', ['user-modify-playback-state']],
  ['PUT', '/me/player/repeat', ['user-modify-playback-state']],
  ['PUT', '/me/player/volume', ['user-modify-playback-state']],
  ['PUT', '/me/player/shuffle', ['user-modify-playback-state']],
  ['GET', '/me/player/recently-played', ['user-read-recently-played']],
  ['GET', '/me/player/queue', ['user-read-currently-playing', 'user-read-playback-state']],
  ['POST', '/me/player/queue', ['user-modify-playback-state']],
  ['GET', '/me/top/artists', ['user-top-read']],
  ['GET', '/me/top/tracks', ['user-top-read']],
];

// Gone in development mode: https://developer.spotify.com/documentation/web-api/references/changes/february-2026
const closed: readonly Row[] = [
  ['GET', '/episodes', ['user-read-playback-position']],
  ['PUT', '/me/audiobooks', ['user-library-modify']],
  ['DELETE', '/me/audiobooks', ['user-library-modify']],
  ['GET', '/me/audiobooks/contains', ['user-library-read']],
  ['GET', '/playlists/{playlist_id}/tracks', ['playlist-read-private']],
  ['POST', '/playlists/{playlist_id}/tracks', ['playlist-modify-public', 'playlist-modify-private']],
  ['PUT', '/playlists/{playlist_id}/tracks', ['playlist-modify-public', 'playlist-modify-private']],
  ['DELETE', '/playlists/{playlist_id}/tracks', ['playlist-modify-public', 'playlist-modify-private']],
  ['PUT', '/me/albums', ['user-library-modify']],
  ['DELETE', '/me/albums', ['user-library-modify']],
  ['GET', '/me/albums/contains', ['user-library-read']],
  ['PUT', '/me/tracks', ['user-library-modify']],
  ['DELETE', '/me/tracks', ['user-library-modify']],
  ['GET', '/me/tracks/contains', ['user-library-read']],
  ['PUT', '/me/episodes', ['user-library-modify']],
  ['DELETE', '/me/episodes', ['user-library-modify']],
  ['GET', '/me/episodes/contains', ['user-library-read']],
  ['PUT', '/me/shows', ['user-library-modify']],
  ['DELETE', '/me/shows', ['user-library-modify']],
  ['GET', '/me/shows/contains', ['user-library-read']],
  ['GET', '/users/{user_id}/playlists', ['playlist-read-private', 'playlist-read-collaborative']],
  ['POST', '/users/{user_id}/playlists', ['playlist-modify-public', 'playlist-modify-private']],
  ['PUT', '/playlists/{playlist_id}/followers', ['playlist-modify-public', 'playlist-modify-private']],
  ['DELETE', '/playlists/{playlist_id}/followers', ['playlist-modify-public', 'playlist-modify-private']],
  ['PUT', '/me/following', ['user-follow-modify']],
  ['DELETE', '/me/following', ['user-follow-modify']],
  ['GET', '/me/following/contains', ['user-follow-read']],
];

const rows = [...open.map((row) => ({ row, closed: false })), ...closed.map((row) => ({ row, closed: true }))];

/**
 * The calls that a scope opens or shares in opening, those closed in development mode last.
 * Empty for the scopes of Spotify's players (`streaming`, `app-remote-control`), which open no call.
 */
export function operationsOpenedBy(scope: Scope): readonly Operation[] {
  return rows
    .filter(({ row }) => row[2].includes(scope))
    .map(({ row: [method, path], closed: isClosed }) => ({ method, path, closed: isClosed }));
}

/** Every call that wants a scope, with all that it wants; those closed in development mode last. */
export function scopedOperations(): readonly (Operation & { readonly scopes: readonly Scope[] })[] {
  return rows.map(({ row: [method, path, wanted], closed: isClosed }) => ({
    method,
    path,
    closed: isClosed,
    scopes: wanted,
  }));
}

/**
 * The scopes that a call asks for: empty for one that asks for none, or that is not known.
 * @param path below `/v1`, as in the table (`/playlists/{playlist_id}/items`) or a real one
 */
export function scopesFor(method: Method, path: string): readonly Scope[] {
  const asked = path.split('/');
  const isAsked = (known: string[]) =>
    known.length === asked.length && known.every((part, at) => part === asked[at] || part.startsWith('{'));
  return rows.find(({ row }) => row[0] === method && isAsked(row[1].split('/')))?.row[2] ?? [];
}
