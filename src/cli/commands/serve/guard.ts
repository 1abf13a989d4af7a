import { isLoopback, isLoopbackHost } from '../../../spotify/loopback.ts';

/** Whether only programs of this machine can connect to this address. */
export function isLoopbackAddress(host: string): boolean {
  return isLoopback(host.includes(':') ? `[${host.replace(/^\[|\]$/g, '')}]` : host);
}

/** Whether a request names this machine. A website can point its own name at 127.0.0.1 (DNS rebinding). */
export function isForThisMachine(request: Request): boolean {
  return isLoopbackHost(request.headers.get('host') ?? new URL(request.url).host);
}

/** Whether a page of this machine sent the request, by its `Origin`, or by its `Referer`: a picture has no `Origin`. */
function isFromThisMachine({ headers }: Request): boolean {
  const page = headers.get('origin') ?? headers.get('referer') ?? '';
  return URL.canParse(page) && isLoopback(new URL(page).hostname);
}

/** Whether the page of this server sent the request, so that no other site can change anything. */
export function isFromOwnPage(request: Request): boolean {
  return request.headers.get('origin') === new URL(request.url).origin;
}

/**
 * On loopback, a response that only pages of this machine may read: any site that you visit could read your music
 * otherwise.
 */
export function forThisMachine(response: Response, request: Request): Response {
  const headers = new Headers(response.headers);
  // For a browser, two ports of 127.0.0.1 are two sites. So `same-site` would also keep a card out of your own page.
  if (!isFromThisMachine(request)) {
    headers.delete('access-control-allow-origin');
    headers.set('cross-origin-resource-policy', 'same-site');
  }
  headers.append('vary', 'Origin, Referer');
  return new Response(response.body, { status: response.status, headers });
}
