import type { Client } from '../client.ts';
import type { Answer } from './answer.ts';

const preflight = (client: Client, path: string, headers: string, method = 'POST') =>
  client.fetch(path, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://me.github.io',
      'access-control-request-method': method,
      'access-control-request-headers': headers,
    },
  });
const origin = { origin: 'https://me.github.io' };
const noCors = { 'access-control-allow-origin': null, 'access-control-allow-headers': null };

/** Section 5: what a page in a browser can send and read. */
export const cors: readonly Answer[] = [
  {
    name: '§5 /api/token: a form body and no other header works from any origin',
    ask: (client) => client.token({ grant_type: 'client_credentials', ...client.secretInBody }, origin),
    status: 200,
    headers: { 'access-control-allow-origin': '*', 'access-control-expose-headers': null },
  },
  {
    name: '§5 /api/token: a page can read why it was refused',
    ask: (client) => client.refresh('AQ'),
    status: 400,
    headers: { 'access-control-allow-origin': '*' },
  },
  ...['traceparent', 'b3', 'content-type,x-b3-traceid'].map((headers): Answer => ({
    name: `§5 /api/token: the preflight with ${headers} fails`,
    ask: (client) => preflight(client, '/api/token', headers),
    status: 403,
    headers: noCors,
  })),
  ...['authorization', 'content-type', 'Authorization, Content-Type'].map((headers): Answer => ({
    name: `§5 /api/token: the preflight with ${headers} passes`,
    ask: (client) => preflight(client, '/api/token', headers),
    status: 204,
    headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization, content-type' },
  })),
  {
    name: '§5 api: allow-origin *, no expose-headers',
    ask: (client) => client.ask('/v1/me'),
    status: 200,
    headers: { 'access-control-allow-origin': '*', 'access-control-expose-headers': null },
  },
  {
    name: '§5 api: errors can be read too, but not WWW-Authenticate',
    ask: (client) => client.api('/v1/me', 'BQ'),
    status: 401,
    headers: { 'access-control-allow-origin': '*', 'access-control-expose-headers': null },
  },
  ...['GET', 'POST', 'PUT', 'DELETE', 'PATCH'].map((method): Answer => ({
    name: `§5 api: the preflight for ${method} with Authorization and Content-Type passes`,
    ask: (client) => preflight(client, '/v1/me', 'authorization,content-type', method),
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST, OPTIONS, PUT, DELETE, PATCH',
    },
  })),
  {
    name: '§5 api: the preflight with another header fails',
    ask: (client) => preflight(client, '/v1/me', 'authorization,traceparent', 'GET'),
    status: 403,
    headers: noCors,
  },
  {
    name: '§5 api: a 429 may lack CORS headers',
    ask: (client) => {
      client.controls.answerNext('rate_limited_without_cors');
      return client.fetch('/v1/me');
    },
    status: 429,
    headers: { 'access-control-allow-origin': null },
  },
];
