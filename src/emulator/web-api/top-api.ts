import type { Hono } from 'hono';
import { needsScope, type BearerEnvironment } from './bearer.ts';
import type { Artist, Track } from '../listeners/catalogue.ts';
import type { Listener } from '../listeners/listener.ts';
import { wholeNumber } from './paging.ts';
import { webApiError } from './web-api-error.ts';

const timeRanges = ['short_term', 'medium_term', 'long_term'] as const;

/**
 * `GET /v1/me/top/{type}`.
 * @see https://developer.spotify.com/documentation/web-api/reference/get-users-top-artists-and-tracks
 */
export function addTopRoutes(app: Hono<BearerEnvironment>): void {
  app.get('/me/top/:type{artists|tracks}', needsScope('user-top-read', 'other'), (c) => {
    const { limit: askedLimit, offset: askedOffset, time_range: timeRange = 'medium_term' } = c.req.query();
    const limit = wholeNumber(askedLimit, { initial: 20, least: 1, most: 50 });
    const offset = wholeNumber(askedOffset, { initial: 0, least: 0, most: 10_000 });
    const range = timeRanges.findIndex((name) => name === timeRange);
    if (limit === undefined) return webApiError(c, 400, 'Invalid limit');
    if (offset === undefined) return webApiError(c, 400, 'Invalid offset');
    if (range < 0) return webApiError(c, 400, 'Invalid time range');
    const wire = c.get('wire');
    const tracks = rankTracks(c.get('listener'), range);
    const all =
      c.req.param('type') === 'tracks'
        ? tracks.map((track) => wire.track(track))
        : distinctArtists(tracks).map((artist) => wire.fullArtist(artist));
    const pageAt = (start: number) => {
      const url = new URL(c.req.url);
      url.search = String(new URLSearchParams({ time_range: timeRange, limit: `${limit}`, offset: `${start}` }));
      return url.href;
    };
    return c.json({
      items: all.slice(offset, offset + limit),
      total: all.length,
      limit,
      offset,
      href: pageAt(offset),
      next: offset + limit < all.length ? pageAt(offset + limit) : null,
      previous: offset > 0 ? pageAt(Math.max(0, offset - limit)) : null,
    });
  });
}

/** The listener's tracks, best first: another order for each range, and the same each time. Local files never rank. */
function rankTracks(listener: Listener | undefined, range: number): readonly Track[] {
  const tracks = (listener?.rotation ?? []).filter(({ kind }) => kind === 'track');
  const first = range * 3;
  return [...tracks.slice(first), ...tracks.slice(0, first)];
}

function distinctArtists(tracks: readonly Track[]): readonly Artist[] {
  return [...new Map(tracks.flatMap(({ artists }) => artists).map((artist) => [artist.id, artist])).values()];
}
