import type { Context, Hono } from 'hono';
import { needsScope, type BearerEnvironment } from './bearer.ts';
import { currentlyPlaying } from './currently-playing.ts';
import { wholeNumber } from './paging.ts';
import { lastPlays, type FinishedPlay } from './timeline.ts';
import { webApiError } from './web-api-error.ts';
import type { World } from '../state/world.ts';

/** `GET /v1/me/player/recently-played` and `/currently-playing`. */
export function addPlayerRoutes(app: Hono<BearerEnvironment>, world: World): void {
  app.get('/me/player/recently-played', needsScope('user-read-recently-played', 'other'), (c) =>
    recentlyPlayed(c, world.clock.now()),
  );
  app.get('/me/player/currently-playing', needsScope('user-read-currently-playing', 'live player'), (c) =>
    currentlyPlaying(c, world),
  );
}

/**
 * At most the last 50 plays; `before` or `after`, not both, in epoch milliseconds.
 * @see https://developer.spotify.com/documentation/web-api/reference/get-recently-played
 */
function recentlyPlayed(c: Context<BearerEnvironment>, now: number): Response {
  const { limit: askedLimit, before, after } = c.req.query();
  const limit = wholeNumber(askedLimit, { initial: 20, least: 1, most: 50 });
  if (limit === undefined) return webApiError(c, 400, 'Invalid limit');
  if (before !== undefined && after !== undefined) {
    return webApiError(c, 400, 'Only one of before and after may be specified');
  }
  const bounds = { initial: Number.NaN, least: 0, most: Number.MAX_SAFE_INTEGER };
  const [end, start] = [wholeNumber(before, bounds), wholeNumber(after, bounds)];
  if (end === undefined || start === undefined) return webApiError(c, 400, 'Invalid cursor');
  const listener = c.get('listener');
  const last50 = listener ? lastPlays(listener, now) : [];
  const page = within(last50, end, start, limit);
  const [newest, oldest] = [page[0], page.at(-1)];
  const href = new URL(c.req.url);
  if (!newest || !oldest) return c.json({ items: [], next: null, cursors: null, limit, href: href.href });
  const cursors = { after: String(newest.endedAt), before: String(oldest.endedAt) };
  const next = new URL(href.pathname, href);
  next.search = String(
    new URLSearchParams(
      start >= 0 ? { after: cursors.after, limit: `${limit}` } : { before: cursors.before, limit: `${limit}` },
    ),
  );
  return c.json({ items: page.map((play) => wirePlay(c, play)), next: next.href, cursors, limit, href: href.href });
}

/** Both ends are exclusive; NaN means no limit. With `after`, the page contains the plays closest to it. */
function within(plays: readonly FinishedPlay[], end: number, start: number, limit: number): readonly FinishedPlay[] {
  if (start >= 0) return plays.filter(({ endedAt }) => endedAt > start).slice(-limit);
  return plays.filter(({ endedAt }) => !(endedAt >= end)).slice(0, limit);
}

function wirePlay(c: Context<BearerEnvironment>, { track, endedAt, fromAlbum }: FinishedPlay) {
  const wire = c.get('wire');
  return {
    track: wire.track(track),
    played_at: new Date(endedAt).toISOString(),
    context: fromAlbum ? wire.albumContext(track.album) : null,
  };
}
