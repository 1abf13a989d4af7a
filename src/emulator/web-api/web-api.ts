import { Hono } from 'hono';
import { addCatalogueRoutes } from './catalogue-api.ts';
import { bearerGate, type BearerEnvironment } from './bearer.ts';
import { corsFor } from '../http/cors.ts';
import { addPlayerRoutes } from './player-api.ts';
import { addProfileRoutes } from './profile-api.ts';
import { addTopRoutes } from './top-api.ts';
import { webApiError } from './web-api-error.ts';
import type { World } from '../state/world.ts';

/** `/v1/…`: the part of the Web API about a user's listening. */
export function webApi(world: World): Hono<BearerEnvironment> {
  const app = new Hono<BearerEnvironment>().basePath('/v1');
  const methods = 'GET, POST, OPTIONS, PUT, DELETE, PATCH';
  app.use(corsFor({ methods, headers: ['accept', 'authorization', 'content-type', 'origin'] }));
  app.use(bearerGate(world));
  addProfileRoutes(app);
  addPlayerRoutes(app, world);
  addTopRoutes(app);
  addCatalogueRoutes(app);
  // These paths can only be read: every `GET` has its answer by now, and Hono answers `HEAD` as `GET`.
  for (const { path } of app.routes.filter(({ method }) => method === 'GET')) {
    app.all(path.slice('/v1'.length), (c) => {
      c.header('Allow', 'GET, HEAD');
      return webApiError(c, 405, 'Method not allowed');
    });
  }
  app.all('*', (c) => webApiError(c, 404, 'Service not found'));
  return app;
}
