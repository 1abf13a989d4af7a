import { expect } from 'vitest';
import type { Answer } from './answer.ts';

const without = (...names: string[]) =>
  expect.not.objectContaining(Object.fromEntries(names.map((n) => [n, anything])));
const anything = expect.toSatisfy(() => true);
const firstItem = async (answer: Response): Promise<Response> => {
  const { items } = (await answer.json()) as { items: unknown[] };
  return Response.json(items[0]);
};

/** Section 6: what development mode still allows. */
export const developmentMode: readonly Answer[] = [
  {
    name: '§6 if the owner’s Premium lapses, the app stops',
    ask: async (client) => {
      const { access_token } = await client.pkceTokens();
      client.controls.changeApp(client.app.clientId, { ownerPremium: false });
      return client.api('/v1/me', access_token);
    },
    status: 403,
  },
  {
    name: '§6 if Premium is paid again, the app works',
    ask: async (client) => {
      const { access_token } = await client.pkceTokens();
      client.controls.changeApp(client.app.clientId, { ownerPremium: false });
      client.controls.changeApp(client.app.clientId, { ownerPremium: true });
      return client.api('/v1/me', access_token);
    },
    status: 200,
  },
  ...['country', 'email', 'product', 'followers', 'explicit_content'].map((field): Answer => ({
    name: `§6 gone: user ${field}`,
    ask: (client) => client.ask('/v1/me', 'user-read-private user-read-email'),
    status: 200,
    body: without(field),
  })),
  {
    name: '§6 new: account_id, which differs from id',
    ask: async (client) => {
      const { id, account_id } = (await (await client.ask('/v1/me')).json()) as Record<string, string>;
      return Response.json({ differs: id !== account_id, account_id });
    },
    status: 200,
    body: { differs: true, account_id: expect.stringMatching(/^\w{22}$/) },
  },
  ...['popularity', 'available_markets', 'linked_from'].map((field): Answer => ({
    name: `§6 gone: track ${field}`,
    ask: async (client) => firstItem(await client.ask('/v1/me/top/tracks')),
    status: 200,
    body: without(field),
  })),
  ...['popularity', 'followers'].map((field): Answer => ({
    name: `§6 gone: artist ${field}`,
    ask: async (client) => firstItem(await client.ask('/v1/me/top/artists')),
    status: 200,
    body: without(field),
  })),
  ...['/v1/tracks?ids=a', '/v1/artists?ids=a', '/v1/users/somebody', '/v1/browse/new-releases'].map((path): Answer => ({
    name: `§6 gone: ${path}`,
    ask: (client) => client.ask(path),
    status: 404,
  })),
  {
    name: '§6 open: single items, to an app without a user too',
    ask: async (client) => {
      const { items } = (await (await client.ask('/v1/me/top/tracks')).json()) as { items: { id: string }[] };
      const answer = await client.token({ grant_type: 'client_credentials' }, client.basic);
      const { access_token } = (await answer.json()) as { access_token: string };
      return client.api(`/v1/tracks/${items[0]?.id}`, access_token);
    },
    status: 200,
    body: expect.objectContaining({ type: 'track', name: expect.any(String) }),
  },
];
