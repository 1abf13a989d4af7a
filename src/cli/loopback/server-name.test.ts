import { expect, it } from 'vitest';
import { identifyServer } from './server-name.ts';

const answering = (server: string) => async () => new Response(null, { headers: { server } });

it.each([
  ['refrain-page', /page/],
  ['refrain-login', /another login/],
])('recognizes %s', async (name, text) => {
  expect(await identifyServer('http://127.0.0.1:8888', answering(name))).toMatch(text);
});

it.each([answering('nginx'), async () => new Response(null), () => Promise.reject(new TypeError('fetch failed'))])(
  'does not guess what another program is',
  async (fetch) => {
    expect(await identifyServer('http://127.0.0.1:8888', fetch)).toBeUndefined();
  },
);
