import { Hono } from 'hono';
import { artwork } from './web-api/artwork.ts';
import { authorize } from './oauth/authorize.ts';
import { createMovableClock, type EmulatorClock } from './state/clock.ts';
import { controlRoutes } from './controls/control-routes.ts';
import { Controls } from './controls/controls.ts';
import { frontPage } from './front-page.ts';
import { isForLoopback } from './http/guards.ts';
import { pageHeaders, plainHeaders } from './http/page-headers.ts';
import { performScript, realWait, type Wait } from './controls/perform-script.ts';
import { cryptoRandom, type RandomBytes } from './state/random.ts';
import { largestBody, largestControlBody, readBody } from './http/read-body.ts';
import { RequestLog } from './controls/request-log.ts';
import { ScriptedAnswers } from './controls/scripted-answers.ts';
import { icon, style } from './http/style.ts';
import { tokenEndpoint } from './oauth/token-endpoint.ts';
import { webApi } from './web-api/web-api.ts';
import { World } from './state/world.ts';

/** Everything has a default. */
export interface EmulatorOptions {
  /** The real time, which the controls can move. Default: this machine's. */
  readonly clock?: EmulatorClock | undefined;
  /** The source of tokens. Default: `crypto.getRandomValues`. */
  readonly random?: RandomBytes | undefined;
  /** How a scripted delay waits. Default: `setTimeout`. */
  readonly wait?: Wait | undefined;
}

/** An emulated Spotify. */
export interface Emulator {
  /**
   * Answers a request as Spotify would. The path decides which service answers, so any loopback origin works, and so do
   * Spotify's own two: pass it anywhere as `fetch`.
   * Rejects with a `TypeError` if a scripted answer cuts the connection.
   */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** The clock, the faults, the apps and the listeners. */
  readonly controls: Controls;
}

/** Creates an emulated Spotify. Everything is in memory and is gone with it. */
export function createEmulator({
  clock = Date,
  random = cryptoRandom,
  wait = realWait,
}: EmulatorOptions = {}): Emulator {
  const world = new World(createMovableClock(clock), random);
  const [answers, log] = [new ScriptedAnswers(), new RequestLog()];
  const controls = new Controls(world, answers, log);
  const app = routes(world, controls);

  async function respond(request: Request): Promise<Response> {
    if (!isForLoopback(request)) {
      return plain(421, 'This emulator answers only to 127.0.0.1, [::1] and localhost.');
    }
    const path = new URL(request.url).pathname;
    const isControl = path === '/emulator' || path.startsWith('/emulator/');
    const body = await readBody(request, isControl ? largestControlBody : largestBody);
    if (body === undefined) return plain(413, 'The body is too large.');
    const { method, signal } = request;
    if (['CONNECT', 'TRACE', 'TRACK'].includes(method)) return plain(405, 'This method is not supported.');
    const headers = new Headers(request.headers);
    const copy = new Request(request.url, { method, headers, signal, ...(body !== '' && { body }) });
    if (!isService(path)) return await app.fetch(copy);
    const entry = log.note(request, body, world.clock.now());
    const script = answers.take(method, path);
    const answer = async () => await app.fetch(copy);
    const response = script ? await performScript(script, request, answer, wait) : await answer();
    entry.status = response.status;
    return response;
  }

  return {
    controls,
    fetch: async (input, init) =>
      await respond(input instanceof Request && init === undefined ? input : new Request(input, init)),
  };
}

function routes(world: World, controls: Controls): Hono {
  const app = new Hono();
  app.get('/', (c) => c.html(frontPage(new URL(c.req.url).origin), 200, pageHeaders));
  app.get('/style.css', (c) => c.body(style, 200, { ...plainHeaders, 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/icon.svg', (c) => c.body(icon, 200, { ...plainHeaders, 'Content-Type': 'image/svg+xml; charset=utf-8' }));
  app.route('/', authorize(world));
  app.route('/', tokenEndpoint(world));
  app.route('/', webApi(world));
  app.route('/', artwork());
  app.route('/', controlRoutes(controls));
  app.notFound(() => plain(404, 'Nothing here. See / for what the emulator offers.'));
  app.onError(({ message }) => plain(500, `The emulator itself failed, not Spotify: ${message}`));
  return app;
}

function isService(path: string): boolean {
  return path === '/authorize' || path === '/api/token' || path.startsWith('/v1/');
}

function plain(status: number, line: string): Response {
  return new Response(line, { status, headers: { ...plainHeaders, 'Content-Type': 'text/plain; charset=utf-8' } });
}
