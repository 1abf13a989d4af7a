import { expect } from 'vitest';
import { pkce } from '../client.ts';
import type { Answer } from './answer.ts';

const accessToken = expect.stringMatching(/^BQ[\w-]{100,}$/);
const refreshToken = expect.stringMatching(/^AQ[\w-]{100,}$/);
const withRefreshToken = {
  access_token: accessToken,
  token_type: 'Bearer',
  expires_in: 3600,
  refresh_token: refreshToken,
  scope: 'user-top-read',
};
const { refresh_token: _, ...withoutRefreshToken } = withRefreshToken;
const scope = 'user-top-read';

/** Section 1: the grants, and whether a refresh answers with a refresh token. */
export const grants: readonly Answer[] = [
  {
    name: '§1 /authorize: the code and the state come back in the query',
    ask: async (client) => Response.json(Object.fromEntries((await client.decide('agree')).searchParams)),
    status: 200,
    body: { code: refreshToken, state: 'a state' },
  },
  {
    name: '§1 /authorize: without state, the callback has none',
    ask: async (client) => Response.json([...(await client.decide('agree', { state: '' })).searchParams.keys()]),
    status: 200,
    body: ['code'],
  },
  {
    name: '§1 /authorize: no scope asked, public data: a token with none',
    ask: async (client) => client.exchangePkce(await client.pkceCode({ scope: '' })),
    status: 200,
    body: { ...withRefreshToken, scope: '' },
  },
  {
    name: '§1 /authorize: consent given before, no show_dialog: straight back',
    ask: async (client) => {
      await client.decide('agree');
      return client.authorize({ show_dialog: undefined });
    },
    status: 302,
    headers: { location: expect.stringMatching(/^http:\/\/127\.0\.0\.1:8888\/\?code=AQ/) },
  },
  {
    name: '§1 /authorize: consent given before, show_dialog=true: asked again',
    ask: async (client) => {
      await client.decide('agree');
      return client.authorize({ show_dialog: 'true' });
    },
    status: 200,
    body: expect.stringContaining('Agree'),
  },
  {
    name: '§1 /authorize: a scope that was not agreed to before: asked again',
    ask: async (client) => {
      await client.decide('agree', { scope });
      return client.authorize({ scope: `${scope} streaming`, show_dialog: 'false' });
    },
    status: 200,
    body: expect.stringContaining('Agree'),
  },
  {
    name: '§1 code + secret, Basic',
    ask: async (client) => client.exchange(await client.code({ scope }), {}, client.basic),
    status: 200,
    body: withRefreshToken,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  },
  {
    name: '§1 code + secret, both in the body',
    ask: async (client) => client.exchange(await client.code({ scope }), client.secretInBody),
    status: 200,
    body: withRefreshToken,
  },
  {
    name: '§1 code + PKCE, no client authentication',
    ask: async (client) => client.exchangePkce(await client.pkceCode({ scope })),
    status: 200,
    body: withRefreshToken,
  },
  {
    name: '§1 PKCE plus secret is accepted',
    ask: async (client) =>
      client.exchange(await client.pkceCode({ scope }), { code_verifier: pkce.verifier }, client.basic),
    status: 200,
    body: withRefreshToken,
  },
  {
    name: '§1 PKCE plus secret: after a challenge, the verifier is required',
    ask: async (client) => client.exchange(await client.pkceCode(), {}, client.basic),
    status: 400,
    body: { error: 'invalid_request', error_description: 'code_verifier required' },
  },
  {
    name: '§1 refresh, Basic: no refresh token, the scope is there',
    ask: async (client) => {
      const { refresh_token } = await client.secretTokens({ scope });
      return client.token({ grant_type: 'refresh_token', refresh_token }, client.basic);
    },
    status: 200,
    body: withoutRefreshToken,
  },
  {
    name: '§1 refresh, client_id in the body (PKCE): no refresh token, the scope is there',
    ask: async (client) => client.refresh((await client.pkceTokens({ scope })).refresh_token),
    status: 200,
    body: withoutRefreshToken,
  },
  {
    name: '§1 refresh: the scope may be absent',
    ask: async (client) => {
      client.controls.set({ refreshAnswersScope: false });
      return client.refresh((await client.pkceTokens()).refresh_token);
    },
    status: 200,
    body: { access_token: accessToken, token_type: 'Bearer', expires_in: 3600 },
  },
  {
    name: '§1 refresh, PKCE, dashboard app: the first token keeps working',
    ask: async (client) => {
      const { refresh_token } = await client.pkceTokens({ scope });
      for (let times = 0; times < 3; times += 1) await client.refresh(refresh_token);
      return client.refresh(refresh_token);
    },
    status: 200,
    body: withoutRefreshToken,
  },
  {
    name: '§1 refresh, some client ids: a new token each time',
    ask: async (client) => {
      client.controls.changeApp(client.app.clientId, { rotates: true });
      return client.refresh((await client.pkceTokens({ scope })).refresh_token);
    },
    status: 200,
    body: withRefreshToken,
  },
  {
    name: '§1 refresh, some client ids: the old token no longer works',
    ask: async (client) => {
      client.controls.changeApp(client.app.clientId, { rotates: true });
      const { refresh_token } = await client.pkceTokens({ scope });
      await client.refresh(refresh_token);
      return client.refresh(refresh_token);
    },
    status: 400,
    body: { error: 'invalid_grant', error_description: 'Refresh token revoked' },
  },
  {
    name: '§1 a token issued with the secret does not refresh with only client_id',
    ask: async (client) => client.refresh((await client.secretTokens()).refresh_token),
    status: 400,
    body: expect.objectContaining({ error: 'invalid_request' }),
  },
  {
    name: '§1 no user: no refresh token, no scope',
    ask: (client) => client.token({ grant_type: 'client_credentials' }, client.basic),
    status: 200,
    body: { access_token: accessToken, token_type: 'Bearer', expires_in: 3600 },
  },
  {
    name: '§1 JSON is refused',
    ask: (client) =>
      client.fetch('/api/token', {
        method: 'POST',
        headers: { ...client.basic, 'content-type': 'application/json' },
        body: JSON.stringify({ grant_type: 'client_credentials' }),
      }),
    status: 400,
    body: { error: 'unsupported_grant_type', error_description: 'grant_type parameter is missing' },
  },
  {
    name: '§1 implicit grant: unsupported_response_type, in the fragment',
    ask: (client) => client.authorize({ response_type: 'token' }),
    status: 302,
    headers: { location: 'http://127.0.0.1:8888/#error=unsupported_response_type&state=a+state' },
  },
];
