import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../test/support/failure-of.ts';
import {
  broken,
  clientId,
  clientSecret,
  day,
  hour,
  keeperBench,
  minute,
  type KeeperBench,
} from '../../../test/support/keeper/keeper-bench.ts';

type Network = KeeperBench['network'];

const answer = (status: number, body: string, headers: Record<string, string> = {}) =>
  new Response(body, { status, headers });

/** What goes wrong without the token being spent: Spotify never had it, or says itself that it did nothing. */
const notSpent: Record<string, Network> = {
  'a name that can’t be looked up': async () => Promise.reject(broken('ENOTFOUND')),
  'a name server that is away': async () => Promise.reject(broken('EAI_AGAIN')),
  'a refused connection': async () => Promise.reject(broken('ECONNREFUSED')),
  'a connection that takes too long': async () => Promise.reject(broken('UND_ERR_CONNECT_TIMEOUT')),
  'a certificate that is not good': async () => Promise.reject(broken('CERT_HAS_EXPIRED')),
  'a certificate of its own making': async () => Promise.reject(broken('DEPTH_ZERO_SELF_SIGNED_CERT')),
  'TLS that fails': async () => Promise.reject(broken('ERR_SSL_WRONG_VERSION_NUMBER')),
  'a 429': async () => answer(429, 'Too many requests', { 'retry-after': '2' }),
};

/** What may have spent it: the request left, and its answer never came whole. */
const perhapsSpent: Record<string, Network> = {
  'a reset connection': async (_, pass) => {
    await pass();
    throw broken('ECONNRESET');
  },
  'a socket that closes': async (_, pass) => {
    await pass();
    throw broken('UND_ERR_SOCKET');
  },
  'a failure that says nothing': async (_, pass) => {
    await pass();
    throw new TypeError('Load failed');
  },
  'a 502': async (_, pass) => {
    await pass();
    return answer(502, '<h1>Error</h1>');
  },
  'a 503 in JSON': async (_, pass) => {
    await pass();
    return answer(503, '{"error":"temporarily_unavailable"}');
  },
  'a 200 that can’t be read': async (_, pass) => {
    await pass();
    return answer(200, '<title>Welcome</title>');
  },
  'a 200 that is cut': async (_, pass) => answer(200, (await (await pass()).text()).slice(0, 30)),
  'a 403 of a proxy': async (_, pass) => {
    await pass();
    return answer(403, 'Blocked by policy');
  },
};

describe.each([true, false])('where tokens rotate: %s', (rotates) => {
  it.each(Object.entries(notSpent))('%s is tried again and costs nothing', async (_, network) => {
    const bench = keeperBench();
    const keeper = await bench.kept({ rotates });
    bench.clock.time += 2 * hour;
    let failures = 0;
    bench.network = async (request, pass) => (failures++ < 2 ? network(request, pass) : pass());
    expect(await keeper.accessToken()).toMatch(/./);
    expect(failures).toBe(3);
    expect((await keeper.state()).state).toBe('live');
  });

  it.each(Object.entries(notSpent))('%s that lasts is an error, and the token lives on', async (_, network) => {
    const bench = keeperBench();
    const keeper = await bench.kept({ rotates });
    bench.clock.time += 2 * hour;
    bench.network = network;
    const { code } = await failureOf(() => keeper.accessToken());
    expect(['network', 'rate_limited']).toContain(code);
    expect(bench.refreshes.length).toBeLessThanOrEqual(4);
    bench.network = (_, pass) => pass();
    bench.clock.time += minute;
    expect(await keeper.accessToken()).toMatch(/./);
  });
});

describe('where tokens do not rotate', () => {
  it.each(Object.entries(perhapsSpent))('%s is tried again', async (_, network) => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    let failures = 0;
    bench.network = async (request, pass) => (failures++ < 3 ? network(request, pass) : pass());
    expect(await keeper.accessToken()).toMatch(/./);
    expect((await keeper.state()).state).toBe('live');
  });
});

describe('where tokens rotate', () => {
  it.each(Object.entries(perhapsSpent))('%s leaves a doubt, and nothing more is sent', async (_, network) => {
    const bench = keeperBench();
    const keeper = await bench.kept({ rotates: true });
    bench.clock.time += 2 * hour;
    bench.network = network;
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'refresh_token_in_doubt' });
    bench.network = (_, pass) => pass();
    bench.clock.time += 30 * day;
    const stranger = bench.keeper();
    expect(await failureOf(() => stranger.accessToken())).toMatchObject({ code: 'refresh_token_in_doubt' });
    expect(bench.refreshes).toHaveLength(1);
    expect((await stranger.state()).state).toBe('in_doubt');
  });

  it('a doubt serves the access token that is still valid', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept({ rotates: true });
    const valid = await keeper.accessToken();
    bench.clock.time += 59.5 * minute;
    bench.network = async () => Promise.reject(broken('ECONNRESET'));
    expect(await keeper.accessToken()).toBe(valid);
    expect((await keeper.state()).state).toBe('in_doubt');
    expect(await bench.keeper().accessToken()).toBe(valid);
    expect(bench.refreshes).toHaveLength(1);
  });

  it('a person’s word tries the token in doubt once, and it may live', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept({ rotates: true });
    bench.clock.time += 2 * hour;
    // It never reached Spotify, and nobody can know that.
    bench.network = async () => Promise.reject(broken('ECONNRESET'));
    await failureOf(() => keeper.accessToken());
    expect(await failureOf(() => keeper.refreshNow())).toMatchObject({ code: 'refresh_token_in_doubt' });
    await failureOf(() => keeper.refreshNow({ evenIfUncertain: true }));
    expect(bench.refreshes).toHaveLength(2);
    bench.network = (_, pass) => pass();
    await keeper.refreshNow({ evenIfUncertain: true });
    expect((await keeper.state()).state).toBe('live');
    expect(await bench.storedToken()).not.toBe(bench.refreshes.at(-1)?.refreshToken);
  });

  it('a person’s word may find it spent, and a new consent mends all', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept({ rotates: true });
    bench.clock.time += 2 * hour;
    bench.controls.answerNext({ path: '/api/token', handled: true, cut: 'answer' });
    await failureOf(() => keeper.accessToken());
    expect(await failureOf(() => keeper.refreshNow({ evenIfUncertain: true }))).toMatchObject({
      code: 'refresh_token_suspect',
    });
    expect((await keeper.state()).state).toBe('in_doubt');
    const sent = bench.refreshes.length;
    bench.clock.time += 3 * day;
    await failureOf(() => keeper.accessToken());
    expect(bench.refreshes).toHaveLength(sent);
    await keeper.adopt(await bench.consent());
    expect(await keeper.accessToken()).toMatch(/./);
    expect((await keeper.state()).state).toBe('live');
  });
});

