// Three lists on a page of your own. Without an account: PRACTICE=1 node server.mjs
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createTokenKeeper, endpointsFrom } from 'refrain';
import { createHandler } from 'refrain/handler';
import { practice } from 'refrain/practice';
import { fileStore } from 'refrain/stores/file';

const { PORT = '8787', PRACTICE, SPOTIFY_CLIENT_ID, SPOTIFY_REFRESH_TOKEN, SPOTIFY_AUTHORIZED_AT } = process.env;
const { SPOTIFY_ACCOUNTS_URL: accountsUrl, SPOTIFY_API_URL: apiUrl } = process.env;
const keeper = PRACTICE
  ? practice({ origin: `http://127.0.0.1:${PORT}` })
  : createTokenKeeper({
      app: { clientId: SPOTIFY_CLIENT_ID },
      store: fileStore({ folder: '.spotify-token' }), // add it to .gitignore
      seed: { refreshToken: SPOTIFY_REFRESH_TOKEN, authorizedAt: Date.parse(SPOTIFY_AUTHORIZED_AT) },
      endpoints: endpointsFrom({ accountsUrl, apiUrl }), // Spotify’s own, unless the variables name the emulator
    });
const listening = createHandler({ keeper });
const page = readFileSync(new URL('index.html', import.meta.url));

function respond(request) {
  const { pathname } = new URL(request.url);
  if (pathname === '/') return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  if (PRACTICE && pathname.startsWith('/artwork/')) return keeper.fetchImage(request.url);
  return listening(request);
}

const server = createServer(getRequestListener(respond));
server.listen(Number(PORT), '127.0.0.1', () => console.log(`http://127.0.0.1:${PORT}/`));
