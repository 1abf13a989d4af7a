import type { Operation } from './operations.ts';

// Endpoints that need no scope, from github.com/sonallux/spotify-web-api (fixed-spotify-open-api.yml, 2026.5.31).
const open = [
  '/albums/{id}',
  '/albums/{id}/tracks',
  '/artists/{id}',
  '/artists/{id}/albums',
  '/audiobooks/{id}',
  '/audiobooks/{id}/chapters',
  '/chapters/{id}',
  '/playlists/{playlist_id}',
  '/playlists/{playlist_id}/images',
  '/search',
  '/tracks/{id}',
];

// Not available in development mode: https://developer.spotify.com/documentation/web-api/references/changes/february-2026
const closed = [
  '/albums',
  '/artists',
  '/artists/{id}/related-artists',
  '/artists/{id}/top-tracks',
  '/audio-analysis/{id}',
  '/audio-features',
  '/audio-features/{id}',
  '/audiobooks',
  '/browse/categories',
  '/browse/categories/{category_id}',
  '/browse/categories/{category_id}/playlists',
  '/browse/featured-playlists',
  '/browse/new-releases',
  '/chapters',
  '/markets',
  '/playlists/{playlist_id}/followers/contains',
  '/recommendations',
  '/recommendations/available-genre-seeds',
  '/shows',
  '/tracks',
  '/users/{user_id}',
];

/** The endpoints that any token can use, with or without scopes. All of them are GET. */
export const scopelessOperations: readonly Operation[] = [
  ...open.map((path) => ({ method: 'GET' as const, path, closed: false })),
  ...closed.map((path) => ({ method: 'GET' as const, path, closed: true })),
];