describe('a pause that Spotify asks for', () => {
  it.each([
    ['seconds', () => '120'],
    ['hours', () => String(13 * 3600)],
    ['a date', (now: number) => new Date(now + 120_000).toUTCString()],
  ])('in %s is kept by every process, and over a restart', async (_, header) => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    bench.network = async () => answer(429, 'Too many requests', { 'retry-after': header(bench.clock.now()) });
    const { code, retryAt = 0 } = await failureOf(() => keeper.accessToken());
    expect(code).toBe('rate_limited');
    expect(retryAt).toBeGreaterThan(bench.clock.now() + minute);
    bench.network = (_, pass) => pass();
    const stranger = bench.keeper();
    expect(await failureOf(() => stranger.accessToken())).toMatchObject({ code: 'rate_limited', retryAt });
    expect((await stranger.state()).nextTryAt).toBe(retryAt);
    expect(bench.refreshes).toHaveLength(1);
    bench.clock.time = retryAt;
    expect(await stranger.accessToken()).toMatch(/./);
  });

  it('is no longer than a day, whatever the header says', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    bench.network = async () => answer(429, '', { 'retry-after': String(30 * 24 * 3600) });
    await failureOf(() => keeper.accessToken());
    bench.network = (_, pass) => pass();
    bench.clock.time += day + minute;
    expect(await keeper.accessToken()).toMatch(/./);
  });
});

describe('an outage', () => {
  it('costs few requests, however often it is asked', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    bench.network = async () => answer(503, '');
    for (let asked = 0; asked < 1000; asked++) await failureOf(() => keeper.accessToken());
    expect(bench.refreshes.length).toBeLessThanOrEqual(4);
  });
});

describe('with which credentials a token is refreshed', () => {
  const withSecret = { app: { clientId, clientSecret: 'a secret of another app' } };

  it('got without a secret: with the client ID alone, whatever the environment holds', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept(withSecret);
    bench.clock.time += 2 * hour;
    await keeper.accessToken();
    expect(bench.refreshes).toMatchObject([{ hasSecret: false }]);
  });

  it('got with a secret: with it, kept beside the token', async () => {
    const bench = keeperBench();
    const tokens = await bench.consent('authorization_code');
    await bench.keeper().adopt(tokens, { clientSecret });
    bench.clock.time += 2 * hour;
    await bench.keeper().accessToken();
    expect(bench.refreshes).toMatchObject([{ hasSecret: true }]);
  });

  it('got with a secret that is missing now: nothing is sent', async () => {
    const bench = keeperBench();
    const keeper = bench.keeper();
    await keeper.adopt(await bench.consent('authorization_code'));
    bench.clock.time += 2 * hour;
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'client_secret_missing' });
    expect(bench.refreshes).toHaveLength(0);
  });

  it('brought from elsewhere: with the secret, and once without where the app is refused; what worked is remembered', async () => {
    const bench = keeperBench();
    const { refreshToken = '' } = await bench.consent();
    const keeper = bench.keeper({ ...withSecret, seed: { refreshToken } });
    await keeper.accessToken();
    expect(bench.refreshes.map(({ hasSecret }) => hasSecret)).toEqual([true, false]);
    bench.clock.time += 2 * hour;
    await bench.keeper({ ...withSecret, seed: { refreshToken } }).accessToken();
    expect(bench.refreshes.map(({ hasSecret }) => hasSecret)).toEqual([true, false, false]);
  });

  it('brought from elsewhere with a secret that fits: with it alone', async () => {
    const bench = keeperBench();
    const { refreshToken = '' } = await bench.consent('authorization_code');
    await bench.keeper({ app: { clientId, clientSecret }, seed: { refreshToken } }).accessToken();
    expect(bench.refreshes).toMatchObject([{ hasSecret: true }]);
  });
});

describe('a failure that has just been', () => {
  it('hides no new consent', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    bench.network = async () => answer(503, '');
    await failureOf(() => keeper.accessToken());
    const consent = await bench.consent();
    await bench.keeper().adopt(consent);
    expect(await keeper.accessToken()).toBe(consent.accessToken);
  });

  it('is told as the doubt that it left, however long it took', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept({ rotates: true });
    bench.clock.time += 2 * hour;
    bench.network = async () => {
      // Stopped in the middle of the request.
      bench.clock.time += 40_000;
      throw broken('ECONNRESET');
    };
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'refresh_token_in_doubt' });
  });
});
