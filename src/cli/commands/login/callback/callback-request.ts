import { isLoopbackHost } from '../../../../spotify/endpoints.ts';

/** The parts of a request to the loopback server that matter. */
export interface CallbackRequest {
  readonly method: string;
  /** Path and query as received. */
  readonly target: string;
  readonly host: string | undefined;
  /** `Sec-Purpose`, `Purpose` or `X-Moz`: says if the browser only prefetches. */
  readonly purpose: string | undefined;
}

/** How the loopback server understands a request. */
export type CallbackReading =
  /** A callback that is not checked yet: any program can send one. */
  | { readonly kind: 'callback'; readonly parameters: URLSearchParams }
  /** A tab after its callback, at an address without the code. */
  | { readonly kind: 'result' }
  /** A tab that sent the callback a second time. */
  | { readonly kind: 'used' }
  /** The redirect URI without parameters. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly status: number; readonly text: string };

/** Where a tab is redirected to see the result, so that the code stays in no address or history. */
export const resultPath = '/end';

/** Where a tab is redirected if it sent the callback a second time, since its address holds the code too. */
export const usedPath = '/used';

/**
 * Reads one request. Pure. Only a plain GET, not a prefetch, can be a callback.
 * @param callbackPath the path of the redirect URI
 */
export function readCallbackRequest(
  { method, target, host, purpose }: CallbackRequest,
  callbackPath: string,
): CallbackReading {
  if (!isLoopbackHost(host ?? '')) return refuse(421, 'This server answers only at 127.0.0.1.');
  if (method !== 'GET' && method !== 'HEAD') return refuse(405, 'Use GET or HEAD.');
  const url = `http://127.0.0.1${target}`;
  if (!target.startsWith('/') || !URL.canParse(url)) return refuse(400, 'The address is not valid.');
  const { pathname, searchParams } = new URL(url);
  const hasAnswer = ['code', 'error', 'state'].some((name) => searchParams.has(name));
  if (pathname === callbackPath && hasAnswer) return readAnswer(method, purpose, searchParams);
  if (pathname === resultPath) return { kind: 'result' };
  if (pathname === usedPath) return { kind: 'used' };
  return pathname === callbackPath ? { kind: 'waiting' } : refuse(404, 'Not found.');
}

function readAnswer(method: string, purpose: string | undefined, parameters: URLSearchParams): CallbackReading {
  if (method === 'HEAD') return { kind: 'waiting' };
  if (/prefetch|preview|prerender/i.test(purpose ?? '')) return refuse(503, 'This page cannot be prefetched.');
  return { kind: 'callback', parameters };
}

function refuse(status: number, text: string): CallbackReading {
  return { kind: 'refused', status, text };
}
