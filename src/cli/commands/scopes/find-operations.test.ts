import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../../test/support/failure-of.ts';
import { scopedOperations } from '../../../spotify/operations.ts';
import { scopelessOperations } from '../../../spotify/scopeless-operations.ts';
import { findOperations, suggestOperations } from './find-operations.ts';
import { readOperationQuery } from './operation-query.ts';

const find = (text: string) =>
  findOperations(readOperationQuery(text)).map(({ method, path, scopes }) => `${method} ${path}: ${scopes.join(' ')}`);

describe('findOperations', () => {
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
    expect(find(text)).toEqual(['GET /me/player/recently-played: user-read-recently-played']);
  });

  it('accepts names in braces, real ids, and other placeholders', () => {
    const wanted = 'POST /playlists/{playlist_id}/items: playlist-modify-public playlist-modify-private';
    for (const id of ['{playlist_id}', '{id}', '37i9dQZF1DXcBWIGoYBM5M', ':id', '<id>']) {
      expect(find(`POST /playlists/${id}/items`)).toEqual([wanted]);
    }
  });

  it('finds every method if none is named', () => {
    expect(find('/me/library').map((line) => line.split(' ')[0])).toEqual(['PUT', 'DELETE']);
    expect(find('/me/player').map((line) => line.split(' ')[0])).toEqual(['GET', 'PUT']);
  });

  it('distinguishes a fixed part of a path from an id', () => {
    expect(find('/recommendations/available-genre-seeds')).toHaveLength(1);
    expect(find('/audio-features/11dFghVXANMlKmJXsNCbNl')).toEqual(['GET /audio-features/{id}: ']);
    expect(find('/me/{id}')).toEqual([]);
  });

  it('knows calls without a scope, and closed calls', () => {
    expect(findOperations(readOperationQuery('GET /search'))).toMatchObject([{ scopes: [], closed: false }]);
    expect(findOperations(readOperationQuery('GET /recommendations'))).toMatchObject([{ scopes: [], closed: true }]);
    expect(findOperations(readOperationQuery('PUT /me/tracks'))).toMatchObject([
      { scopes: ['user-library-modify'], closed: true },
    ]);
  });

  it('finds each call of both tables by its own name, and only that call', () => {
    for (const { method, path } of [...scopedOperations(), ...scopelessOperations]) {
      const found = findOperations(readOperationQuery(`${method} ${path}`));
      expect(found.map((one) => `${one.method} ${one.path}`)).toEqual([`${method} ${path}`]);
    }
  });

  it('explains each call that has several scopes', () => {
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

describe('suggestOperations', () => {
  const suggest = (text: string) => suggestOperations(readOperationQuery(text));

  it('suggests the methods that exist', () => {
    expect(suggest('POST /me/player')).toEqual(['GET /me/player', 'PUT /me/player']);
  });

  it('suggests similar paths', () => {
    expect(suggest('GET /me/player/recently-playd')[0]).toBe('GET /me/player/recently-played');
    expect(suggest('GET /recently-played')).toContain('GET /me/player/recently-played');
    expect(suggest('GET /me/top/track')[0]).toBe('GET /me/top/tracks');
  });

  it('suggests nothing if nothing is similar', () => {
    expect(suggest('GET /xylophones/of/the/world')).toEqual([]);
  });
});
