import type { Answer, ListName } from '../listening/answer.ts';
import type { Format } from '../listening/views/views.ts';

/** How long a card may be shown before it is asked for again, seconds. */
const maxAges: Readonly<Record<ListName, number>> = {
  'now-playing': 30,
  'recently-played': 120,
  'top/tracks': 3600,
  'top/artists': 3600,
};

/** Seconds. Short, so that the good answer is seen soon after. */
const whileFailing = 60;
const whileWarming = 5;

/** Seconds: a day. How long a cache may show the last answer while the site itself cannot be reached. */
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
