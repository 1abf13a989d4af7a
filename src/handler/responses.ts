import type { Health } from '../listening/listening.ts';
import { countMore, drawWrongOptions, type WrongOption } from '../listening/views/svg/wrong-option-card.ts';
import type { Format } from '../listening/views/views.ts';
import { elementScript } from './element/element-script.ts';

const methods = 'GET, HEAD, OPTIONS';

/** Any site may read the lists: they are public, and no request carries a cookie or a token. */
const readableByAll = {
  'access-control-allow-origin': '*',
  // The element counts ages by the server's clock.
  'access-control-expose-headers': 'Age, Date',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
};

const contentTypes: Readonly<Record<Format | 'js', string>> = {
  json: 'application/json',
  svg: 'image/svg+xml',
  html: 'text/html',
  txt: 'text/plain',
  js: 'text/javascript',
};

/** For those who open a card or a list by its own address: it loads pictures, and nothing else. */
const policies: Partial<Record<Format | 'js', string>> = {
  svg: "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  html: "default-src 'none'; style-src 'unsafe-inline'; img-src http: https: data:; base-uri 'none'; form-action 'none'",
};

/** The headers of a format that are the same for every list. */
export function contentHeaders(format: Format | 'js'): Record<string, string> {
  const policy = policies[format];
  return {
    'content-type': `${contentTypes[format]}; charset=utf-8`,
    ...(policy && { 'content-security-policy': policy }),
    ...readableByAll,
    vary: 'Accept-Encoding',
  };
}

function send(
  format: Format | 'js',
  body: string,
  cacheControl: string,
  status = 200,
  headers: Record<string, string> = {},
): Response {
  return new Response(body, {
    status,
    headers: { ...contentHeaders(format), 'cache-control': cacheControl, ...headers },
  });
}

export const notFound = (): Response => send('txt', 'Not found.\n', 'no-store', 404);

export const methodNotAllowed = (): Response => send('txt', `Use ${methods}.\n`, 'no-store', 405, { allow: methods });

/** @see https://fetch.spec.whatwg.org/#cors-preflight-fetch */
export function preflight(): Response {
  const headers = {
    ...readableByAll,
    allow: methods,
    'access-control-allow-methods': methods,
    'access-control-allow-headers': '*',
  };
  return new Response(null, { status: 204, headers });
}

export function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { ...readableByAll, location, 'cache-control': 'no-store' } });
}

/** The script of `<refrain-listening>`. It changes only with the package. */
export const element = (): Response => send('js', elementScript, 'public, max-age=3600, stale-while-revalidate=86400');

/** 503 for `failing`, for monitors that read only the status. */
export const health = (report: Health): Response =>
  send('json', JSON.stringify(report), 'no-store', report.status === 'failing' ? 503 : 200);

/** Short, because the owner will probably correct the address soon. */
const wrongCache = 'public, max-age=5';

/** More wrong options than this are only counted. */
const maxNamed = 8;

/**
 * Says which options are wrong and what is allowed: with status 400, but as a card with 200, because image proxies show
 * nothing for another status.
 */
export function wrongOptions(wrong: readonly WrongOption[], format: Format): Response {
  if (format === 'svg') return send(format, drawWrongOptions(wrong), wrongCache);
  const named = wrong.slice(0, maxNamed);
  const message = `Wrong options: ${[...named.map(({ given }) => given), ...countMore(wrong, maxNamed)].join(', ')}.`;
  const cure = [...new Set(named.map(({ allowed }) => allowed))].join(' ');
  if (format !== 'json') return send('txt', `${message}\n${cure}\n`, wrongCache, 400);
  return send(format, JSON.stringify({ error: { code: 'wrong_usage', message, cure } }), wrongCache, 400);
}
