import { Hono } from 'hono';
import { authenticateClient } from './client-authentication.ts';
import { corsFor } from '../http/cors.ts';
import { plainHeaders } from '../http/page-headers.ts';
import { tokenGrants } from './token-grants.ts';
import { TokenRefusal } from './token-refusals.ts';
import type { World } from '../state/world.ts';

/**
 * `POST /api/token`: form-urlencoded in, JSON out; every refusal is HTTP 400.
 * @see https://developer.spotify.com/documentation/web-api/tutorials/code-flow
 */
export function tokenEndpoint(world: World): Hono {
  const app = new Hono();
  app.use('/api/token', corsFor({ methods: 'POST, OPTIONS', headers: ['authorization', 'content-type'] }));
  app.post('/api/token', async (c) => {
    c.header('Cache-Control', 'no-store');
    try {
      const fields = await readForm(c.req.raw);
      const grantType = fields.get('grant_type');
      if (!grantType) throw new TokenRefusal('grantTypeMissing');
      const grant = tokenGrants.get(grantType);
      if (!grant) throw new TokenRefusal('grantTypeUnknown');
      const client = authenticateClient(c.req.raw.headers.get('authorization'), fields, world.apps);
      return c.json(await grant(fields, client, world));
    } catch (error) {
      if (error instanceof TokenRefusal) return c.json(error.body, 400);
      throw error;
    }
  });
  app.all('/api/token', (c) => c.text('/api/token takes POST only.', 405, { ...plainHeaders, Allow: 'POST' }));
  return app;
}

async function readForm(request: Request): Promise<ReadonlyMap<string, string>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') throw new TokenRefusal('grantTypeMissing');
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(await request.text())) {
    // RFC 6749 section 3.2: parameters must not be included more than once.
    if (fields.has(name)) throw new TokenRefusal('doubled');
    fields.set(name, value);
  }
  return fields;
}
