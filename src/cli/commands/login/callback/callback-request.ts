import { isLoopbackHost } from '../../../../spotify/loopback.ts';

/** The parts of a request to the loopback server that matter. */
export interface CallbackRequest {
  readonly method: string;
  /** Path and query as received. */
  readonly target: string;
  readonly host: string | undefined;
  /** The header `Sec-Purpose`, `Purpose` or `X-Moz`, which a browser sends when it only prefetches. */
  readonly purpose: string | undefined;
}

/** What a request to the loopback server asks for. */
export type RequestedPage =
  /** A callback. It is not checked yet: any program can send one. */
  | { readonly kind: 'callback'; readonly parameters: URLSearchParams }
  /** A tab that was redirected after its callback, to an address without the code. */
  | { readonly kind: 'result' }
  /** A tab that was redirected because it sent the callback a second time. */
  | { readonly kind: 'used' }
  /** The redirect URI without parameters. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly status: number; readonly text: string };

/** A tab is redirected to this path to see the result, so that the code is not in its address or history. */
export const resultPath = '/end';

/** A tab is redirected to this path if it sent the callback a second time, for the same reason. */
export const usedPath = '/used';

/**
 * Decides what a request asks for. Pure. Only a GET that is not a prefetch can be a callback.
 * @param callbackPath the path of the redirect URI
 */
export function readCallbackRequest(
  { method, target, host, purpose }: CallbackRequest,
  callbackPath: string,
): RequestedPage {
  if (!isLoopbackHost(host ?? '')) return refuse(421, 'This server answers only at 127.0.0.1.');
  if (method !== 'GET' && method !== 'HEAD') return refuse(405, 'Use GET or HEAD.');
  const url = `http://127.0.0.1${target}`;
  if (!target.startsWith('/') || !URL.canParse(url)) return refuse(400, 'The address is not valid.');
  const { pathname, searchParams } = new URL(url);
  const isCallback = ['code', 'error', 'state'].some((name) => searchParams.has(name));
  if (pathname === callbackPath && isCallback) return readCallback(method, purpose, searchParams);
  if (pathname === resultPath) return { kind: 'result' };
  if (pathname === usedPath) return { kind: 'used' };
  return pathname === callbackPath ? { kind: 'waiting' } : refuse(404, 'Not found.');
}

function readCallback(method: string, purpose: string | undefined, parameters: URLSearchParams): RequestedPage {
  if (method === 'HEAD') return { kind: 'waiting' };
  if (/prefetch|preview|prerender/i.test(purpose ?? '')) return refuse(503, 'This page cannot be prefetched.');
  return { kind: 'callback', parameters };
}

function refuse(status: number, text: string): RequestedPage {
  return { kind: 'refused', status, text };
}
