import type { Answer, TimeRange } from '../listening/answer.ts';
import type { Listening } from '../listening/listening.ts';
import { views, type Format } from '../listening/views/views.ts';
import { cacheControlOf } from './cache-control.ts';
import { isKnownTo, makeEtag } from './etag.ts';
import type { AddressOptions } from './list-options.ts';
import { contentHeaders } from './responses.ts';

/** A body and its headers, made once for all who ask until the answer changes. */
export interface PreparedList {
  readonly answer: Answer;
  /** As the address asks for it. */
  readonly timeRange: TimeRange | undefined;
  readonly body: string;
  readonly etag: string;
  /** One object for all responses: making a `Headers` for each costs more than all the rest. */
  readonly init: { readonly headers: Record<string, string> };
}

/** Draws an answer. An SVG waits for its artwork. */
export async function prepareList(
  listening: Pick<Listening, 'covers'>,
  answer: Answer,
  format: Format,
  options: AddressOptions,
): Promise<PreparedList> {
  const covers = format === 'svg' ? await listening.covers(answer, options) : undefined;
  const body = views[format](answer, { ...options, covers });
  // The time of the fetch is left out of the tag, so that a refresh that finds nothing new is a 304.
  const etag = await makeEtag(format === 'json' ? body.replace(/"fetchedAt":\d+/, '') : body);
  const headers = { ...contentHeaders(format), 'cache-control': cacheControlOf(answer, format), etag };
  return { answer, timeRange: options.time_range, body, etag, init: { headers } };
}

/** Sends a prepared list, or 304 if the client has it. */
export function respondWithList({ body, etag, init }: PreparedList, request: Request): Response {
  if (!isKnownTo(request.headers.get('if-none-match'), etag)) return new Response(body, init);
  const { 'content-type': _, ...headers } = init.headers;
  return new Response(null, { status: 304, headers });
}
