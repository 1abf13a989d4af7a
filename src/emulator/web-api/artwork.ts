import { Hono } from 'hono';

/**
 * `GET /artwork/{id}/{size}.svg`: a cover drawn from the id: staff lines and a few notes on a colour.
 * The same id always gives the same picture.
 */
export function artwork(): Hono {
  const app = new Hono();
  app.get('/artwork/:id{[0-9A-Za-z]{22}}/:file{[0-9]{2,3}\\.svg}', (c) => {
    const size = Number.parseInt(c.req.param('file'), 10);
    return c.body(drawCover(c.req.param('id'), size), 200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'X-Content-Type-Options': 'nosniff',
    });
  });
  return app;
}

/** @param size the width and height, in pixels */
export function drawCover(id: string, size: number): string {
  const values = Array.from(id, (letter) => letter.charCodeAt(0));
  const sum = values.reduce((total, value, index) => total + value * (index + 1), 0);
  // From warm paper to aubergine, without green.
  const hue = (190 + (sum % 210)) % 360;
  const [ground, ink] = [`hsl(${hue} 42% ${24 + (sum % 5) * 4}%)`, `hsl(${(hue + 40) % 360} 70% 86%)`];
  const lines = [0, 1, 2, 3, 4].map((line) => `M0 ${20 + line * 6}H64`).join('');
  const notes = values.slice(0, 5).map((value, index) => {
    const [x, y] = [9 + index * 11.5, 17 + (value % 9) * 3];
    const stem = y > 32 ? `M${x + 2.9} ${y}v-14` : `M${x - 2.9} ${y}v14`;
    return `<ellipse cx="${x}" cy="${y}" rx="3.4" ry="2.5" transform="rotate(-20 ${x} ${y})"/><path d="${stem}"/>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 64 64">` +
    `<rect width="64" height="64" fill="${ground}"/>` +
    `<path d="${lines}" stroke="${ink}" stroke-opacity=".45" stroke-width=".6"/>` +
    `<g fill="${ink}" stroke="${ink}" stroke-width=".9">${notes.join('')}</g></svg>\n`
  );
}
