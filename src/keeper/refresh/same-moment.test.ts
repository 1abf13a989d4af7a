import { describe, expect, it } from 'vitest';
import { memoryStore, type TokenStore } from '../../index.ts';
import { failureOf } from '../../../test/support/failure-of.ts';
import {
  broken,
  claimantNamed,
  clientId,
  hour,
  keeperBench,
  minute,
} from '../../../test/support/keeper/keeper-bench.ts';

describe('a clock that jumps back', () => {
  it.each([true, false])('keeps nobody waiting for a claim longer than its lease (rotates: %s)', async (rotates) => {
    const bench = keeperBench();
    await bench.kept({ rotates });
    bench.clock.time += 5 * hour;
    const one = bench.keeper({ claimant: claimantNamed('one', { value: true }) });
    const other = bench.keeper({ claimant: claimantNamed('other', { value: true }) });
    let arrived = () => {};
    const sent = new Promise<void>((resolve) => (arrived = resolve));
    bench.network = async () => {
      bench.network = (_, pass) => pass();
      arrived();
      return new Promise<never>(() => {});
    };
    void one.accessToken();
    await sent;
    await other.state();
    bench.clock.time -= 3 * hour;
    const began = bench.clock.time;
    await other.accessToken().catch(() => {});
    expect(bench.clock.time - began).toBeLessThan(minute);
  });

  it('makes no long pause of a short one', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 5 * hour;
    bench.network = async () => Promise.reject(broken('ECONNREFUSED'));
    await failureOf(() => keeper.accessToken());
    bench.network = (_, pass) => pass();
    bench.clock.time -= 2 * hour;
    const began = bench.clock.time;
    expect(await keeper.accessToken()).toMatch(/./);
    expect(bench.clock.time - began).toBeLessThan(minute);
  });

  it('does not keep a person from trying', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 5 * hour;
    bench.controls.answerNext({ path: '/api/token', status: 400, body: { error: 'invalid_grant' } });
    await failureOf(() => keeper.accessToken());
    bench.clock.time -= hour;
    await bench.keeper().refreshNow();
    expect((await keeper.state()).state).toBe('live');
  });
});

/** A store in which something happens between two steps. */
function storeWith(hooks: { beforeReplace?: (() => Promise<unknown>) | undefined }) {
  const inner = memoryStore();
  const store: TokenStore = {
    ...inner,
    async replace(...given) {
      const { beforeReplace } = hooks;
      hooks.beforeReplace = undefined;
      await beforeReplace?.();
      return inner.replace(...given);
    },
  };
  return { store, inner };
}

describe('secrets()', () => {
  it('hands out no token that was replaced at that very moment', async () => {
    const hooks: Parameters<typeof storeWith>[0] = {};
    const { store, inner } = storeWith(hooks);
    const bench = keeperBench(store);
    const keeper = await bench.kept({ rotates: true });
    const other = bench.keeper({ store: inner });
    hooks.beforeReplace = () => other.refreshNow();
    expect((await keeper.secrets())?.refreshToken).toBe(await bench.storedToken());
  });

  it('hands out nothing that was forgotten at that very moment', async () => {
    const hooks: Parameters<typeof storeWith>[0] = {};
    const { store, inner } = storeWith(hooks);
    const bench = keeperBench(store);
    const keeper = await bench.kept({ rotates: true });
    hooks.beforeReplace = () => bench.keeper({ store: inner }).forget();
    expect(await keeper.secrets()).toBeUndefined();
  });
});

describe('a tombstone', () => {
  it('takes no name and no note after the token was forgotten', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    await bench.keeper().forget();
    await keeper.setAccount({ id: 'maya' });
    await keeper.note('copied to', 'maya/site');
    expect((await bench.store.read())?.record).not.toContain('maya');
  });

  it('is told as what it is to whoever was refused before', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    const rejected = await keeper.accessToken();
    await keeper.accessToken({ rejected });
    await keeper.forget();
    expect(await failureOf(() => keeper.accessToken({ rejected }))).toMatchObject({ code: 'not_logged_in' });
    await bench.keeper().adopt(await bench.consent());
    expect(await keeper.accessToken({ rejected })).toMatch(/./);
  });
});

