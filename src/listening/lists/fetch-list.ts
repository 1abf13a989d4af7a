import type { Sending } from '../../http/ask.ts';
import { judgeNowPlaying, requestNowPlaying, type NowPlaying } from '../calls/now-playing.ts';
import { judgeRecentItems, requestRecentItems } from '../calls/recent-items.ts';
import { judgeTopItems, requestTopItems } from '../calls/top-items.ts';
import type { Item } from '../item.ts';
import type { ListId } from './list-key.ts';

/** What Spotify answered for one list. */
export interface FetchedList {
  readonly items: readonly Item[];
  /** Only for `now-playing`. */
  readonly player?: NowPlaying | undefined;
}

/**
 * Gets one list. It sends one request and does not retry.
 * @throws RefrainError like the pairs in `calls/`
 */
export async function fetchList(
  { list, timeRange }: ListId,
  source: Sending & { readonly now: () => number },
): Promise<FetchedList> {
  switch (list) {
    case 'now-playing': {
      const player = await judgeNowPlaying(await requestNowPlaying(source), source);
      return { items: player.item ? [player.item] : [], player };
    }
    case 'recently-played':
      return { items: await judgeRecentItems(await requestRecentItems(source), source) };
    case 'top/tracks':
    case 'top/artists': {
      const kind = list === 'top/tracks' ? 'track' : 'artist';
      const response = await requestTopItems(kind, timeRange ?? 'medium_term', source);
      return { items: await judgeTopItems(kind, response, source) };
    }
  }
}
