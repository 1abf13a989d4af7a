import type { Clock } from '../../keeper/platform/clock.ts';
import type { Answer } from '../answer.ts';
import { mayShowImage } from '../lists/kept-list.ts';
import { coverAddresses } from '../views/covers.ts';
import type { Look } from '../views/look.ts';
import { SharedWork } from '../lists/shared-work.ts';
import { fetchCover } from './fetch-cover.ts';

/** So many covers are kept in memory. */
const maxCovers = 200;
/** So many characters of covers are in one card. */
const maxCard = 400_000;
/** So many are fetched at the same time. */
const maxParallel = 6;
/** Milliseconds for one cover, and for a card: what is late then is in the next card. */
const coverTime = 8000;
const cardTime = 2000;
/** A cover that failed is tried again after this time, milliseconds. */
const retryAfter = 5 * 60_000;

export interface CoverOptions {
  readonly fetchImage: typeof fetch;
  /** An origin that may serve artwork, beside Spotify's image hosts. */
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

/** Creates the function that gets the artwork of a card: from memory, else from Spotify's image hosts. */
export function createCovers({ fetchImage, imageOrigin, clock, track }: CoverOptions) {
  const covers = new Map<string, Cover>();
  const running = new SharedWork<string>(clock);

  function find(url: string): Cover | undefined {
    const cover = covers.get(url);
    return cover && (cover.uri !== undefined || clock.now() < cover.retryAt) ? cover : undefined;
  }

  function remember(url: string, uri: string | undefined): void {
    covers.delete(url);
    covers.set(url, { uri, retryAt: clock.now() + retryAfter });
    const [oldest] = covers.keys();
    if (covers.size > maxCovers && oldest !== undefined) covers.delete(oldest);
  }

  async function loadOnce(url: string): Promise<void> {
    const [late, done] = [new AbortController(), new AbortController()];
    const deadline = clock.wait(coverTime, { signal: done.signal, background: true }).then(() => late.abort());
    // In a function of its own, so that a `fetch` that throws at once is handled like one that rejects.
    const get = async () => fetchCover(url, fetchImage, late.signal);
    remember(url, await Promise.race([get().catch(() => undefined), deadline.then(() => undefined)]));
    done.abort();
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
      const done = new AbortController();
      await Promise.race([work, clock.wait(cardTime, { signal: done.signal, background: true })]);
      done.abort();
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
