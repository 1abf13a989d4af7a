import type { Answer, AnswerState, ListName } from '../listening/answer.ts';
import type { Format } from '../listening/views/views.ts';

/** How long a client may use a list before it requests the list again, in seconds. */
const maxAges: Readonly<Record<ListName, number>> = {
  'now-playing': 30,
  'recently-played': 120,
  'top/tracks': 3600,
  'top/artists': 3600,
};

/** The same while there is no good answer, so that clients soon see one. */
const shortAges: Partial<Record<AnswerState, number>> = { failing: 60, warming: 5 };

/** How long a cache may show the last answer while the site cannot be reached: a day, in seconds. */
const ifError = 86_400;

/**
 * The `Cache-Control` of a list. It never allows more than twice its time, because image proxies and CDNs would show
 * yesterday's song. Images get no `stale-if-error`: their proxies do not know it, and a CDN would keep a card too long.
 * @see https://www.rfc-editor.org/rfc/rfc5861
 */
export function cacheControlOf({ list, state }: Pick<Answer, 'list' | 'state'>, format: Format): string {
  const short = shortAges[state];
  const age = short ?? maxAges[list];
  return (
    `public, max-age=${age}, s-maxage=${age}` +
    (short === undefined ? `, stale-while-revalidate=${age}` : '') +
    (format === 'svg' ? '' : `, stale-if-error=${ifError}`)
  );
}
