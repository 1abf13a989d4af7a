import type { SpotifyApi } from '@spotify/web-api-ts-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RefrainError, type TokenKeeper } from '../../src/index.ts';
import { broken, day, hour, keeperBench, type KeeperBench } from '../support/keeper/keeper-bench.ts';
import { RecipeFolder } from '../support/snippets/recipe.ts';

const folder = new RecipeFolder();
let spotifyFor: (keeper: TokenKeeper) => SpotifyApi;
beforeAll(async () => {
  ({ spotifyFor } = await folder.load<{ spotifyFor: typeof spotifyFor }>('ts-sdk.js'));
});
afterAll(() => folder.remove());

type Network = KeeperBench['network'];

const page = (status: number, body: string, headers: Record<string, string> = {}) =>
  new Response(body, { status, headers });
const fails =
  (code: string): Network =>
  async () =>
    Promise.reject(broken(code));

/** At the token endpoint: the token was surely not spent. */
const notSpent: readonly (readonly [string, Network])[] = [
  ['no name', fails('ENOTFOUND')],
  ['no name server', fails('EAI_AGAIN')],
  ['refused connection', fails('ECONNREFUSED')],
  ['connect time-out', fails('UND_ERR_CONNECT_TIMEOUT')],
  ['bad certificate', fails('CERT_HAS_EXPIRED')],
  ['429', async () => page(429, 'Too many requests', { 'retry-after': '3' })],
];

/** At the token endpoint: Spotify did what was asked, or perhaps not, and the answer is lost. */
const perhapsSpent: readonly (readonly [string, Network])[] = [
  ['reset after the answer', async (_, pass) => (await pass(), Promise.reject(broken('ECONNRESET')))],
  ['reset before the request', fails('ECONNRESET')],
  ['502', async (_, pass) => (await pass(), page(502, '<h1>Error</h1>'))],
  ['503', async () => page(503, 'upstream connect error')],
  ['a login page', async (_, pass) => (await pass(), page(200, '<p>Sign in</p>'))],
  ['a cut body', async (_, pass) => page(200, (await (await pass()).text()).slice(0, 20))],
];

/** The Web API refuses a good access token. */
const refusals: readonly (readonly [string, Network])[] = [
  ['401', async () => page(401, '{"error":{"status":401,"message":"The access token expired"}}')],
];

/** The same numbers on every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Told {
  calls: number;
  lost: { readonly code: string; readonly inDoubt: boolean }[];
  readonly met: Record<string, number>;
  doubts: number;
  refreshes: number;
}

/**
 * One call an hour through the SDK until the six months are nearly over, with a fault in one call of ten, drawn from the
 * kinds given. Where a person is needed, one comes five hours later and does what `refrain renew` does.
 */
async function sixMonths(kinds: typeof notSpent, { rotates, seed }: { rotates: boolean; seed: number }): Promise<Told> {
  const bench = keeperBench();
  const random = seededRandom(seed);
  const keeper = await bench.kept({ rotates, random });
  const spotify = spotifyFor(keeper);
  const told: Told = { calls: 0, lost: [], met: {}, doubts: 0, refreshes: 0 };
  let personAt: number | undefined;
  const end = bench.clock.time + 179 * day;
  while (bench.clock.time < end) {
    bench.clock.time += hour + 60_000;
    if (personAt !== undefined && bench.clock.time >= personAt) {
      personAt = undefined;
      await keeper.refreshNow({ evenIfUncertain: true }).catch(async () => keeper.adopt(await bench.consent()));
    }
    let fault = random() < 0.1 ? kinds[Math.floor(random() * kinds.length)] : undefined;
    bench.network = async (request, pass) => {
      const isRefusal = fault !== undefined && refusals.includes(fault);
      if (!fault || request.url.includes('/api/token') === isRefusal) return pass();
      const [name, fail] = fault;
      fault = undefined;
      told.met[name] = (told.met[name] ?? 0) + 1;
      return fail(request, pass);
    };
    const wasInDoubt = (await keeper.state()).state === 'in_doubt';
    told.calls += 1;
    try {
      await spotify.player.getRecentlyPlayedTracks(1);
    } catch (error) {
      const code = error instanceof RefrainError ? error.code : String(error);
      const { state } = await keeper.state();
      told.lost.push({ code, inDoubt: state === 'in_doubt' });
      if (state === 'in_doubt' && !wasInDoubt) {
        told.doubts += 1;
        personAt = bench.clock.time + 5 * hour;
      }
    }
  }
  told.refreshes = bench.refreshes.length;
  return told;
}

describe('six months of @spotify/web-api-ts-sdk on a keeper, an hour at a time', () => {
  it('loses no call where tokens do not rotate, with faults of every kind in one call of ten', async () => {
    const kinds = [...notSpent, ...perhapsSpent, ...refusals];
    const told = await sixMonths(kinds, { rotates: false, seed: 1 });
    expect(told.calls).toBeGreaterThan(4200);
    expect(told.refreshes).toBeGreaterThan(told.calls);
    expect(Object.keys(told.met).toSorted()).toEqual(kinds.map(([name]) => name).toSorted());
    expect(Object.values(told.met).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(350);
    expect(told.lost).toEqual([]);
  }, 600_000);

  it('loses no call where they rotate, with faults that did not spend', async () => {
    const told = await sixMonths([...notSpent, ...refusals], { rotates: true, seed: 2 });
    expect(Object.values(told.met).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(350);
    expect(told.lost).toEqual([]);
  }, 600_000);

  it('loses calls only between a doubt and its renewal where they rotate and answers are lost', async () => {
    const told = await sixMonths([...notSpent, ...perhapsSpent, ...refusals], { rotates: true, seed: 3 });
    expect(told.doubts).toBeGreaterThan(100);
    expect(told.lost.filter(({ inDoubt }) => !inDoubt)).toEqual([]);
    // The call that met the fault, and the four before the person came.
    expect(told.lost).toHaveLength(told.doubts * 5);
  }, 600_000);
});
