import { describe, expect, it } from 'vitest';
import { failureOf } from '../../test/support/failure-of.ts';
import { broken, day, hour, keeperBench, minute } from '../../test/support/keeper/keeper-bench.ts';

describe('an access token', () => {
  it('comes from memory while it is fresh, then from one request', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    const first = await keeper.accessToken();
    bench.clock.time += 58 * minute;
    expect(await keeper.accessToken()).toBe(first);
    expect(bench.refreshes).toHaveLength(0);
    bench.clock.time += 2 * minute;
    expect(await keeper.accessToken()).not.toBe(first);
    expect(bench.refreshes).toHaveLength(1);
  });

  it('costs one request for any number of calls', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    const tokens = await Promise.all(Array.from({ length: 10_000 }, () => keeper.accessToken()));
    expect(new Set(tokens).size).toBe(1);
    expect(bench.refreshes).toHaveLength(1);
  });

  it('is shared by all keepers of one store', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    const others = Array.from({ length: 8 }, () => bench.keeper());
    const tokens = await Promise.all([keeper, ...others].map((one) => one.accessToken()));
    expect(new Set(tokens).size).toBe(1);
    expect(bench.refreshes).toHaveLength(1);
  });

  it('is returned even if its lifetime is very short', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    bench.controls.answerNext({ path: '/api/token', amend: { expires_in: 1, access_token: 'BQ-short' } });
    bench.network = async (_, pass) => {
      const response = await pass();
      bench.clock.time += 5000;
      return response;
    };
    expect(await keeper.accessToken()).toBe('BQ-short');
  });

  it('is replaced at most a tenth of its lifetime early', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    bench.controls.answerNext({ path: '/api/token', amend: { expires_in: 100 } });
    await keeper.accessToken();
    bench.clock.time += 89_000;
    await keeper.accessToken();
    expect(bench.refreshes).toHaveLength(1);
    bench.clock.time += 2000;
    await keeper.accessToken();
    expect(bench.refreshes).toHaveLength(2);
  });

  it('is used for an hour if the answer has no lifetime', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    bench.controls.answerNext({ path: '/api/token', amend: { expires_in: 0 } });
    const token = await keeper.accessToken();
    bench.clock.time += 50 * minute;
    expect(await keeper.accessToken()).toBe(token);
    bench.clock.time += 20 * minute;
    expect(await keeper.accessToken()).not.toBe(token);
  });

  it('still comes for other calls if one call is aborted', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    const { signal, abort } = controller();
    const gone = keeper.accessToken({ signal });
    const stays = keeper.accessToken();
    abort();
    await expect(gone).rejects.toThrow('gone');
    expect(await stays).toMatch(/./);
    expect(bench.refreshes).toHaveLength(1);
    await expect(keeper.accessToken({ signal })).rejects.toThrow('gone');
  });

  it('is returned until it expires if a refresh fails', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    const token = await keeper.accessToken();
    bench.clock.time += 59.5 * minute;
    bench.network = async () => Promise.reject(broken('ECONNREFUSED'));
    expect(await keeper.accessToken()).toBe(token);
    bench.clock.time += minute;
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'network' });
  });
});

describe('an access token that the Web API rejected', () => {
  it('causes one refresh', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    const rejected = await keeper.accessToken();
    const next = await keeper.accessToken({ rejected });
    expect(next).not.toBe(rejected);
    expect(await keeper.accessToken({ rejected })).toBe(next);
    expect(bench.refreshes).toHaveLength(1);
  });

  it('is an error if Spotify returns the same one again', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    const rejected = await keeper.accessToken();
    bench.controls.answerNext({ path: '/api/token', times: 5, amend: { access_token: rejected } });
    expect(await failureOf(() => keeper.accessToken({ rejected }))).toMatchObject({ code: 'access_token_expired' });
    expect(await failureOf(() => keeper.accessToken({ rejected }))).toMatchObject({ code: 'access_token_expired' });
    expect(bench.refreshes).toHaveLength(1);
  });

  it('causes no refresh if another process has saved a newer one', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    const other = bench.keeper();
    const rejected = await keeper.accessToken();
    expect(await other.accessToken()).toBe(rejected);
    const next = await keeper.accessToken({ rejected });
    expect(await other.accessToken({ rejected })).toBe(next);
    expect(bench.refreshes).toHaveLength(1);
  });
});

