import { Hono, type Context } from 'hono';
import { withoutSecret } from '../state/apps.ts';
import { ControlError } from './control-error.ts';
import type { Controls } from './controls.ts';
import { isForeign } from '../http/guards.ts';
import { plainHeaders } from '../http/page-headers.ts';

/**
 * The controls over HTTP, JSON in and out. They refuse requests from pages of other origins, and accept only JSON, which
 * such a page cannot send without a preflight.
 */
export function controlRoutes(controls: Controls): Hono {
  const app = new Hono().basePath('/emulator');
  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(plainHeaders)) c.header(name, value);
    if (isForeign(c.req.raw)) return refusal(c, 403, 'Pages of other origins cannot use these controls.');
    await next();
    return undefined;
  });
  app.onError((error, c) => {
    if (error instanceof ControlError) return refusal(c, error.status, error.message);
    throw error;
  });
  const done = (c: Context) => c.json({ done: true });

  app.get('/', (c) => c.json(controls.state()));
  app.post('/clock', async (c) => c.json(controls.moveClock(await input(c))));
  app.post('/settings', async (c) => c.json(controls.set(await input(c))));
  app.post('/apps', async (c) => c.json(controls.registerApp(await input(c)), 201));
  app.post('/apps/:clientId', async (c) => {
    return c.json(withoutSecret(controls.changeApp(c.req.param('clientId'), await input(c))));
  });
  app.post('/answers', async (c) => (controls.answerNext(await input(c)), done(c)));
  app.delete('/answers', (c) => (controls.forgetAnswers(), done(c)));
  app.post('/revocations', async (c) => c.json(controls.revoke(await input(c))));
  app.post('/listeners/:id/now-playing', async (c) => {
    controls.setNowPlaying(c.req.param('id'), await input(c));
    return done(c);
  });
  app.post('/sign-in', async (c) => (controls.signIn(await input(c)), done(c)));
  app.get('/requests', (c) => c.json({ requests: controls.requests }));
  app.delete('/requests', (c) => (controls.forgetRequests(), done(c)));
  app.post('/reset', (c) => (controls.reset(), done(c)));
  app.all('*', (c) => refusal(c, 404, 'No such control, or not with this method. See / for the list.'));
  return app;
}

function refusal(c: Context, status: 400 | 403 | 404 | 415, message: string): Response {
  return c.json({ error: { message } }, status);
}

/** The JSON of the request; the control itself checks its content. */
async function input<T>(c: Context): Promise<T> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw new ControlError('Send JSON, with the header Content-Type: application/json.', 415);
  }
  try {
    return (await c.req.json()) as T;
  } catch {
    throw new ControlError('The body is not JSON.');
  }
}
