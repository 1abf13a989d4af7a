import { Hono } from 'hono';
import { catalogue } from './catalogue-api.ts';
import { bearerGate, type BearerEnvironment } from './bearer.ts';
import { corsFor } from '../http/cors.ts';
import { player } from './player-api.ts';
import { profile } from './profile-api.ts';
import { top } from './top-api.ts';
import { webApiError } from './web-api-error.ts';
import type { World } from '../state/world.ts';

/** `/v1/…`: the part of the Web API that tells what somebody listens to. */
export function webApi(world: World): Hono<BearerEnvironment> {
  const app = new Hono<BearerEnvironment>().basePath('/v1');
  const methods = 'GET, POST, OPTIONS, PUT, DELETE, PATCH';
  app.use(corsFor({ methods, headers: ['accept', 'authorization', 'content-type', 'origin'] }));
  app.use(bearerGate(world));
  profile(app);
  player(app, world);
  top(app);
  catalogue(app);
  app.all('*', (c) => webApiError(c, 404, 'Service not found'));
  return app;
}
