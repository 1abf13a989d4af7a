import type { MiddlewareHandler } from 'hono';

/** The CORS rules of a service. */
interface CorsRules {
  readonly methods: string;
  /** Lower case; a preflight that asks for any other header fails. */
  readonly headers: readonly string[];
}

/**
 * CORS as on Spotify's services: every origin may read, and no header is exposed, so a page cannot see
 * `Retry-After` or `WWW-Authenticate`.
 */
export function corsFor({ methods, headers }: CorsRules): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'OPTIONS') {
      await next();
      c.res.headers.set('Access-Control-Allow-Origin', '*');
      return;
    }
    const asked = (c.req.header('access-control-request-headers') ?? '').toLowerCase().split(',');
    const refused = asked.map((name) => name.trim()).some((name) => name !== '' && !headers.includes(name));
    if (refused) return c.body(null, 403);
    return c.body(null, 204, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': headers.join(', '),
    });
  };
}
