import { describe, expect, it } from 'vitest';
import { operationsOpenedBy, scopesFor } from './operations.ts';
import { scopes } from './scopes.ts';

const listed = (scope: Parameters<typeof operationsOpenedBy>[0]) =>
  operationsOpenedBy(scope).map(({ method, path, closed }) => `${method} ${path}${closed ? ' (closed)' : ''}`);

describe('operationsOpenedBy', () => {
  it('lists the endpoints that a scope opens', () => {
    expect(listed('user-read-recently-played')).toEqual(['GET /me/player/recently-played']);
    expect(listed('user-top-read')).toEqual(['GET /me/top/artists', 'GET /me/top/tracks']);
    expect(listed('user-read-currently-playing')).toContain('GET /me/player/currently-playing');
    expect(listed('user-modify-playback-state')).toContain('PUT /me/player/pause');
  });

  it('marks endpoints closed in development mode and lists them last', () => {
    expect(listed('user-follow-modify')).toEqual([
      'PUT /me/library',
      'DELETE /me/library',
      'PUT /me/following (closed)',
      'DELETE /me/following (closed)',
    ]);
    expect(listed('playlist-modify-public')).toContain('POST /users/{user_id}/playlists (closed)');
  });

  it('lists nothing for the scopes of the player SDKs', () => {
    const without = scopes.map(({ name }) => name).filter((name) => operationsOpenedBy(name).length === 0);
    expect(without).toEqual(['streaming', 'app-remote-control']);
  });
});

describe('scopesFor', () => {
  it('finds the scopes of an endpoint by its pattern or a real path', () => {
    expect(scopesFor('GET', '/me/player/recently-played')).toEqual(['user-read-recently-played']);
    const both = ['playlist-modify-public', 'playlist-modify-private'];
    expect(scopesFor('POST', '/playlists/{playlist_id}/items')).toEqual(both);
    expect(scopesFor('POST', '/playlists/37i9dQZF1DX/items')).toEqual(both);
  });

  it('finds none for an endpoint that needs none', () => {
    expect(scopesFor('GET', '/search')).toEqual([]);
    expect(scopesFor('PUT', '/me/player/recently-played')).toEqual([]);
  });

  it('agrees with operationsOpenedBy', () => {
    for (const { name } of scopes) {
      for (const { method, path } of operationsOpenedBy(name)) expect(scopesFor(method, path)).toContain(name);
    }
  });
});
