// @ts-check
/**
 * One server of `run.mjs`, in a process of its own, so that its processor time can be measured. The first message to it
 * says what to serve, and it replies with `{ port }`. To each later message it replies with the processor time that it has
 * used, in microseconds, and the number of its requests to Spotify.
 */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createHandler } from '../../dist/handler/index.js';
import { fakeSpotify } from './fake-spotify.mjs';

/** @typedef {{ kind: 'handler' | 'bare' | 'usual', responses?: Record<string, { body: string, headers: Record<string, string> }> }} Setup */

/** What most sites do: a refresh and a Web API request for each view. */
async function usual() {
  const refreshed = await fakeSpotify('/api/token');
  const { access_token } = await refreshed.json();
  const headers = { authorization: `Bearer ${access_token}` };
  const response = await fakeSpotify('/v1/me/player/recently-played?limit=20', { headers });
  const { items } = await response.json();
  return Response.json(items.map((/** @type {any} */ { track }) => ({ name: track.name, artists: track.artists })));
}

process.once('message', (/** @type {Setup} */ { kind, responses = {} }) => {
  /** @type {import('node:http').RequestListener} */
  const bare = (request, response) => {
    const { body = '', headers = {} } = responses[request.url ?? ''] ?? {};
    response.writeHead(200, headers);
    response.end(body);
  };
  const handler = createHandler({ keeper: { fetch: (path) => fakeSpotify(String(path)) } });
  const listener =
    kind === 'bare' ? bare : getRequestListener(kind === 'usual' ? usual : (request) => handler(request));
  const server = createServer(listener).listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
  });
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ processor: user + system, asked: fakeSpotify.asked });
  });
});
process.on('disconnect', () => process.exit());
