import { describe, expect, it } from 'vitest';
import { matchRoute } from './route.ts';

describe('matchRoute', () => {
  it.each([
    ['/recently-played.json', { kind: 'list', list: 'recently-played', format: 'json' }],
    ['/api/listening/now-playing.svg', { kind: 'list', list: 'now-playing', format: 'svg' }],
    ['/a/top/tracks.html', { kind: 'list', list: 'top/tracks', format: 'html' }],
    ['/top/artists.txt', { kind: 'list', list: 'top/artists', format: 'txt' }],
    ['/now-playing/open', { kind: 'open', list: 'now-playing', position: 1 }],
    ['/x/recently-played/1/open', { kind: 'open', list: 'recently-played', position: 1 }],
    ['/top/artists/50/open', { kind: 'open', list: 'top/artists', position: 50 }],
    ['/x/element.js', { kind: 'element.js' }],
    ['/health', { kind: 'health' }],
    ['/api/renew', { kind: 'renew' }],
  ])('finds %s', (path, route) => {
    expect(matchRoute(path)).toEqual(route);
  });

  it.each([
    '/',
    '/recently-played',
    '/recently-played.JSON',
    '/recently-played.json/',
    '/xrecently-played.json',
    '/recently-played.json.svg/x',
    '/tracks.json',
    '/top/albums.json',
    '/recently-played/open',
    '/recently-played/0/open',
    '/recently-played/01/open',
    '/recently-played/100/open',
    '/recently-played/-1/open',
    '/now-playing/1/open',
    '/unhealth',
    '/health/x',
    '/element.mjs',
  ])('finds nothing for %s', (path) => {
    expect(matchRoute(path)).toBeUndefined();
  });
});
