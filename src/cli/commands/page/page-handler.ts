import { isLoopbackHost } from '../../../spotify/loopback.ts';
import type { PageFile } from './page-files.ts';
import { policyOf } from './with-emulator.ts';

/** Headers that a static host is to send as well, where it can; the page's own policy comes with each answer. */
const alwaysSent: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), ' +
    'microphone=(), midi=(), payment=(), serial=(), usb=(), clipboard-read=(self), clipboard-write=(self)',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-cache',
};

/**
 * Answers for the built page, as a function from `Request` to `Response`.
 * @param files what {@link readPageFiles} gives
 */
export function createPageHandler(files: ReadonlyMap<string, PageFile>): (request: Request) => Response {
  const index = files.get('/index.html');
  const policy = index && policyOf(new TextDecoder().decode(index.body));
  const headers = {
    ...alwaysSent,
    'Content-Security-Policy': [policy, "frame-ancestors 'none'"].filter(Boolean).join('; '),
  };

  return (request) => {
    // `localhost` is served too: the page itself explains why Spotify refuses it.
    if (!isLoopbackHost(hostOf(request))) return words(421, 'This server answers at 127.0.0.1 only.', headers);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return words(405, 'GET and HEAD are all that is known here.', { ...headers, Allow: 'GET, HEAD' });
    }
    const { pathname } = new URL(request.url);
    const file = files.get(pathname === '/' ? '/index.html' : pathname);
    if (!file) return words(404, 'There is no such file.', headers);
    const sent = { ...headers, 'Content-Type': file.type, ETag: file.etag };
    if (request.headers.get('If-None-Match')?.includes(file.etag))
      return new Response(null, { status: 304, headers: sent });
    if (request.method === 'HEAD') {
      return new Response(null, { headers: { ...sent, 'Content-Length': String(file.body.length) } });
    }
    return new Response(file.body, { headers: sent });
  };
}

function hostOf(request: Request): string {
  return request.headers.get('Host') ?? new URL(request.url).host;
}

function words(status: number, text: string, headers: Readonly<Record<string, string>>): Response {
  return new Response(`${text}\n`, { status, headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' } });
}
