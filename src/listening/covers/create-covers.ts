import type { Clock } from '../../keeper/platform/clock.ts';
import { minute } from '../../text/durations.ts';
import { mayShowImage } from '../../spotify/image-hosts.ts';
import type { Answer } from '../answer.ts';
import { coverAddresses } from '../views/covers.ts';
import type { Look } from '../views/look.ts';
import { SharedWork } from '../lists/shared-work.ts';
import { tryFor } from '../lists/try-for.ts';
import { fetchCover } from './fetch-cover.ts';
import { RecentEntries } from './recent-entries.ts';

/** How many covers are kept in memory. */
const maxCovers = 200;
/** How many characters the covers of one card may have. */
const maxCard = 400_000;
/** How many covers are fetched at the same time. */
const maxParallel = 6;
/** Milliseconds for one cover, and for a card: what is late then is in the next card. */
const coverTime = 8000;
const cardTime = 2000;
/** How long to wait before a cover that failed is fetched again, in milliseconds. */
const retryAfter = 5 * minute;

export interface CoverOptions {
  readonly fetchImage: typeof fetch;
  /** An origin that may serve artwork, in addition to Spotify's image hosts. */
  readonly imageOrigin: string | undefined;
  readonly clock: Clock;
  /** Gets every fetch, so that it can end before the process does. */
  readonly track: (work: Promise<unknown>) => unknown;
}

/** What became of one cover. A `data:` URI, or undefined if it cannot be had before `retryAt`. */
interface Cover {
  readonly uri: string | undefined;
  readonly retryAt: number;
}

/** Creates the function that gets the artwork of a card: from memory, otherwise from Spotify's image hosts. */
export function createCovers({ fetchImage, imageOrigin, clock, track }: CoverOptions) {
  const covers = new RecentEntries<Cover>(maxCovers);
  const running = new SharedWork<string>(clock);

  function find(url: string): Cover | undefined {
    const cover = covers.get(url);
    return cover && (cover.uri !== undefined || clock.now() < cover.retryAt) ? cover : undefined;
  }

  function remember(url: string, uri: string | undefined): void {
    covers.set(url, { uri, retryAt: clock.now() + retryAfter });
  }

  async function loadOnce(url: string): Promise<void> {
    const late = new AbortController();
    remember(url, await tryFor(() => fetchCover(url, fetchImage, late.signal), coverTime, clock));
    // Ends what is too late; what is done is not changed by it.
    late.abort();
  }

  async function loadAll(urls: readonly string[]): Promise<void> {
    const left = [...urls];
    const load = (url: string) => running.join(url, () => loadOnce(url));
    const next = async (): Promise<void> => {
      for (let url = left.shift(); url !== undefined; url = left.shift()) await load(url);
    };
    await Promise.all(Array.from({ length: maxParallel }, next));
  }

  /** Gets the covers that a card shows, as `data:` URIs by their addresses. It never rejects. */
  return async function getCovers(answer: Answer, look: Look = {}): Promise<ReadonlyMap<string, string>> {
    const urls = coverAddresses(answer, look).filter((url) => mayShowImage(url, imageOrigin));
    const missing = urls.filter((url) => !find(url));
    if (missing.length > 0) {
      const work = loadAll(missing);
      track(work);
      await tryFor(() => work, cardTime, clock);
    }
    const found = new Map<string, string>();
    let length = 0;
    for (const url of urls) {
      const uri = covers.get(url)?.uri;
      if (uri === undefined) continue;
      length += uri.length;
      if (length > maxCard) break;
      found.set(url, uri);
      // What is in use is forgotten last.
      remember(url, uri);
    }
    return found;
  };
}
