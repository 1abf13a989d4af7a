import type { Hono } from 'hono';
import type { BearerEnvironment } from './bearer.ts';
import { catalogueArtists, catalogueTracks } from '../listeners/listeners.ts';

/** `GET /v1/tracks/{id}` and `/v1/artists/{id}`: open to every valid token, also from client credentials. */
export function addCatalogueRoutes(app: Hono<BearerEnvironment>): void {
  app.get('/tracks/:id', (c) => {
    const track = catalogueTracks.get(c.req.param('id'));
    return track ? c.json(c.get('wire').track(track)) : notFound(c.req.param('id'));
  });
  app.get('/artists/:id', (c) => {
    const artist = catalogueArtists.get(c.req.param('id'));
    return artist ? c.json(c.get('wire').fullArtist(artist)) : notFound(c.req.param('id'));
  });

  function notFound(id: string): Response {
    const isId = /^[0-9A-Za-z]{22}$/.test(id);
    const [status, message] = isId ? ([404, 'Resource not found'] as const) : ([400, 'Invalid base62 id'] as const);
    return Response.json({ error: { status, message } }, { status });
  }
}