it('a variable for another accounts service does not take the place of what is kept', async () => {
  const bench = keeperBench();
  await bench.kept();
  const kept = await bench.storedToken();
  const elsewhere = { accountsUrl: 'http://127.0.0.1:8889', apiUrl: 'http://127.0.0.1:8889' };
  const keeper = bench.keeper({ seed: { refreshToken: 'AQ-practice' }, endpoints: elsewhere });
  expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'accounts_url_mismatch' });
  expect(await keeper.state()).toMatchObject({ state: 'live', clientId });
  expect(await bench.storedToken()).toBe(kept);
  expect(bench.refreshes).toHaveLength(0);
});

describe('an access token that is still valid is served', () => {
  it('where the secret is missing', async () => {
    const bench = keeperBench();
    const consent = await bench.consent('authorization_code');
    await bench.keeper().adopt(consent);
    bench.clock.time += 59.5 * minute;
    expect(await bench.keeper().accessToken()).toBe(consent.accessToken);
  });

  it('where the store can be read and not written', async () => {
    let isFull = false;
    const inner = memoryStore();
    const replace: TokenStore['replace'] = async (...given) =>
      isFull ? Promise.reject(new Error('ENOSPC')) : inner.replace(...given);
    const bench = keeperBench({ ...inner, replace });
    const keeper = await bench.kept();
    const token = await keeper.accessToken();
    bench.clock.time += 59.5 * minute;
    isFull = true;
    expect(await bench.keeper().accessToken()).toBe(token);
  });

  it('where the record can’t be read any more', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    const token = await keeper.accessToken();
    bench.clock.time += 59.5 * minute;
    await bench.store.replace('{', (await bench.store.read())?.version);
    expect(await keeper.accessToken()).toBe(token);
    bench.clock.time += minute;
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'record_corrupt' });
  });

  it('though a person has another tried at that very moment, in vain', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    const token = await keeper.accessToken();
    const fresh = bench.keeper();
    bench.controls.answerNext({ path: '/api/token', status: 400, body: { error: 'invalid_grant' } });
    const trying = failureOf(() => fresh.refreshNow());
    await Promise.resolve();
    expect(await fresh.accessToken()).toBe(token);
    expect(await trying).toMatchObject({ code: 'refresh_token_suspect' });
  });
});

describe('an outage', () => {
  it('keeps nobody waiting while others try and fail', async () => {
    const bench = keeperBench();
    await bench.kept();
    bench.clock.time += 2 * hour;
    // Whenever somebody looks, another has just failed and asks for a short pause.
    const store: TokenStore = {
      ...bench.store,
      async read() {
        const stored = await bench.store.read();
        const record = JSON.parse(stored?.record ?? '') as { token: object };
        const since = bench.clock.now();
        const pause = { since, at: since + 2000, code: 'network' };
        return { version: '1', record: JSON.stringify({ ...record, token: { ...record.token, pause } }) };
      },
    };
    const began = bench.clock.now();
    expect(await failureOf(() => bench.keeper({ store }).accessToken())).toMatchObject({ code: 'network' });
    expect(bench.clock.now() - began).toBeLessThan(minute);
    expect(bench.refreshes).toHaveLength(0);
  }, 10_000);

  it('is told at once to whoever asks again while nothing is sent anyway', async () => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    bench.clock.time += 2 * hour;
    bench.network = async () => new Response('', { status: 503 });
    await failureOf(() => keeper.accessToken());
    const began = bench.clock.now();
    expect(await failureOf(() => keeper.accessToken())).toMatchObject({ code: 'spotify_unavailable' });
    expect(bench.clock.now()).toBe(began);
  });
});
