import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../../test/support/failure-of.ts';
import { scopedOperations } from '../../../spotify/operations.ts';
import { scopelessOperations } from '../../../spotify/scopeless-operations.ts';
import { findOperations, operationsLike } from './find-operations.ts';
import { readOperationQuery } from './operation-query.ts';

const asked = (text: string) =>
  findOperations(readOperationQuery(text)).map(({ method, path, scopes }) => `${method} ${path}: ${scopes.join(' ')}`);

describe('asking about a call', () => {
  it.each([
    'GET /me/player/recently-played',
    'get /me/player/recently-played',
    '  GET   /me/player/recently-played/  ',
    'GET me/player/recently-played',
    'GET /v1/me/player/recently-played',
    'GET v1/me/player/recently-played',
    'GET https://api.spotify.com/v1/me/player/recently-played?limit=1&after=2#x',
    'GET api.spotify.com/v1/me/player/recently-played',
    'GET http://127.0.0.1:8889/v1/me/player/recently-played',
    'GET /ME/Player/Recently-Played',
    '/me/player/recently-played',
  ])('understands %j', (text) => {
    expect(asked(text)).toEqual(['GET /me/player/recently-played: user-read-recently-played']);
  });

  it('takes names in braces, real ids, and what other documents write in their place', () => {
    const wanted = 'POST /playlists/{playlist_id}/items: playlist-modify-public playlist-modify-private';
    for (const id of ['{playlist_id}', '{id}', '37i9dQZF1DXcBWIGoYBM5M', ':id', '<id>']) {
      expect(asked(`POST /playlists/${id}/items`)).toEqual([wanted]);
    }
  });

  it('gives every method where none is named', () => {
    expect(asked('/me/library').map((line) => line.split(' ')[0])).toEqual(['PUT', 'DELETE']);
    expect(asked('/me/player').map((line) => line.split(' ')[0])).toEqual(['GET', 'PUT']);
  });

  it('tells a name in the path from an id in its place', () => {
    expect(asked('/recommendations/available-genre-seeds')).toHaveLength(1);
    expect(asked('/audio-features/11dFghVXANMlKmJXsNCbNl')).toEqual(['GET /audio-features/{id}: ']);
    expect(asked('/me/{id}')).toEqual([]);
  });

  it('says that a call needs none, and that one is closed', () => {
    expect(findOperations(readOperationQuery('GET /search'))).toMatchObject([{ scopes: [], closed: false }]);
    expect(findOperations(readOperationQuery('GET /recommendations'))).toMatchObject([{ scopes: [], closed: true }]);
    expect(findOperations(readOperationQuery('PUT /me/tracks'))).toMatchObject([
      { scopes: ['user-library-modify'], closed: true },
    ]);
  });

  it('finds every call of both tables under its own name, and only that one', () => {
    for (const { method, path } of [...scopedOperations(), ...scopelessOperations]) {
      const found = findOperations(readOperationQuery(`${method} ${path}`));
      expect(found.map((one) => `${one.method} ${one.path}`)).toEqual([`${method} ${path}`]);
    }
  });

  it('explains every call that names several scopes', () => {
    const unexplained = scopedOperations()
      .flatMap(({ method, path }) => findOperations({ method, path }))
      .filter(({ scopes, note }) => scopes.length > 1 && note === undefined)
      .map(({ method, path }) => `${method} ${path}`);
    expect(unexplained).toEqual([]);
  });

  it.each(['', '   ', 'GET', 'PATCH /me', 'HELLO /me', 'GET /me now', '/', 'GET /v1'])('refuses %j', async (text) => {
    expect((await failureOf(() => readOperationQuery(text))).code).toBe('wrong_usage');
  });
});

describe('what may have been meant', () => {
  const meant = (text: string) => operationsLike(readOperationQuery(text));

  it('names the methods that there are', () => {
    expect(meant('POST /me/player')).toEqual(['GET /me/player', 'PUT /me/player']);
  });

  it('names paths that read alike', () => {
    expect(meant('GET /me/player/recently-playd')[0]).toBe('GET /me/player/recently-played');
    expect(meant('GET /recently-played')).toContain('GET /me/player/recently-played');
    expect(meant('GET /me/top/track')[0]).toBe('GET /me/top/tracks');
  });

  it('names nothing for what is like nothing', () => {
    expect(meant('GET /xylophones/of/the/world')).toEqual([]);
  });
});
