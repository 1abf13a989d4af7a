import type { Scope } from './scopes.ts';

/** An HTTP method of the Web API. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One endpoint of the Web API: a method and a path. */
export interface Operation {
  readonly method: Method;
  /** The path after `/v1`, with parameters in braces: `/playlists/{playlist_id}/items`. */
  readonly path: string;
  /** True if apps in development mode cannot use it since February 2026. Every new app is in development mode. */
  readonly closed: boolean;
}

type Row = readonly [Method, string, readonly Scope[]];

// Endpoints that need a scope, from github.com/sonallux/spotify-web-api (fixed-spotify-open-api.yml, 2026.5.31).
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

// Not available in development mode: https://developer.spotify.com/documentation/web-api/references/changes/february-2026
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
 * The endpoints that need a scope, by themselves or together with other scopes. Those closed in development mode are
 * last. Empty for `streaming` and `app-remote-control`, which are for Spotify's player SDKs and open no endpoint.
 */
export function operationsOpenedBy(scope: Scope): readonly Operation[] {
  return rows
    .filter(({ row }) => row[2].includes(scope))
    .map(({ row: [method, path], closed: isClosed }) => ({ method, path, closed: isClosed }));
}

/** Every endpoint that needs a scope, with the scopes that it needs. Those closed in development mode are last. */
export function scopedOperations(): readonly (Operation & { readonly scopes: readonly Scope[] })[] {
  return rows.map(({ row: [method, path, needed], closed: isClosed }) => ({
    method,
    path,
    closed: isClosed,
    scopes: needed,
  }));
}

/**
 * The scopes that an endpoint needs: empty if it needs none or is not known.
 * @param path the path after `/v1`, with parameters in braces (`/playlists/{playlist_id}/items`) or real values
 */
export function scopesFor(method: Method, path: string): readonly Scope[] {
  const parts = path.split('/');
  const matches = (pattern: string[]) =>
    pattern.length === parts.length && pattern.every((part, index) => part === parts[index] || part.startsWith('{'));
  return rows.find(({ row }) => row[0] === method && matches(row[1].split('/')))?.row[2] ?? [];
}
