import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createTokenKeeper, memoryStore, spotify, type TokenKeeperOptions } from '../index.ts';
import { clientId, keeperBench } from '../../test/support/keeper/keeper-bench.ts';

describe('the option endpoints', () => {
  it.each([
    ['http on another machine', { ...spotify, apiUrl: 'http://api.example.com' }],
    ['http on another machine for the accounts service', { ...spotify, accountsUrl: 'http://accounts.example.com' }],
    ['a path', { ...spotify, apiUrl: 'https://api.example.com/spotify' }],
    ['no address', { ...spotify, apiUrl: 'api.example.com' }],
  ])('is refused at once if it is %s', (_, endpoints) => {
    const refused = expect.objectContaining({ code: 'endpoint_refused' });
    expect(() => createTokenKeeper({ store: memoryStore(), endpoints })).toThrow(refused);
  });

  it('may end with a slash', async () => {
    const endpoints = { accountsUrl: 'https://accounts.spotify.com/', apiUrl: 'https://api.spotify.com/' };
    const bench = keeperBench();
    await bench.kept();
    const keeper = bench.keeper({ endpoints });
    expect((await keeper.fetch('/v1/me')).status).toBe(200);
    expect(await keeper.state()).toMatchObject({ state: 'live', accountsUrl: 'https://accounts.spotify.com' });
  });
});

describe('an option of another type', () => {
  it.each<[string, object]>([
    ['app', { app: clientId }],
    ['app.clientId', { app: { clientId: 5 } }],
    ['app.clientSecret', { app: { clientSecret: {} } }],
    ['seed', { seed: 'AQ' }],
    ['seed.refreshToken', { seed: { refreshToken: 5 } }],
    ['seed.authorizedAt', { seed: { refreshToken: 'AQ', authorizedAt: '2026-11-24' } }],
    ['seed.authorizedAt', { seed: { refreshToken: 'AQ', authorizedAt: new Date() } }],
    ['endpoints', { endpoints: 'http://127.0.0.1:8889' }],
    ['fetch', { fetch: 'fetch' }],
    ['onChange', { onChange: true }],
    ['random', { random: 0.5 }],
  ])('is named, without its value: %s', (name, option) => {
    const options = { store: memoryStore(), ...option } as TokenKeeperOptions;
    expect(() => createTokenKeeper(options)).toThrow(
      new RegExp(`^createTokenKeeper: ${name} must be of type \\w+, not \\w+\\.$`),
    );
  });

  it.each<object>([
    { app: null },
    { endpoints: null },
    { clock: null },
    { seed: null },
    { seed: { refreshToken: null } },
    { onChange: null },
    { app: { clientId: null } },
  ])('may be null instead of undefined: %j', async (option) => {
    const keeper = createTokenKeeper({ store: memoryStore(), ...option } as TokenKeeperOptions);
    expect((await keeper.state()).state).toBe('none');
  });
});

it('uses the platform’s fetch if it gets null', async () => {
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.stubGlobal('fetch', async () => Response.json({ access_token: 'BQ', token_type: 'Bearer', expires_in: 3600 }));
  const options = { store: memoryStore(), fetch: null, app: { clientId }, seed: { refreshToken: 'AQ' } };
  expect(await createTokenKeeper(options as never).accessToken()).toBe('BQ');
});

describe('a value that cannot be saved', () => {
  it.each<[string, unknown[]]>([
    ['note', ['label', 5]],
    ['setAccount', [{}]],
    ['setAccount', [{ id: 'maya', displayName: 5 }]],
  ])('is an error of the program, and the token stays as it is: %s(%j)', async (method, args) => {
    const bench = keeperBench();
    const keeper = await bench.kept();
    const before = await bench.store.read();
    const call = (keeper as unknown as Record<string, (...values: unknown[]) => Promise<void>>)[method];
    await expect(call?.(...args)).rejects.toThrow(/^A value of the wrong type cannot be saved with the token/);
    expect(await bench.store.read()).toEqual(before);
    expect((await keeper.state()).state).toBe('live');
  });

  it('is an error of the program in a consent too', async () => {
    const bench = keeperBench();
    const keeper = bench.keeper();
    const facts = { account: { id: 5 } } as never;
    await expect(keeper.adopt(await bench.consent(), facts)).rejects.toThrow(TypeError);
  });

  it('does not include an empty client secret, as an unset variable gives it: the consent is saved without one', async () => {
    const bench = keeperBench();
    const keeper = bench.keeper();
    await keeper.adopt(await bench.consent(), { clientSecret: '' });
    expect((await keeper.secrets())?.clientSecret).toBeUndefined();
    await keeper.refreshNow();
    expect(bench.refreshes).toMatchObject([{ hasSecret: false }]);
  });

  it('is cleaned if it is a client secret with a line end', async () => {
    const bench = keeperBench();
    const keeper = bench.keeper();
    await keeper.adopt(await bench.consent('authorization_code'), { clientSecret: '"0f5e1d2c"\n' });
    expect((await keeper.secrets())?.clientSecret).toBe('0f5e1d2c');
  });
});

it('goes on if a claimant of the program fails at once', async () => {
  const bench = keeperBench();
  const isAlive = () => {
    throw new Error('no processes here');
  };
  await bench.kept({ rotates: true });
  const keeper = bench.keeper({ claimant: { name: { host: 'other' }, isAlive } });
  bench.network = () => new Promise(() => {});
  void bench
    .keeper()
    .refreshNow()
    .catch(() => {});
  while (!(await bench.store.read())?.record.includes('"claim"'));
  expect((await keeper.state()).state).toBe('live');
});
