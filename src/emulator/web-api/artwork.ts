import { Hono } from 'hono';
import { drawCover } from './cover.ts';
import { encodePng } from './png.ts';

/** The largest side of a cover, in pixels, as at Spotify. */
const maxSize = 640;

/** `GET /artwork/{id}/{size}.png`: a cover drawn from the id. */
export function artwork(): Hono {
  const app = new Hono();
  app.get('/artwork/:id{[0-9A-Za-z]{22}}/:file{[1-9][0-9]{1,2}\\.png}', (c) => {
    const size = Number.parseInt(c.req.param('file'), 10);
    if (size > maxSize) return c.notFound();
    return c.body(encodePng(drawCover(c.req.param('id'), size)), 200, {
      'Content-Type': 'image/png',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
    });
  });
  return app;
}
