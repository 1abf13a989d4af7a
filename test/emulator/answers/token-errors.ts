import { expect } from 'vitest';
import { pkce, type Client } from '../client.ts';
import type { Answer } from './answer.ts';

const refusal = (error: string, error_description?: string) => ({
  status: 400,
  body: error_description === undefined ? { error } : { error, error_description },
});
const day = 86_400_000;

async function refreshAfter(client: Client, milliseconds: number): Promise<Response> {
  const { refresh_token } = await client.pkceTokens();
  client.controls.moveClock({ advanceMs: milliseconds });
  return client.refresh(refresh_token);
}

/** Section 2: the six months, and the refusals of the token endpoint. */
export const tokenErrors: readonly Answer[] = [
  {
    name: '§2 six months: valid until the last millisecond of day 180',
    ask: (client) => refreshAfter(client, 180 * day - 1),
    status: 200,
  },
  {
    name: '§2 six months: an expired token is refused as "revoked"',
    ask: (client) => refreshAfter(client, 180 * day),
    ...refusal('invalid_grant', 'Refresh token revoked'),
  },
  {
    name: '§2 six months: an expired token can also be refused as "expired"',
    ask: (client) => {
      client.controls.set({ overdueRefreshTokenSays: 'expired' });
      return refreshAfter(client, 180 * day);
    },
    ...refusal('invalid_grant', 'Refresh token expired'),
  },
  {
    name: '§2 six months: refreshing does not extend them',
    ask: async (client) => {
      const { refresh_token } = await client.pkceTokens();
      client.controls.moveClock({ advanceDays: 179 });
      await client.refresh(refresh_token);
      client.controls.moveClock({ advanceDays: 1 });
      return client.refresh(refresh_token);
    },
    ...refusal('invalid_grant', 'Refresh token revoked'),
  },
  {
    name: '§2 six months: rotating does not extend them',
    ask: async (client) => {
      client.controls.set({ rotatesRefreshTokens: true });
      const { refresh_token } = await client.pkceTokens();
      client.controls.moveClock({ advanceDays: 100 });
      const second = (await (await client.refresh(refresh_token)).json()) as { refresh_token: string };
      client.controls.moveClock({ advanceDays: 80 });
      return client.refresh(second.refresh_token);
    },
    ...refusal('invalid_grant', 'Refresh token revoked'),
  },
  {
    name: '§2 six months: they count from consent, not from the exchange',
    ask: async (client) => {
      const code = await client.pkceCode();
      client.controls.moveClock({ advanceMs: 300_000 });
      const { refresh_token } = (await (await client.exchangePkce(code)).json()) as { refresh_token: string };
      client.controls.moveClock({ advanceMs: 180 * day - 300_000 });
      return client.refresh(refresh_token);
    },
    ...refusal('invalid_grant', 'Refresh token revoked'),
  },
  {
    name: '§2 invalid_grant: Refresh token revoked: app removed',
    ask: async (client) => {
      const { refresh_token } = await client.pkceTokens();
      client.controls.revoke({ clientId: client.app.clientId, listener: 'maya.lindqvist' });
      return client.refresh(refresh_token);
    },
    ...refusal('invalid_grant', 'Refresh token revoked'),
  },
  {
    name: '§2 invalid_grant: Invalid refresh token: mangled',
    ask: async (client) => client.refresh((await client.pkceTokens()).refresh_token.slice(0, -1)),
    ...refusal('invalid_grant', 'Invalid refresh token'),
  },
  {
    name: '§2 invalid_grant: Invalid refresh token: another app’s',
    ask: async (client) => {
      const other = client.controls.registerApp({ redirectUris: [] });
      return client.refresh((await client.pkceTokens()).refresh_token, { client_id: other.clientId });
    },
    ...refusal('invalid_grant', 'Invalid refresh token'),
  },
  {
    name: '§2 invalid_grant: Invalid authorization code: used twice',
    ask: async (client) => {
      const code = await client.pkceCode();
      await client.exchangePkce(code);
      return client.exchangePkce(code);
    },
    ...refusal('invalid_grant', 'Invalid authorization code'),
  },
  {
    name: '§2 invalid_grant: Invalid authorization code: used twice at once',
    ask: async (client) => {
      const code = await client.pkceCode();
      const answers = await Promise.all([client.exchangePkce(code), client.exchangePkce(code)]);
      return answers.find(({ status }) => status !== 200) ?? Response.error();
    },
    ...refusal('invalid_grant', 'Invalid authorization code'),
  },
  {
    name: '§2 invalid_grant: Invalid authorization code: cut',
    ask: async (client) => client.exchangePkce((await client.pkceCode()).slice(0, -4)),
    ...refusal('invalid_grant', 'Invalid authorization code'),
  },
  {
    name: '§2 invalid_grant: Invalid authorization code: another app’s',
    ask: async (client) => {
      const other = client.controls.registerApp({ redirectUris: [] });
      return client.exchangePkce(await client.pkceCode(), { client_id: other.clientId });
    },
    ...refusal('invalid_grant', 'Invalid authorization code'),
  },
  {
    name: '§2 invalid_grant: Authorization code expired: minutes old',
    ask: async (client) => {
      const code = await client.pkceCode();
      client.controls.moveClock({ advanceMs: 600_000 });
      return client.exchangePkce(code);
    },
    ...refusal('invalid_grant', 'Authorization code expired'),
  },
  {
    name: '§2 invalid_grant: Invalid redirect URI: differs from /authorize',
    ask: async (client) => client.exchangePkce(await client.pkceCode(), { redirect_uri: 'http://127.0.0.1:8889/' }),
    ...refusal('invalid_grant', 'Invalid redirect URI'),
  },
  {
    name: '§2 invalid_grant: code_verifier was incorrect: wrong verifier',
    ask: async (client) => client.exchangePkce(await client.pkceCode(), { code_verifier: 'w'.repeat(43) }),
    ...refusal('invalid_grant', 'code_verifier was incorrect'),
  },
  {
    name: '§2 invalid_grant: code_verifier was incorrect: padded challenge',
    ask: async (client) => client.exchangePkce(await client.pkceCode({ code_challenge: `${pkce.challenge}=` })),
    ...refusal('invalid_grant', 'code_verifier was incorrect'),
  },
  {
    name: '§2 invalid_grant: code_verifier was invalid: too short',
    ask: async (client) => client.exchangePkce(await client.pkceCode(), { code_verifier: 'w'.repeat(42) }),
    ...refusal('invalid_grant', 'code_verifier was invalid'),
  },
  {
    name: '§2 invalid_grant: code_verifier was incorrect: no challenge was sent',
    ask: async (client) => client.exchange(await client.code(), { code_verifier: pkce.verifier }, client.basic),
    ...refusal('invalid_grant', 'code_verifier was incorrect'),
  },
  {
    name: '§2 Authorization code: valid until the last millisecond of its ten minutes',
    ask: async (client) => {
      const code = await client.pkceCode();
      client.controls.moveClock({ advanceMs: 599_999 });
      return client.exchangePkce(code);
    },
    status: 200,
  },
  {
    name: '§2 invalid_client, no description: no Basic',
    ask: (client) => client.token({ grant_type: 'client_credentials' }),
    ...refusal('invalid_client'),
  },
  ...[
    'Basic not base64!',
    'Basic abcde',
    'Basic ab=',
    `Basic ${btoa('no colon')}`,
    `Basic ${btoa(':')}`,
    'Bearer abc',
  ].map((authorization): Answer => ({
    name: `§2 invalid_client, no description: malformed Basic: ${authorization}`,
    ask: (client) => client.token({ grant_type: 'client_credentials' }, { authorization }),
    ...refusal('invalid_client'),
  })),
  {
    name: '§2 invalid_client, no description: the secret grant without its secret',
    ask: async (client) => client.exchange(await client.code(), { client_id: client.app.clientId }),
    ...refusal('invalid_client'),
  },
  {
    name: '§2 invalid_client: Invalid client: unknown id',
    ask: (client) => client.refresh('AQ', { client_id: 'f'.repeat(32) }),
    ...refusal('invalid_client', 'Invalid client'),
  },
  {
    name: '§2 invalid_client: Invalid client secret',
    ask: async (client) => client.exchange(await client.code(), { ...client.secretInBody, client_secret: 'wrong' }),
    ...refusal('invalid_client', 'Invalid client secret'),
  },
  {
    name: '§2 invalid_client: the code still works after a wrong secret',
    ask: async (client) => {
      const code = await client.code();
      await client.exchange(code, { ...client.secretInBody, client_secret: 'wrong' });
      return client.exchange(code, client.secretInBody);
    },
    status: 200,
  },
  {
    name: '§2 invalid_request: code must be supplied: blank',
    ask: (client) => client.exchangePkce(''),
    ...refusal('invalid_request', 'code must be supplied'),
  },
  {
    name: '§2 invalid_request: refresh_token must be supplied: blank',
    ask: (client) => client.refresh(''),
    ...refusal('invalid_request', 'refresh_token must be supplied'),
  },
  {
    name: '§2 unsupported_grant_type: grant_type parameter is missing',
    ask: (client) => client.token({}, client.basic),
    ...refusal('unsupported_grant_type', 'grant_type parameter is missing'),
  },
  {
    name: '§2 unsupported_grant_type: the description lists the three grant types',
    ask: (client) => client.token({ grant_type: 'password' }, client.basic),
    ...refusal('unsupported_grant_type', 'grant_type must be client_credentials, authorization_code or refresh_token'),
  },
  ...['GET', 'HEAD', 'PUT'].map((method): Answer => ({
    name: `§2 a wrong method (a guess): ${method}`,
    ask: (client) => client.fetch('/api/token?grant_type=client_credentials', { method }),
    status: 405,
    headers: { allow: 'POST', 'access-control-allow-origin': '*' },
  })),
  {
    name: '§2 HTML 502, try again in 30 seconds',
    ask: (client) => {
      client.controls.answerNext({ fault: 'bad_gateway', path: '/api/token' });
      return client.token({});
    },
    status: 502,
    body: expect.stringMatching(/^<!doctype html>.*try again in 30 seconds/i),
    headers: { 'content-type': expect.stringContaining('text/html') },
  },
  {
    name: '§2 plain-text 503',
    ask: (client) => {
      client.controls.answerNext({ fault: 'service_unavailable', path: '/api/token' });
      return client.token({});
    },
    status: 503,
    headers: { 'content-type': expect.stringContaining('text/plain') },
  },
  {
    name: '§2 false revocation: a good token is called revoked',
    ask: async (client) => {
      const { refresh_token } = await client.pkceTokens();
      client.controls.answerNext('refresh_token_called_revoked');
      return client.refresh(refresh_token);
    },
    ...refusal('invalid_grant', 'Refresh token revoked'),
  },
  {
    name: '§2 false revocation: the token still works afterwards',
    ask: async (client) => {
      const { refresh_token } = await client.pkceTokens();
      client.controls.answerNext('refresh_token_called_revoked');
      await client.refresh(refresh_token);
      return client.refresh(refresh_token);
    },
    status: 200,
  },
];
