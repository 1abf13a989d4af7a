import { describe, expect, it, vi } from 'vitest';
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

/** Failures that do not use the token: it was not sent, or Spotify says that it did nothing. */
const unused: Record<string, Network> = {
  'a name that does not exist': async () => Promise.reject(broken('ENOTFOUND')),
  'a name server that is unavailable': async () => Promise.reject(broken('EAI_AGAIN')),
  'a refused connection': async () => Promise.reject(broken('ECONNREFUSED')),
  'a connect time-out': async () => Promise.reject(broken('UND_ERR_CONNECT_TIMEOUT')),
  'a certificate that has expired': async () => Promise.reject(broken('CERT_HAS_EXPIRED')),
  'a self-signed certificate': async () => Promise.reject(broken('DEPTH_ZERO_SELF_SIGNED_CERT')),
  'a failed TLS handshake': async () => Promise.reject(broken('ERR_SSL_WRONG_VERSION_NUMBER')),
  'a 429': async () => answer(429, 'Too many requests', { 'retry-after': '2' }),
};

/** Failures that may have used the token: it was sent, and there was no complete answer. */
const maybeUsed: Record<string, Network> = {
  'a reset connection': async (_, pass) => {
    await pass();
    throw broken('ECONNRESET');
  },
  'a closed socket': async (_, pass) => {
    await pass();
    throw broken('UND_ERR_SOCKET');
  },
  'an error without a code': async (_, pass) => {
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
  'a 200 with HTML': async (_, pass) => {
    await pass();
    return answer(200, '<title>Welcome</title>');
  },
  'an incomplete 200': async (_, pass) => answer(200, (await (await pass()).text()).slice(0, 30)),
  'a 403 of a proxy': async (_, pass) => {
    await pass();
    return answer(403, 'Blocked by policy');
  },
};

describe.each([true, false])('a token that was not used (rotates: %s)', (rotates) => {
  it.each(Object.entries(unused))('is tried again after %s', async (_, network) => {
    const bench = keeperBench();
    const keeper = await bench.kept({ rotates });
    bench.clock.time += 2 * hour;
    let failures = 0;
    bench.network = async (request, pass) => (failures++ < 2 ? network(request, pass) : pass());
    expect(await keeper.accessToken()).toMatch(/./);
    expect(failures).toBe(3);
    expect((await keeper.state()).state).toBe('live');
  });

  it.each(Object.entries(unused))('survives %s that lasts, with an error', async (_, network) => {
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

describe('a token that may have been used and is not single-use', () => {
  it.each(Object.entries(maybeUsed))('is tried again after %s', async (_, network) => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    let failures = 0;
    bench.network = async (request, pass) => (failures++ < 3 ? network(request, pass) : pass());
    expect(await keeper.accessToken()).toMatch(/./);
    expect((await keeper.state()).state).toBe('live');
  });
});

describe('a single-use token', () => {
  it('is not uncertain after a fault before the request', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept({ rotates: true });
    bench.clock.time += 2 * hour;
    // A runtime that lacks something, or a fault of ours.
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
      throw new TypeError('not supported');
    });
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'network' });
    timeout.mockRestore();
    expect((await keeper.state()).state).toBe('live');
    bench.clock.time += minute;
    expect(await keeper.accessToken()).toMatch(/./);
  });

  it.each(['', ' ', '   ', null])('stays if the answer has only %j as the refresh token', async (refresh_token) => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    const kept = await bench.storedToken();
    bench.clock.time += 2 * hour;
    bench.controls.answerNext({ path: '/api/token', amend: { refresh_token } });
    expect(await keeper.accessToken()).toMatch(/./);
    expect(await bench.storedToken()).toBe(kept);
    expect((await keeper.state()).rotates).toBe(false);
  });

  it.each(Object.entries(maybeUsed))('is uncertain after %s, and is not sent again', async (_, network) => {
    const bench = keeperBench();
    const keeper = await bench.kept({ rotates: true });
    bench.clock.time += 2 * hour;
    bench.network = network;
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'refresh_token_in_doubt' });
    bench.network = (_, pass) => pass();
    bench.clock.time += 30 * day;
    const other = bench.keeper();
    expect(await failureOf(() => other.accessToken())).toMatchObject({ code: 'refresh_token_in_doubt' });
    expect(bench.refreshes).toHaveLength(1);
    expect((await other.state()).state).toBe('in_doubt');
  });

  it('that is uncertain still gives its valid access token', async () => {
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

  it('that is uncertain is tried once if a person asks, and may work', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept({ rotates: true });
    bench.clock.time += 2 * hour;
    // It did not reach Spotify, but this process cannot know that.
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

  it('that is uncertain may be used up, and a new consent replaces it', async () => {
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
  ])('in %s holds for all processes, also after a restart', async (_, header) => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    bench.network = async () => answer(429, 'Too many requests', { 'retry-after': header(bench.clock.now()) });
    const { code, retryAt = 0 } = await failureOf(() => keeper.accessToken());
    expect(code).toBe('rate_limited');
    expect(retryAt).toBeGreaterThan(bench.clock.now() + minute);
    bench.network = (_, pass) => pass();
    const other = bench.keeper();
    expect(await failureOf(() => other.accessToken())).toMatchObject({ code: 'rate_limited', retryAt });
    expect((await other.state()).nextTryAt).toBe(retryAt);
    expect(bench.refreshes).toHaveLength(1);
    bench.clock.time = retryAt;
    expect(await other.accessToken()).toMatch(/./);
  });

  it('is limited to a day', async () => {
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

describe('a `Retry-After` that makes no sense', () => {
  it.each(['soon', '-1', '999999999999', 'Thu, 01 Jan 1970 00:00:00 GMT'])('is a pause (%s)', async (header) => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    bench.network = async () => answer(429, '', { 'retry-after': header });
    const { retryAt = 0 } = await failureOf(() => keeper.accessToken());
    expect(bench.refreshes).toHaveLength(1);
    expect(retryAt).toBeGreaterThanOrEqual(bench.clock.now() + minute);
    expect(retryAt).toBeLessThanOrEqual(bench.clock.now() + day);
    bench.network = (_, pass) => pass();
    bench.clock.time = retryAt;
    expect(await keeper.accessToken()).toMatch(/./);
  });
});

describe('an outage', () => {
  it('causes few requests, however many calls there are', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    bench.network = async () => answer(503, '');
    for (let asked = 0; asked < 1000; asked++) await failureOf(() => keeper.accessToken());
    expect(bench.refreshes.length).toBeLessThanOrEqual(4);
  });
});

describe('the credentials of a refresh', () => {
  const withSecret = { app: { clientId, clientSecret: 'a secret of another app' } };

  it('are only the client ID if the token was obtained without the secret', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept(withSecret);
    bench.clock.time += 2 * hour;
    await keeper.accessToken();
    expect(bench.refreshes).toMatchObject([{ hasSecret: false }]);
  });

  it('include the saved secret if the token was obtained with it', async () => {
    const bench = keeperBench();
    const tokens = await bench.consent('authorization_code');
    await bench.keeper().adopt(tokens, { clientSecret });
    bench.clock.time += 2 * hour;
    await bench.keeper().accessToken();
    expect(bench.refreshes).toMatchObject([{ hasSecret: true }]);
  });

  it('are incomplete without that secret, and nothing is sent', async () => {
    const bench = keeperBench();
    const keeper = bench.keeper();
    await keeper.adopt(await bench.consent('authorization_code'));
    bench.clock.time += 2 * hour;
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'client_secret_missing' });
    expect(bench.refreshes).toHaveLength(0);
  });

  it('include the secret for a token from elsewhere, then not if the app is refused; what works is remembered', async () => {
    const bench = keeperBench();
    const { refreshToken = '' } = await bench.consent();
    const keeper = bench.keeper({ ...withSecret, seed: { refreshToken } });
    await keeper.accessToken();
    expect(bench.refreshes.map(({ hasSecret }) => hasSecret)).toEqual([true, false]);
    bench.clock.time += 2 * hour;
    await bench.keeper({ ...withSecret, seed: { refreshToken } }).accessToken();
    expect(bench.refreshes.map(({ hasSecret }) => hasSecret)).toEqual([true, false, false]);
  });

  it('include the secret for a token from elsewhere that needs it', async () => {
    const bench = keeperBench();
    const { refreshToken = '' } = await bench.consent('authorization_code');
    await bench.keeper({ app: { clientId, clientSecret }, seed: { refreshToken } }).accessToken();
    expect(bench.refreshes).toMatchObject([{ hasSecret: true }]);
  });
});

describe('a recent failure', () => {
  it('does not hide a new consent', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    bench.network = async () => answer(503, '');
    await failureOf(() => keeper.accessToken());
    const consent = await bench.consent();
    await bench.keeper().adopt(consent);
    expect(await keeper.accessToken()).toBe(consent.accessToken);
  });

  it('is reported as an uncertain token, however long the request took', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept({ rotates: true });
    bench.clock.time += 2 * hour;
    bench.network = async () => {
      // The process is stopped during the request.
      bench.clock.time += 40_000;
      throw broken('ECONNRESET');
    };
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'refresh_token_in_doubt' });
  });
});
