import * as v from 'valibot';
import { errorCodes } from '../../errors/error-table.ts';
import { playerStatuses } from '../answer.ts';
import { itemKinds } from '../item.ts';
import { spotifyLink } from '../links.ts';
import { longestPause } from './apply-failure.ts';
import type { Pause } from './decide.ts';
import { withSafeImages, type KeptList } from './kept-list.ts';

/** What the cache holds for one list. */
export interface CachedList {
  readonly kept: KeptList | undefined;
  /** Only with `now-playing`, so that every list can read it at one place. */
  readonly pause: Pause | undefined;
}

const number = v.custom<number>(Number.isFinite);
const duration = v.nullable(v.custom<number>((value) => Number(value) >= 0 && Number.isFinite(value)));
const name = v.nullable(v.string());

const item = v.object({
  kind: v.picklist(itemKinds),
  name: v.string(),
  artists: v.array(v.string()),
  album: name,
  show: name,
  url: v.nullable(v.custom<string>((url) => typeof url === 'string' && spotifyLink(url) === url)),
  images: v.array(v.object({ url: v.string(), width: v.nullable(number) })),
  explicit: v.boolean(),
  isLocal: v.boolean(),
  durationMs: duration,
  playedAt: v.nullable(number),
});

const schema = v.object({
  version: v.picklist([1]),
  /** Whose items these are. */
  account: v.string(),
  kept: v.nullable(
    v.object({
      fetchedAt: number,
      items: v.array(item),
      player: v.nullable(
        v.object({ status: v.picklist(playerStatuses), startedAt: v.nullable(number), progressMs: duration }),
      ),
    }),
  ),
  pause: v.nullable(v.object({ code: v.picklist(errorCodes), since: number, until: number })),
});

/** Characters. 50 items have about 20,000. */
const maxLength = 1_000_000;

/** Makes the text for the cache. @param account a hash, or a word if no account is known */
export function writeCachedList({ kept, pause }: CachedList, account: string): string {
  return JSON.stringify({ version: 1, account, kept: kept ?? null, pause: pause ?? null });
}

/**
 * Reads a text of the cache. Pictures of other hosts are left out.
 * @returns undefined for anything that this version did not write for this account and list
 */
export function readCachedList(
  text: unknown,
  account: string,
  { isPlayer, imageOrigin }: { readonly isPlayer: boolean; readonly imageOrigin: string | undefined },
): CachedList | undefined {
  if (typeof text !== 'string' || text.length > maxLength) return undefined;
  const read = v.safeParse(schema, parse(text));
  if (!read.success || read.output.account !== account) return undefined;
  const { kept, pause } = read.output;
  if (kept && ((kept.player !== null) !== isPlayer || kept.items.length > 50)) return undefined;
  const isPauseSane = pause && pause.until - pause.since <= longestPause;
  return {
    kept: kept ? { ...kept, items: kept.items.map((item) => withSafeImages(item, imageOrigin)) } : undefined,
    pause: isPauseSane ? pause : undefined,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
