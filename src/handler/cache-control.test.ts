import { expect, it } from 'vitest';
import { cacheControlOf } from './cache-control.ts';

it.each([
  ['now-playing', 'fresh', 'svg', 'public, max-age=30, s-maxage=30, stale-while-revalidate=30'],
  ['recently-played', 'fresh', 'svg', 'public, max-age=120, s-maxage=120, stale-while-revalidate=120'],
  ['top/tracks', 'stale', 'svg', 'public, max-age=3600, s-maxage=3600, stale-while-revalidate=3600'],
  ['top/artists', 'failing', 'svg', 'public, max-age=60, s-maxage=60'],
  ['recently-played', 'warming', 'svg', 'public, max-age=5, s-maxage=5'],
  [
    'recently-played',
    'fresh',
    'json',
    'public, max-age=120, s-maxage=120, stale-while-revalidate=120, stale-if-error=86400',
  ],
  ['now-playing', 'failing', 'html', 'public, max-age=60, s-maxage=60, stale-if-error=86400'],
] as const)('%s, %s, as %s', (list, state, format, header) => {
  expect(cacheControlOf({ list, state }, format)).toBe(header);
});
