import { expect } from 'vitest';
import type { Answer } from './answer.ts';

const json = (status: number, message: string) => ({ status, body: { error: { status, message } } });
const noUser =
  'The user is not registered for this application. Please check your settings on https://developer.spotify.com/dashboard.';
const noPremium = expect.stringMatching(
  /^Active premium subscription required for the owner of the app\. When the subscription status changes, /,
);
const plainText = { 'content-type': expect.stringContaining('text/plain') };

/** Section 8: errors of the Web API. */
export const webApiErrors: readonly Answer[] = [
  ...['', 'Basic abc', 'Token abc', 'Bearer'].map((authorization): Answer => ({
    name: `§8 400 Only valid bearer authentication supported: "${authorization}"`,
    ask: (client) => client.fetch('/v1/me', { headers: { authorization } }),
    ...json(400, 'Only valid bearer authentication supported'),
  })),
  {
    name: '§8 401 The access token expired: an hour old',
    ask: async (client) => {
      const { access_token } = await client.pkceTokens();
      client.controls.moveClock({ advanceMs: 3_600_000 });
      return client.api('/v1/me', access_token);
    },
    ...json(401, 'The access token expired'),
    headers: { 'www-authenticate': expect.stringContaining('The access token expired') },
  },
  {
    name: '§8 401: not a millisecond before',
    ask: async (client) => {
      const { access_token } = await client.pkceTokens();
      client.controls.moveClock({ advanceMs: 3_599_999 });
      return client.api('/v1/me', access_token);
    },
    status: 200,
  },
  {
    name: '§8 401 Invalid access token',
    ask: (client) => client.api('/v1/me', 'BQnot'),
    ...json(401, 'Invalid access token'),
  },
  {
    name: '§8 401 Invalid access token: a refresh token in its place',
    ask: async (client) => client.api('/v1/me', (await client.pkceTokens()).refresh_token),
    ...json(401, 'Invalid access token'),
  },
  { name: '§8 401 No token provided', ask: (client) => client.fetch('/v1/me'), ...json(401, 'No token provided') },
  {
    name: '§8 401 one message for all',
    ask: (client) => {
      client.controls.set({ unauthorizedSays: 'one for all' });
      return client.api('/v1/me', 'BQnot');
    },
    ...json(401, 'Missing/invalid/expired access token'),
    headers: { 'www-authenticate': expect.stringContaining('error_description="Invalid access token"') },
  },
  {
    name: '§8 401 one message for all: WWW-Authenticate has the real cause',
    ask: async (client) => {
      client.controls.set({ unauthorizedSays: 'one for all' });
      const { access_token } = await client.pkceTokens();
      client.controls.moveClock({ advanceMs: 3_600_000 });
      return client.api('/v1/me', access_token);
    },
    ...json(401, 'Missing/invalid/expired access token'),
    headers: { 'www-authenticate': expect.stringContaining('error_description="The access token expired"') },
  },
  {
    name: '§8 401 Permissions missing: scope missing on a live-player call',
    ask: (client) => client.ask('/v1/me/player/currently-playing', 'user-top-read'),
    ...json(401, 'Permissions missing'),
  },
  ...['/v1/me/player/recently-played', '/v1/me/top/tracks', '/v1/me/top/artists'].map((path): Answer => ({
    name: `§8 403 Insufficient client scope: ${path}`,
    ask: (client) => client.ask(path, 'user-read-currently-playing'),
    ...json(403, 'Insufficient client scope'),
  })),
  {
    name: '§8 403 user not registered, plain text',
    ask: async (client) => {
      client.controls.changeApp(client.app.clientId, { allowlist: ['jules_o_neill'] });
      return client.ask('/v1/me');
    },
    status: 403,
    body: noUser,
    headers: plainText,
  },
  {
    name: '§8 403 user not registered: the listed one is served',
    ask: async (client) => {
      client.controls.changeApp(client.app.clientId, { allowlist: ['jules_o_neill'] });
      return client.ask('/v1/me', '', 'jules_o_neill');
    },
    status: 200,
  },
  {
    name: '§8 403 user not registered, some report JSON',
    ask: async (client) => {
      client.controls.set({ gatesAnswer: 'json' });
      client.controls.changeApp(client.app.clientId, { allowlist: [] });
      return client.ask('/v1/me');
    },
    ...json(403, noUser),
  },
  {
    name: '§8 403 owner’s Premium, plain text',
    ask: async (client) => {
      client.controls.changeApp(client.app.clientId, { ownerPremium: false });
      return client.ask('/v1/me');
    },
    status: 403,
    body: noPremium,
    headers: plainText,
  },
  {
    name: '§8 429 Too many requests, Retry-After 1 to 4 s',
    ask: (client) => {
      client.controls.answerNext('rate_limited');
      return client.ask('/v1/me');
    },
    ...json(429, 'Too many requests'),
    headers: { 'retry-after': expect.stringMatching(/^[1-4]$/) },
  },
  {
    name: '§8 429 QUOTA_EXCEEDED, Retry-After of hours',
    ask: (client) => {
      client.controls.answerNext('quota_exceeded');
      return client.ask('/v1/me');
    },
    status: 429,
    body: { error: { status: 429, message: 'Too many requests', reason: 'QUOTA_EXCEEDED' } },
    headers: { 'retry-after': '48925' },
  },
  {
    name: '§8 an unknown path (a guess)',
    ask: (client) => client.ask('/v1/me/nothing'),
    ...json(404, 'Service not found'),
  },
  ...['/v1/me', '/v1/me/player/recently-played', '/v1/me/top/tracks'].map((path): Answer => ({
    name: `§8 a wrong method (a guess): POST ${path}`,
    ask: async (client) => {
      const { access_token } = await client.pkceTokens();
      return client.fetch(path, { method: 'POST', headers: { authorization: `Bearer ${access_token}` } });
    },
    ...json(405, 'Method not allowed'),
    headers: { allow: 'GET, HEAD' },
  })),
  ...(['bad_gateway', 'service_unavailable'] as const).map((fault, index): Answer => ({
    name: `§8 ${502 + index}, any body, passes`,
    ask: async (client) => {
      client.controls.answerNext({ fault, path: '/v1/me' });
      const [first, second] = [await client.ask('/v1/me'), await client.ask('/v1/me')];
      return Response.json([first.status, second.status]);
    },
    status: 200,
    body: [502 + index, 200],
  })),
];
