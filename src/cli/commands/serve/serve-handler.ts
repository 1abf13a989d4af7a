import type { Handler } from '../../../handler/create-handler.ts';
import { accessLine } from './access-log.ts';
import { forThisMachine, isForThisMachine } from './guard.ts';

/** What a server of lists consists of. */
export interface ServeParts {
  /** Answers the routes of the lists. Looked up for each request, because practice can start again. */
  readonly lists: () => Handler;
  /** Answers requests for the artwork of practice, whose address knows no base; undefined for all others. */
  readonly artwork: (request: Request, path: string) => Promise<Response> | undefined;
  /** Answers the index and what belongs to it; undefined if the path is not one of them. The path is below `base`. */
  readonly index: (request: Request, path: string) => Promise<Response | undefined>;
  /** The path that everything is below: empty, or such as `/listening`. */
  readonly base: string;
  readonly isLoopback: boolean;
  /** Milliseconds of a clock that only runs forward. */
  readonly elapsed: () => number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Gets a line of the access log. */
  readonly log: (line: string) => void;
}

/** Makes the function that answers all requests to `refrain serve`. */
export function createServeHandler(parts: ServeParts): (request: Request) => Promise<Response> {
  return async (request) => {
    const start = parts.elapsed();
    const { pathname } = new URL(request.url);
    const response = await respond(request, pathname, parts);
    const { status } = response;
    const milliseconds = parts.elapsed() - start;
    parts.log(accessLine({ at: parts.now(), method: request.method, path: pathname, status, milliseconds }));
    return response;
  };
}

async function respond(request: Request, pathname: string, parts: ServeParts): Promise<Response> {
  const { base, isLoopback } = parts;
  if (isLoopback && !isForThisMachine(request)) return plain(421, 'This server answers only at this machine.');
  const picture = parts.artwork(request, pathname);
  if (picture) return picture;
  // A path, because a proxy may have another host and https.
  if (base !== '' && pathname === base) return new Response(null, { status: 308, headers: { Location: `${base}/` } });
  if (!pathname.startsWith(`${base}/`)) return plain(404, 'Not found.');
  const own = await parts.index(request, pathname.slice(base.length));
  if (own) return own;
  const response = await parts.lists()(request);
  return isLoopback ? forThisMachine(response, request) : response;
}

function plain(status: number, text: string): Response {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' };
  return new Response(`${text}\n`, { status, headers });
}
