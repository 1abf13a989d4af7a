import type { Health } from '../listening/listening.ts';
import { drawWrongOptions, type WrongOption } from '../listening/views/svg/wrong-option-card.ts';
import type { Format } from '../listening/views/views.ts';
import { elementScript } from './element/element-script.ts';

const methods = 'GET, HEAD, OPTIONS';

/** Any site may read the lists: they are public, and no request carries a cookie or a token. */
const readableByAll = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
};

const contentTypes: Readonly<Record<Format | 'js', string>> = {
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
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
    'content-type': contentTypes[format],
    ...(policy !== undefined && { 'content-security-policy': policy }),
    ...readableByAll,
    vary: 'Accept-Encoding',
  };
}

const plain = (text: string, status: number, headers: Record<string, string> = {}) =>
  new Response(`${text}\n`, { status, headers: { ...contentHeaders('txt'), 'cache-control': 'no-store', ...headers } });

export const notFound = (): Response => plain('Not found.', 404);

export const methodNotAllowed = (): Response => plain(`Use ${methods}.`, 405, { allow: methods });

/** @see https://fetch.spec.whatwg.org/#cors-preflight-fetch */
export function preflight(): Response {
  const headers = {
    ...readableByAll,
    allow: methods,
    'access-control-allow-methods': methods,
    'access-control-allow-headers': '*',
    'access-control-max-age': '86400',
  };
  return new Response(null, { status: 204, headers });
}

export function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { ...readableByAll, location, 'cache-control': 'no-store' } });
}

/** The script of `<refrain-listening>`. It changes only with the package. */
export function element(): Response {
  const headers = { ...contentHeaders('js'), 'cache-control': 'public, max-age=3600, stale-while-revalidate=86400' };
  return new Response(elementScript, { headers });
}

/** 503 for `failing`, so that a monitor that only looks at the status sees it. */
export function health(report: Health): Response {
  const status = report.status === 'failing' ? 503 : 200;
  const headers = { ...contentHeaders('json'), 'cache-control': 'no-store' };
  return new Response(JSON.stringify(report), { status, headers });
}

/** Seconds. Short, because the owner is just writing the address. */
const wrongMaxAge = 5;

/** More wrong options than this are only counted. */
const maxNamed = 8;

/**
 * Says which options are wrong and what is allowed: with status 400, but as a card with 200, because image proxies show
 * nothing for another status.
 */
export function wrongOptions(wrong: readonly WrongOption[], format: Format): Response {
  const headers = { ...contentHeaders(format), 'cache-control': `public, max-age=${wrongMaxAge}` };
  if (format === 'svg') return new Response(drawWrongOptions(wrong), { headers });
  const named = wrong.slice(0, maxNamed);
  const more = wrong.length > maxNamed ? ` and ${wrong.length - maxNamed} more` : '';
  const message = `Wrong options: ${named.map(({ given }) => given).join(', ')}${more}.`;
  const cure = [...new Set(named.map(({ allowed }) => allowed))].join(' ');
  if (format !== 'json') return plain(`${message}\n${cure}`, 400);
  return new Response(JSON.stringify({ error: { code: 'wrong_usage', message, cure } }), { status: 400, headers });
}