describe('keeper.fetch', () => {
  it('sets the access token, and refreshes it once after a 401', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.controls.revoke({ token: await keeper.accessToken() });
    const response = await keeper.fetch('/v1/me/player/recently-played?limit=1');
    expect(response.status).toBe(200);
    expect(bench.refreshes).toHaveLength(1);
  });

  it('does not refresh if a scope is missing', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.controls.answerNext({
      path: '/v1/*',
      status: 401,
      body: { error: { status: 401, message: 'Permissions missing' } },
    });
    const response = await keeper.fetch('https://api.spotify.com/v1/me/player');
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { message: 'Permissions missing' } });
    expect(bench.refreshes).toHaveLength(0);
  });

  it.each([
    ['never ends', () => new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode('{"error":')) })],
    ['is endless', () => new ReadableStream({ pull: (body) => body.enqueue(new Uint8Array(4096).fill(32)) })],
    ['cannot be cancelled', () => new ReadableStream({ cancel: () => new Promise<void>(() => {}) })],
    ['breaks', () => new ReadableStream({ pull: () => Promise.reject(new Error('reset')) })],
  ])('refreshes after a 401 whose body %s', async (_, body) => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    let asked = 0;
    bench.network = async (request, pass) => {
      if (!request.url.includes('/v1/')) return pass();
      return new Response(asked++ ? '{}' : body(), { status: asked > 1 ? 200 : 401 });
    };
    const statuses: number[] = [];
    const fetched = keeper.fetch('/v1/me').then(({ status }) => statuses.push(status));
    while (statuses.length === 0) await bench.clock.pass(1000);
    await fetched;
    expect(statuses).toEqual([200]);
    expect(asked).toBe(2);
  });

  it('returns the second 401', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.controls.answerNext({
      path: '/v1/*',
      times: 2,
      status: 401,
      body: { error: { status: 401, message: 'Invalid access token' } },
    });
    expect((await keeper.fetch('/v1/me')).status).toBe(401);
    expect(bench.refreshes).toHaveLength(1);
  });

  it('sends the body again after a 401', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    const bodies: string[] = [];
    bench.network = async (request, pass) => {
      if (!request.url.includes('/v1/')) return pass();
      bodies.push(await request.text());
      return new Response(null, { status: bodies.length === 1 ? 401 : 204 });
    };
    const sent = { method: 'PUT', body: '{"ids":["1"]}', headers: { 'content-type': 'application/json' } };
    expect((await keeper.fetch('/v1/me/tracks', sent)).status).toBe(204);
    expect(bodies).toEqual(['{"ids":["1"]}', '{"ids":["1"]}']);
  });

  it('follows no redirect, because some runtimes send the token along', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    const redirects: string[] = [];
    bench.network = async (request, pass) => {
      if (!request.url.includes('/v1/')) return pass();
      redirects.push(request.redirect);
      return new Response(null, {
        status: redirects.length === 1 ? 401 : 302,
        headers: { location: 'https://evil.example' },
      });
    };
    const { status, headers } = await keeper.fetch('/v1/me', { redirect: 'follow' });
    expect([status, headers.get('location')]).toEqual([302, 'https://evil.example']);
    expect(redirects).toEqual(['manual', 'manual']);
  });

  it.each(['https://evil.example/v1/me', '//evil.example/v1/me', 'http://api.spotify.com/v1/me'])(
    'sends no token to %s',
    async (url) => {
      const bench = keeperBench();
      const keeper = await bench.kept();
      let asked = 0;
      bench.network = async (_, pass) => {
        asked++;
        return pass();
      };
      const { origin } = new URL(url, 'https://api.spotify.com');
      expect(await failureOf(() => keeper.fetch(url))).toMatchObject({ code: 'endpoint_refused', detail: origin });
      expect(asked).toBe(0);
    },
  );
});

it('reports that there is no token', async () => {
  const bench = keeperBench();
  const keeper = bench.keeper();
  expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'not_logged_in' });
  expect((await keeper.state()).state).toBe('none');
  expect(bench.refreshes).toHaveLength(0);
});

it('refuses a store without compare and replace', async () => {
  const bench = keeperBench();
  const store = { read: async () => undefined, write: async () => {} };
  expect(() => bench.keeper({ store: store as never })).toThrow(expect.objectContaining({ code: 'store_not_atomic' }));
});

it('counts six months from consent, also after a refresh', async () => {
  const bench = keeperBench();
  const keeper = await bench.kept();
  bench.clock.time += 100 * day;
  await keeper.accessToken();
  expect(await keeper.state()).toMatchObject({ state: 'live', daysLeft: 80 });
});

function controller() {
  const own = new AbortController();
  return { signal: own.signal, abort: () => own.abort(new Error('gone')) };
}
