import { expect } from 'vitest';
import { clientOfNewApp } from '../client.ts';
import type { Answer } from './answer.ts';

const deadEnd = (line: string) => ({
  status: 400,
  body: line,
  headers: { 'content-type': expect.stringContaining('text/plain'), location: null },
});
const asked = { status: 200, body: expect.stringContaining('You agree that') };

/** An app with these registered redirect URIs requests consent with this one. */
const askedWith = (registered: string, sent: string) => async () =>
  (await clientOfNewApp({ redirectUris: [registered] })).authorize({ redirect_uri: sent });

/** Sections 3, 4 and 9: what happens at /authorize. */
export const authorizeErrors: readonly Answer[] = [
  {
    name: '§3 redirect_uri: Not matching configuration: typed but not added',
    ask: (client) => client.authorize({ redirect_uri: 'https://example.com/callback' }),
    ...deadEnd('redirect_uri: Not matching configuration'),
  },
  {
    name: '§3 redirect_uri: Insecure: http off loopback',
    ask: (client) => client.authorize({ redirect_uri: 'http://example.com/' }),
    ...deadEnd('redirect_uri: Insecure'),
  },
  {
    name: '§3 redirect_uri: Insecure: the name localhost',
    ask: (client) => client.authorize({ redirect_uri: 'http://localhost:8888/' }),
    ...deadEnd('redirect_uri: Insecure'),
  },
  {
    name: '§3 redirect_uri: Insecure: the name localhost, even over https',
    ask: (client) => client.authorize({ redirect_uri: 'https://localhost/' }),
    ...deadEnd('redirect_uri: Insecure'),
  },
  {
    name: '§3 client_id: Not present: absent',
    ask: (client) => client.authorize({ client_id: undefined }),
    ...deadEnd('client_id: Not present'),
  },
  {
    name: '§3 client_id: Not present: empty',
    ask: (client) => client.authorize({ client_id: '' }),
    ...deadEnd('client_id: Not present'),
  },
  {
    name: '§3 response_type must be code',
    ask: (client) => client.authorize({ response_type: 'id_token' }),
    ...deadEnd('response_type must be code'),
  },
  {
    name: '§3 INVALID_CLIENT: Invalid client: unknown id',
    ask: (client) => client.authorize({ client_id: 'f'.repeat(32) }),
    ...deadEnd('INVALID_CLIENT: Invalid client'),
  },
  {
    name: '§3 Illegal scope: unknown',
    ask: (client) => client.authorize({ scope: 'user-top-read user-read-everything' }),
    ...deadEnd('Illegal scope'),
  },
  {
    name: '§3 a wrong method (a guess)',
    ask: (client) => client.fetch(client.authorizePath(), { method: 'PUT' }),
    status: 405,
    headers: { allow: 'GET, HEAD' },
  },
  {
    name: '§3 callback on refusal',
    ask: async (client) => Response.redirect(await client.decide('cancel')),
    status: 302,
    headers: { location: 'http://127.0.0.1:8888/?error=access_denied&state=a+state' },
  },
  {
    name: '§3 a user off the allowlist passes consent and gets tokens',
    ask: async (client) => {
      client.controls.changeApp(client.app.clientId, { allowlist: ['jules_o_neill'] });
      return client.exchangePkce(await client.pkceCode());
    },
    status: 200,
    body: expect.objectContaining({ refresh_token: expect.any(String) }),
  },
  {
    name: '§4 https is accepted',
    ask: askedWith('https://example.com/callback', 'https://example.com/callback'),
    ...asked,
  },
  {
    name: '§4 http on 127.0.0.1 is accepted, on any port if registered without one',
    ask: askedWith('http://127.0.0.1/callback', 'http://127.0.0.1:49152/callback'),
    ...asked,
  },
  {
    name: '§4 http on [::1] is accepted, on any port if registered without one',
    ask: askedWith('http://[::1]/callback', 'http://[::1]:49152/callback'),
    ...asked,
  },
  {
    name: '§4 registered with a port, no other port is accepted',
    ask: askedWith('http://127.0.0.1:8888/', 'http://127.0.0.1:8889/'),
    ...deadEnd('redirect_uri: Not matching configuration'),
  },
  {
    name: '§4 exact match: the slash',
    ask: askedWith('https://example.com/refrain/', 'https://example.com/refrain'),
    ...deadEnd('redirect_uri: Not matching configuration'),
  },
  {
    name: '§4 exact match: case',
    ask: askedWith('https://example.com/Callback', 'https://example.com/callback'),
    ...deadEnd('redirect_uri: Not matching configuration'),
  },
  {
    name: '§4 exact match: the query',
    ask: askedWith('http://127.0.0.1/', 'http://127.0.0.1:8888/?a=b'),
    ...deadEnd('redirect_uri: Not matching configuration'),
  },
  {
    name: '§4 exact match: the scheme',
    ask: askedWith('http://127.0.0.1/', 'https://127.0.0.1:8888/'),
    ...deadEnd('redirect_uri: Not matching configuration'),
  },
  {
    name: '§4 custom schemes are accepted',
    ask: askedWith('my-app:/callback', 'my-app:/callback'),
    ...asked,
  },
  {
    name: '§4 localhost is refused when it is registered',
    ask: (client) => register(client.emulator, 'http://localhost:8888/'),
    status: 400,
    body: { error: { message: expect.stringContaining('localhost') } },
  },
  {
    name: '§4 hyphens in loopback paths are rejected',
    ask: (client) => register(client.emulator, 'http://127.0.0.1/my-callback'),
    status: 400,
    body: { error: { message: expect.stringContaining('hyphen') } },
  },
  {
    name: '§9 user-read-birthdate is now an illegal scope',
    ask: (client) => client.authorize({ scope: 'user-read-birthdate' }),
    ...deadEnd('Illegal scope'),
  },
  ...[
    'You agree that <em>Practice</em> will be able to:',
    'View your Spotify account data',
    'View your activity on Spotify',
    'Content you have recently played',
    'Your top artists and content',
    'The content you are playing',
  ].map((words): Answer => ({
    name: `§9 consent page: ${words}`,
    ask: (client) => client.authorize(),
    status: 200,
    body: expect.stringContaining(words),
  })),
  {
    name: '§9 consent page: Take actions in Spotify on your behalf, if a scope does',
    ask: (client) => client.authorize({ scope: 'user-modify-playback-state' }),
    status: 200,
    body: expect.stringContaining('Take actions in Spotify on your behalf'),
  },
];

function register(emulator: { fetch: typeof fetch }, redirectUri: string): Promise<Response> {
  return emulator.fetch('http://127.0.0.1:4000/emulator/apps', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ redirectUris: [redirectUri] }),
  });
}
