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

/** At the token endpoint: the token was certainly not spent. */
const notSpent: readonly (readonly [string, Network])[] = [
  ['no name', fails('ENOTFOUND')],
  ['no name server', fails('EAI_AGAIN')],
  ['refused connection', fails('ECONNREFUSED')],
  ['connect time-out', fails('UND_ERR_CONNECT_TIMEOUT')],
  ['bad certificate', fails('CERT_HAS_EXPIRED')],
  ['429', async () => page(429, 'Too many requests', { 'retry-after': '3' })],
];

/** At the token endpoint: Spotify may have handled the request, and the answer is lost. */
const maybeSpent: readonly (readonly [string, Network])[] = [
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

interface Result {
  calls: number;
  lost: { readonly code: string; readonly isUncertain: boolean }[];
  readonly met: Record<string, number>;
  uncertainties: number;
  refreshes: number;
}

/**
 * Calls the SDK once an hour for 179 days, with one of the given faults in one call of ten. If a person is needed, the
 * person comes five hours later and does what `refrain renew` does.
 */
async function sixMonths(
  kinds: typeof notSpent,
  { rotates, seed }: { rotates: boolean; seed: number },
): Promise<Result> {
  const bench = keeperBench();
  const random = seededRandom(seed);
  const keeper = await bench.kept({ rotates, random });
  const spotify = spotifyFor(keeper);
  const result: Result = { calls: 0, lost: [], met: {}, uncertainties: 0, refreshes: 0 };
  let personAt: number | undefined;
  const end = bench.clock.time + 179 * day;
  while (bench.clock.time < end) {
    bench.clock.time += hour + 60_000;
    if (personAt !== undefined && bench.clock.time >= personAt) {
      personAt = undefined;
      await keeper.refreshNow({ evenIfUncertain: true }).catch(async () => keeper.adopt(await bench.consent()));
    }
    let fault = random() < 0.1 ? kinds[Math.floor(random() * kinds.length)] : undefined;
    if (fault && refusals.includes(fault)) {
      // A refused token that is younger than a minute is not replaced at once.
      await keeper.accessToken().catch(() => {});
      bench.clock.time += 2 * 60_000;
    }
    bench.network = async (request, pass) => {
      const isRefusal = fault !== undefined && refusals.includes(fault);
      if (!fault || request.url.includes('/api/token') === isRefusal) return pass();
      const [name, fail] = fault;
      fault = undefined;
      result.met[name] = (result.met[name] ?? 0) + 1;
      return fail(request, pass);
    };
    const wasUncertain = (await keeper.state()).state === 'in_doubt';
    result.calls += 1;
    try {
      await spotify.player.getRecentlyPlayedTracks(1);
    } catch (error) {
      const code = error instanceof RefrainError ? error.code : String(error);
      const { state } = await keeper.state();
      result.lost.push({ code, isUncertain: state === 'in_doubt' });
      if (state === 'in_doubt' && !wasUncertain) {
        result.uncertainties += 1;
        personAt = bench.clock.time + 5 * hour;
      }
    }
  }
  result.refreshes = bench.refreshes.length;
  return result;
}

describe('six months of @spotify/web-api-ts-sdk on a keeper, an hour at a time', () => {
  it('lose no call if tokens do not rotate, with every kind of fault in one call of ten', async () => {
    const kinds = [...notSpent, ...maybeSpent, ...refusals];
    const result = await sixMonths(kinds, { rotates: false, seed: 1 });
    expect(result.calls).toBeGreaterThan(4200);
    expect(result.refreshes).toBeGreaterThan(result.calls);
    expect(Object.keys(result.met).toSorted()).toEqual(kinds.map(([name]) => name).toSorted());
    expect(Object.values(result.met).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(350);
    expect(result.lost).toEqual([]);
  });

  it('lose no call if tokens rotate, with faults that spend no token', async () => {
    const result = await sixMonths([...notSpent, ...refusals], { rotates: true, seed: 2 });
    expect(Object.values(result.met).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(350);
    expect(result.lost).toEqual([]);
  });

  it('lose calls only while a token is uncertain, if tokens rotate and answers are lost', async () => {
    const result = await sixMonths([...notSpent, ...maybeSpent, ...refusals], { rotates: true, seed: 3 });
    expect(result.uncertainties).toBeGreaterThan(100);
    expect(result.lost.filter(({ isUncertain }) => !isUncertain)).toEqual([]);
    // The call with the fault, and the four calls before the person came.
    expect(result.lost).toHaveLength(result.uncertainties * 5);
  });
});
