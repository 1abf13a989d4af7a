import { RecentEntries } from '../listening/covers/recent-entries.ts';
import { createListening } from '../listening/create-listening.ts';
import type { Answer, ListName } from '../listening/answer.ts';
import type { Listening, ListeningForHandler, ListeningOptions, ListOptions } from '../listening/listening.ts';
import { spotifyLink } from '../listening/links.ts';
import { readListOptions } from './list-options.ts';
import { prepareList, respondWithList, type PreparedList } from './prepared-list.ts';
import type { Renewal } from './renew/renewal.ts';
import * as responses from './responses.ts';
import { matchRoute, type Route } from './route.ts';

/** What a platform passes in addition to the request, such as the context of a Cloudflare Worker. */
export interface Platform {
  /** Lets work finish after the response is sent. */
  waitUntil?(work: Promise<unknown>): void;
}

/** Options of `createHandler`: those of `createListening`, or what it returned. */
export type HandlerOptions = (ListeningOptions | { readonly listening: Listening }) & {
  /** Answers `/renew`, which is 404 without it. */
  readonly renew?: Renewal | undefined;
};

/** Answers one request. It never throws or rejects. `platform`: pass it if the platform has a `waitUntil`. */
export type Handler = (request: Request, platform?: Platform) => Response | Promise<Response>;

/**
 * How many lists are kept prepared, one for each address. Strangers choose the addresses, a card with 50 covers may have
 * 900 KB in memory, and a Worker has 128 MB.
 */
const maxPrepared = 50;

/**
 * Creates a function that answers `/recently-played.json`, `/now-playing.svg` and all other routes of the listening
 * history. It matches the end of the path, so it works under any prefix, on any runtime with `fetch` and Web Crypto.
 *
 * @example
 * ```ts
 * const handler = createHandler({ keeper });
 * export default { fetch: (request, env, context) => handler(request, context) };
 * ```
 */
export function createHandler(options: HandlerOptions): Handler {
  const listening: Listening & Partial<ListeningForHandler> =
    'listening' in options ? options.listening : createListening(options);
  const prepared = new RecentEntries<PreparedList>(maxPrepared);

  async function respondWithRoute(
    route: Exclude<Route, { kind: 'renew' }>,
    search: string,
    request: Request,
  ): Promise<Response> {
    if (route.kind === 'health') return responses.health(await listening.health());
    if (route.kind === 'element.js') return responses.element();
    const format = route.kind === 'list' ? route.format : 'txt';
    const read = readListOptions(search);
    if ('wrong' in read) return responses.wrongOptions(read.wrong, format);
    const which = { timeRange: read.options.time_range };
    const answer = listening.peek?.(route.list, which) ?? (await waitFor(route.list, which));
    if (route.kind === 'open') {
      const link = spotifyLink(answer.items[route.position - 1]?.url);
      return link === undefined ? responses.notFound() : responses.redirect(link);
    }
    const list = await prepareList(listening, answer, route.format, read.options);
    prepared.set(request.url, list);
    return respondWithList(list, request);
  }

  async function respond(request: Request, platform: Platform | undefined): Promise<Response> {
    const { method, url } = request;
    const { pathname, search } = new URL(url);
    const route = matchRoute(pathname);
    if (route?.kind === 'renew' && options.renew) {
      // A new token may fix what needed a person, so the next request asks Spotify again.
      return options.renew.respond(request, () => listening.retry?.());
    }
    if (!route || route.kind === 'renew') return responses.notFound();
    if (method === 'OPTIONS') return responses.preflight();
    if (method !== 'GET' && method !== 'HEAD') return responses.methodNotAllowed();
    const response = await respondWithRoute(route, search, request);
    keepWorking(platform);
    return response;
  }

  async function respondWithoutBody(...asked: Parameters<typeof respond>): Promise<Response> {
    return new Response(null, await respond(...asked));
  }

  /** Waits for a first answer. The answer of `peek` is preferred, because later requests compare their answer with it. */
  async function waitFor(list: ListName, which: ListOptions): Promise<Answer> {
    const answer = await listening.get(list, which);
    return listening.peek?.(list, which) ?? answer;
  }

  function keepWorking(platform: Platform | undefined): void {
    const work = platform?.waitUntil && listening.pending?.();
    try {
      if (work) platform?.waitUntil?.(work);
    } catch {
      // Some platforms throw if `waitUntil` was taken off its object. The visitor gets the list.
    }
  }

  return (request, platform) => {
    // The address as it is: parsing it costs more than the rest.
    const ready = request.method === 'GET' ? prepared.get(request.url) : undefined;
    // `peek` gives the same object as long as nothing has changed, for up to a minute.
    if (ready && listening.peek?.(ready.answer.list, ready) === ready.answer) {
      keepWorking(platform);
      return respondWithList(ready, request);
    }
    return (request.method === 'HEAD' ? respondWithoutBody : respond)(request, platform);
  };
}
