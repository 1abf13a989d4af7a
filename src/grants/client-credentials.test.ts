import { expect, it } from 'vitest';
import { failureOf } from '../../test/support/failure-of.ts';
import { jsonAnswer, recordingFetch } from '../../test/support/spotify/recording-fetch.ts';
import { spotify } from '../spotify/endpoints.ts';
import { getClientCredentialsToken } from './client-credentials.ts';

const now = Date.UTC(2026, 10, 24, 10);
const app = { clientId: 'a-client-id', clientSecret: 'hush', endpoints: spotify, now: () => now };
const answer = { access_token: 'BQ-app', token_type: 'Bearer', expires_in: 3600 };

it('sends client ID and secret in the body, and no scope', async () => {
  const { fetch, sent } = recordingFetch(jsonAnswer(answer));
  await getClientCredentialsToken({ ...app, fetch });
  expect(sent.map(({ form }) => form)).toEqual([
    { grant_type: 'client_credentials', client_id: 'a-client-id', client_secret: 'hush' },
  ]);
  expect(new Headers(sent[0]?.init.headers).has('authorization')).toBe(false);
});

it('gets an access token for an hour, without consent', async () => {
  const { fetch } = recordingFetch(jsonAnswer({ ...answer, refresh_token: 'AQ-stray' }));
  const tokens = await getClientCredentialsToken({ ...app, fetch });
  expect(tokens).toMatchObject({
    grant: 'client_credentials',
    accessToken: 'BQ-app',
    accessTokenExpiresAt: now + 3_600_000,
  });
  expect(tokens.refreshToken).toBeUndefined();
  expect(tokens.authorizedAt).toBeUndefined();
  expect(tokens.scopes).toBeUndefined();
});

it('sends nothing without a secret', async () => {
  const { fetch, sent } = recordingFetch();
  expect((await failureOf(() => getClientCredentialsToken({ ...app, clientSecret: '', fetch }))).code).toBe(
    'invalid_client',
  );
  expect(sent).toHaveLength(0);
});

it.each([
  ['Invalid client', 'invalid_client'],
  ['Invalid client secret', 'client_secret_wrong'],
  ['Client secret hush is wrong', 'client_secret_wrong'],
])('distinguishes a wrong client ID from a wrong secret: %s', async (error_description, code) => {
  const { fetch } = recordingFetch(jsonAnswer({ error: 'invalid_client', error_description }, 400));
  const error = await failureOf(() => getClientCredentialsToken({ ...app, fetch }));
  expect(error.code).toBe(code);
  expect(error.spotifySaid).not.toContain('hush');
});
