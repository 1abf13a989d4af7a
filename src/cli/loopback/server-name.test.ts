import { expect, it } from 'vitest';
import { systemClock as clock } from '../../keeper/platform/clock.ts';
import { identifyServer } from './server-name.ts';

const answering = (server: string) => async () => new Response(null, { headers: { server } });

it.each([
  ['refrain-page', /page/],
  ['refrain-login', /another login/],
])('recognizes %s', async (name, text) => {
  expect(await identifyServer('http://127.0.0.1:8888', { fetch: answering(name), clock })).toMatch(text);
});

it.each([answering('nginx'), async () => new Response(null), () => Promise.reject(new TypeError('fetch failed'))])(
  'does not guess what another program is',
  async (fetch) => {
    expect(await identifyServer('http://127.0.0.1:8888', { fetch, clock })).toBeUndefined();
  },
);

it('does not wait for a server that says nothing', async () => {
  const silent = () => new Promise<never>(() => {});
  const passed = { ...clock, wait: async () => {} };
  expect(await identifyServer('http://127.0.0.1:8888', { fetch: silent, clock: passed })).toBeUndefined();
});
