import { expect, it } from 'vitest';
import { createIndexRoutes } from './index-routes.ts';

const policyOf = async (imageOrigin: string | undefined) => {
  const routes = createIndexRoutes({
    lists: () => () => new Response('[]'),
    base: '',
    files: new Map(),
    practice: undefined,
    restartPractice() {},
    loginCommand: 'refrain login',
    now: () => 0,
    imageOrigin,
  });
  const response = await routes(new Request('http://127.0.0.1:8787/'), '/');
  return response?.headers.get('content-security-policy') ?? '';
};

it('lets the index load the artwork of the server that answers instead of Spotify, and no other', async () => {
  const imagesOf = async (origin?: string) => /img-src ([^;]+);/.exec(await policyOf(origin))?.[1]?.split(' ') ?? [];
  const spotifyOnly = await imagesOf();
  expect(spotifyOnly).toContain('https://i.scdn.co');
  expect(await imagesOf('http://127.0.0.1:8889')).toEqual([...spotifyOnly, 'http://127.0.0.1:8889']);
});
