import { expect, it } from 'vitest';
import { createServeHandler } from './serve-handler.ts';

const handle = createServeHandler({
  lists: () => () => new Response('list'),
  artwork: () => undefined,
  index: async () => undefined,
  base: '/my/lists',
  isLoopback: false,
  elapsed: () => 0,
  now: () => 0,
  log: () => {},
});

it('leads to its index by a path, so that neither a proxy nor a Host of a request changes the address', async () => {
  const { status, headers } = await handle(
    new Request('http://10.0.0.1:8787/my/lists', { headers: { host: 'evil.example' } }),
  );
  const location = headers.get('location') ?? '';
  expect([status, location]).toEqual([308, '/my/lists/']);
  expect(String(new URL(location, 'https://site.example/my/lists'))).toBe('https://site.example/my/lists/');
});
