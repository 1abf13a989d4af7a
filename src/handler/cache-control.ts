import type { Answer, ListName } from '../listening/answer.ts';
import type { Format } from '../listening/views/views.ts';

/** How long a client may use a list before it requests the list again, in seconds. */
const maxAges: Readonly<Record<ListName, number>> = {
  'now-playing': 30,
  'recently-played': 120,
  'top/tracks': 3600,
  'top/artists': 3600,
};

/** Seconds. They are short, so that clients soon see a good answer. */
const whileFailing = 60;
const whileWarming = 5;

/** How long a cache may show the last answer while the site cannot be reached: a day, in seconds. */
const ifError = 86_400;

/**
 * The `Cache-Control` of a list. It never allows more than twice its time, because image proxies and CDNs would show
 * yesterday's song. Images get no `stale-if-error`: their proxies do not know it, and a CDN would keep a card too long.
 * @see https://www.rfc-editor.org/rfc/rfc5861
 */
export function cacheControlOf({ list, state }: Pick<Answer, 'list' | 'state'>, format: Format): string {
  const isWarming = state === 'warming';
  const isFailing = state === 'failing';
  const age = isWarming ? whileWarming : isFailing ? whileFailing : maxAges[list];
  const directives = ['public', `max-age=${age}`, `s-maxage=${age}`];
  if (!isFailing && !isWarming) directives.push(`stale-while-revalidate=${age}`);
  if (format !== 'svg') directives.push(`stale-if-error=${ifError}`);
  return directives.join(', ');
}
