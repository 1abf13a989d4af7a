import { isLoopbackHost } from '../../../spotify/loopback.ts';

/** What the loopback server is asked, reduced to what matters. */
export interface CallbackRequest {
  readonly method: string;
  /** Path and query as they came. */
  readonly target: string;
  readonly host: string | undefined;
  /** `Sec-Purpose`, `Purpose` or `X-Moz`: whether a browser only looks ahead. */
  readonly purpose: string | undefined;
}

/** What the loopback server makes of a request. */
export type CallbackReading =
  /** Spotify's answer, or what claims to be one: still to be checked. */
  | { readonly kind: 'callback'; readonly parameters: URLSearchParams }
  /** The clean address where a tab ends. */
  | { readonly kind: 'end' }
  /** The clean address of a tab that brought an answer once more. */
  | { readonly kind: 'used' }
  /** The bare address: nothing has come. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly status: number; readonly words: string };

/** Where a tab is sent once its end is known, so that no code stays in its address or history. */
export const endPath = '/end';

/** Where a tab is sent that brought an answer once more: the same code stands in its address. */
export const usedPath = '/used';

/** Reads one request. Pure; only a plain GET by a person's browser can bring an answer. */
export function readCallbackRequest({ method, target, host, purpose }: CallbackRequest): CallbackReading {
  if (!isLoopbackHost(host ?? '')) return refused(421, 'This server answers at 127.0.0.1 only.');
  if (method !== 'GET' && method !== 'HEAD') return refused(405, 'GET and HEAD are all that is known here.');
  const address = `http://127.0.0.1${target}`;
  if (!target.startsWith('/') || !URL.canParse(address)) return refused(400, 'That is no address.');
  const { pathname, searchParams } = new URL(address);
  if (pathname === endPath) return { kind: 'end' };
  if (pathname === usedPath) return { kind: 'used' };
  if (pathname !== '/') return refused(404, 'There is nothing here.');
  if (!['code', 'error', 'state'].some((parameter) => searchParams.has(parameter))) return { kind: 'waiting' };
  if (method === 'HEAD') return { kind: 'waiting' };
  if (/prefetch|preview|prerender/i.test(purpose ?? '')) return refused(503, 'Not ahead of time.');
  return { kind: 'callback', parameters: searchParams };
}

function refused(status: number, words: string): CallbackReading {
  return { kind: 'refused', status, words };
}
