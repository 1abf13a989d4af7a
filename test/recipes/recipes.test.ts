import { createRequire } from 'node:module';
import type { SpotifyApi } from '@spotify/web-api-ts-sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TokenKeeper } from '../../src/index.ts';
import { hour, keeperBench, type KeeperBench } from '../support/keeper/keeper-bench.ts';
import { RecipeFolder } from '../support/snippets/recipe.ts';

/** The parts of spotify-web-api-node that are used here. It has no types. */
interface WebApiNode {
  getMyRecentlyPlayedTracks(options: { limit: number }): Promise<{ body: { items: { track: { name: string } }[] } }>;
  getMyCurrentPlayingTrack(): Promise<unknown>;
}

type Ask = <Value>(call: (api: WebApiNode) => Promise<Value>) => Promise<Value>;

const folder = new RecipeFolder();
let bench: KeeperBench;

/** Each recipe as a function that returns the last played track. */
const recipes: Record<string, (keeper: TokenKeeper) => Promise<string | undefined>> = {};

beforeAll(async () => {
  const { lastPlayed } = await folder.load<{ lastPlayed(keeper: TokenKeeper): Promise<string> }>('plain-fetch.js');
  const sdk = await folder.load<{ spotifyFor(keeper: TokenKeeper): SpotifyApi }>('ts-sdk.js');
  const node = await folder.load<{ spotifyFor(keeper: TokenKeeper): Ask }>('web-api-node.js');
  recipes['plain fetch'] = lastPlayed;
  recipes['@spotify/web-api-ts-sdk'] = async (keeper) =>
    (await sdk.spotifyFor(keeper).player.getRecentlyPlayedTracks(1)).items[0]?.track.name;
  recipes['spotify-web-api-node'] = async (keeper) =>
    (await node.spotifyFor(keeper)((api) => api.getMyRecentlyPlayedTracks({ limit: 1 }))).body.items[0]?.track.name;
  answerSuperagent(() => bench.fetch);
});

afterAll(() => folder.remove());

beforeEach(() => {
  bench = keeperBench();
});

/** spotify-web-api-node accepts no fetch and sends its requests with superagent. This replaces the last step of superagent. */
function answerSuperagent(current: () => typeof fetch): void {
  const require = createRequire(import.meta.resolve('spotify-web-api-node'));
  const { Request } = require('superagent') as { Request: { prototype: Superagent } };
  Request.prototype.end = function end(done) {
    void (async () => {
      const { header, method, url, qs } = this;
      const query = new URLSearchParams(qs as Record<string, string>);
      const response = await current()(`${url.replace(':443', '')}?${query}`, { method, headers: header });
      const body: unknown = response.status === 204 ? {} : await response.json();
      const answer = { body, statusCode: response.status, headers: Object.fromEntries(response.headers) };
      if (response.ok) done(null, answer);
      else done(Object.assign(new Error('refused'), { response: answer }), answer);
    })();
  };
}

interface Superagent {
  readonly header: Record<string, string>;
  readonly method: string;
  readonly url: string;
  readonly qs: object;
  end(this: Superagent, done: (error: Error | null, answer: object) => void): void;
}

const calls = () => bench.controls.requests.filter(({ path }) => path.startsWith('/v1/'));
const names = ['plain fetch', '@spotify/web-api-ts-sdk', 'spotify-web-api-node'];

describe.each(names)('%s', (name) => {
  const ask = (keeper: TokenKeeper) => recipes[name]?.(keeper);

  it('gets an answer, and refreshes no valid token', async () => {
    const keeper = await bench.kept();
    expect(await ask(keeper)).toEqual(expect.any(String));
    expect(await ask(keeper)).toEqual(expect.any(String));
    expect(bench.refreshes).toHaveLength(0);
  });

  it('refreshes each time the access token expires, although no answer has a refresh token', async () => {
    const keeper = await bench.kept();
    for (let refreshed = 1; refreshed <= 3; refreshed += 1) {
      bench.clock.time += 2 * hour;
      expect(await ask(keeper)).toEqual(expect.any(String));
      expect(bench.refreshes).toHaveLength(refreshed);
    }
    expect(calls().every(({ status }) => status === 200)).toBe(true);
  });

  it('uses the new refresh token of a rotating app', async () => {
    const keeper = await bench.kept({ rotates: true });
    for (let hours = 0; hours < 3; hours += 1) {
      bench.clock.time += 2 * hour;
      expect(await ask(keeper)).toEqual(expect.any(String));
    }
    expect(new Set(bench.refreshes.map(({ refreshToken }) => refreshToken)).size).toBe(3);
  });

  it('refreshes once if Spotify rejects the access token early', async () => {
    const keeper = await bench.kept();
    bench.controls.revoke({ token: await keeper.accessToken() });
    expect(await ask(keeper)).toEqual(expect.any(String));
    expect(bench.refreshes).toHaveLength(1);
    expect(calls().map(({ status }) => status)).toEqual([401, 200]);
  });

  it('does not refresh if a scope is missing', async () => {
    const keeper = await bench.kept();
    const body = { error: { status: 401, message: 'Permissions missing' } };
    bench.controls.answerNext({ path: '/v1/*', status: 401, body });
    await expect(ask(keeper)).rejects.toThrow(/401|expired token|Permissions missing/);
    expect(bench.refreshes).toHaveLength(0);
  });

  it('shares one refresh between simultaneous calls', async () => {
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(keeper)));
    expect(new Set(answers).size).toBe(1);
    expect(bench.refreshes).toHaveLength(1);
  });

  it('fails with not_logged_in before the first login', async () => {
    await expect(ask(bench.keeper())).rejects.toMatchObject({ code: 'not_logged_in' });
  });
});
