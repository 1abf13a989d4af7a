import type { Hono } from 'hono';
import type { BearerEnvironment } from './bearer.ts';
import { webApiError } from './web-api-error.ts';

/** `GET /v1/me`: the account of the token. A client credentials token has none. */
export function addProfileRoutes(app: Hono<BearerEnvironment>): void {
  app.get('/me', (c) => {
    const listener = c.get('listener');
    if (!listener) return webApiError(c, 401, 'Valid user authentication required');
    return c.json(c.get('wire').profile(listener));
  });
}
