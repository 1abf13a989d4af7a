import type { PlayerStatus } from '../answer.ts';
import { isSameItem } from '../calls/to-item.ts';
import type { Item } from '../item.ts';
import { mayShowImage } from '../../spotify/image-hosts.ts';
import type { Source } from '../listening.ts';
import type { FetchedList } from './fetch-list.ts';

/** The last good answer for one list: what memory and cache hold. */
export interface KeptList {
  readonly fetchedAt: number;
  readonly items: readonly Item[];
  /** Only for `now-playing`. */
  readonly player: KeptPlayer | null;
}

/** What the player did. */
interface KeptPlayer {
  readonly status: PlayerStatus;
  /** When the track would have started if it had played without a pause, epoch milliseconds. Null unless playing. */
  readonly startedAt: number | null;
  /** Milliseconds. Null unless paused. */
  readonly progressMs: number | null;
}

/** Two starts that differ by less than this are one: Spotify's progress is not exact. Milliseconds. */
const sameStart = 3000;

/**
 * Makes what is kept of an answer. Pictures from other hosts are left out, and in practice the links too.
 * @param before what was kept until now. If the same track still plays, its start stays as it was
 */
export function toKeptList(
  { items, player }: FetchedList,
  before: KeptList | undefined,
  { imageOrigin, isPractice }: Pick<Source, 'imageOrigin' | 'isPractice'>,
  fetchedAt: number,
): KeptList {
  const kept = items
    .slice(0, 50)
    .map((item) => withSafeImages({ ...item, url: isPractice ? null : item.url }, imageOrigin));
  if (!player) return { fetchedAt, items: kept, player: null };
  const { status, progressMs } = player;
  const isPlaying = status === 'playing' && progressMs !== null;
  const startedAt = isPlaying ? keepStart(fetchedAt - progressMs, kept[0], before) : null;
  return { fetchedAt, items: kept, player: { status, startedAt, progressMs: status === 'paused' ? progressMs : null } };
}

function keepStart(startedAt: number, item: Item | undefined, before: KeptList | undefined): number {
  const [last] = before?.items ?? [];
  const first = before?.player?.startedAt ?? null;
  const isSame = item && last && first !== null && isSameItem(item, last) && Math.abs(first - startedAt) < sameStart;
  return isSame ? first : startedAt;
}

/** Leaves out the pictures of other hosts. */
export function withSafeImages(item: Item, imageOrigin: string | undefined): Item {
  return { ...item, images: item.images.filter(({ url }) => mayShowImage(url, imageOrigin)) };
}
