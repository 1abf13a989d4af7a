import { isLoopbackHost } from '../../../spotify/loopback.ts';
import { serverNames } from '../../loopback/server-name.ts';
import type { PageFile } from './page-files.ts';
import { callbackPath, readPolicy } from './served-document.ts';

/** Headers of every response, which a static host should send too, except `Server`. The page's own policy is added. */
const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), ' +
    'microphone=(), midi=(), payment=(), serial=(), usb=(), clipboard-read=(self), clipboard-write=(self)',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-cache',
  Server: serverNames.page,
};

/**
 * Creates a function that answers requests for the built page.
 * @param files from `readPageFiles`
 * @param onRequest called with each request that names this machine
 */
export function createPageHandler(
  files: ReadonlyMap<string, PageFile>,
  onRequest: (request: Request) => void = () => {},
): (request: Request) => Response {
  const index = files.get('/index.html');
  const policy = index && readPolicy(new TextDecoder().decode(index.body));
  const headers = {
    ...commonHeaders,
    'Content-Security-Policy': [policy, "frame-ancestors 'none'"].filter(Boolean).join('; '),
  };

  return (request) => {
    // `localhost` is served too: the page itself explains why Spotify refuses it.
    if (!isLoopbackHost(hostOf(request))) return textResponse(421, 'This server answers only at 127.0.0.1.', headers);
    onRequest(request);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return textResponse(405, 'Only GET and HEAD are allowed.', { ...headers, Allow: 'GET, HEAD' });
    }
    const { pathname } = new URL(request.url);
    const file = files.get(pathname === '/' || pathname === callbackPath ? '/index.html' : pathname);
    if (!file) return textResponse(404, 'File not found.', headers);
    const fileHeaders = { ...headers, 'Content-Type': file.type, ETag: file.etag };
    if (request.headers.get('If-None-Match')?.includes(file.etag)) {
      return new Response(null, { status: 304, headers: fileHeaders });
    }
    if (request.method === 'HEAD') {
      return new Response(null, { headers: { ...fileHeaders, 'Content-Length': String(file.body.length) } });
    }
    return new Response(file.body, { headers: fileHeaders });
  };
}

function hostOf(request: Request): string {
  return request.headers.get('Host') ?? new URL(request.url).host;
}

function textResponse(status: number, text: string, headers: Readonly<Record<string, string>>): Response {
  return new Response(`${text}\n`, { status, headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' } });
}
