import { describe, expect, it } from 'vitest';
import { createEmulator, listeners } from '../src/emulator/index.ts';
import { createHandler, renewal, type RenewalOptions } from '../src/handler/index.ts';
import { createTokenKeeper, memoryStore, type Clock, type TokenStore } from '../src/index.ts';

const key = 'open sesame, and thirty-two characters';
const redirectUri = 'https://site.test/api/listening/renew';
const start = Date.UTC(2026, 10, 28, 10);
const day = 86_400_000;

/** A site with the emulator as Spotify, a store that outlives the process, and a browser that keeps its cookie. */
async function bench(options: Partial<RenewalOptions> = {}) {
  let time = start;
  /** A wait in the background is a deadline, which nothing here reaches. */
  const wait: Clock['wait'] = async (_, { background } = {}) => (background ? new Promise<void>(() => {}) : undefined);
  const clock = { now: () => time, wait };
  const { fetch: answer, controls } = createEmulator({ clock });
  const fetch: typeof globalThis.fetch = (input, init) => answer(input as string, init);
  const { clientId } = controls.registerApp({ name: 'Site', redirectUris: [redirectUri] });
  controls.set({ consent: 'agree' });
  let fails = false;
  const memory = memoryStore();
  const store: TokenStore = {
    read: async () => memory.read(),
    replace: async (record, version) => {
      if (fails) throw new Error('The disk is full.');
      return memory.replace(record, version);
    },
  };
  const keeper = createTokenKeeper({ store, app: { clientId }, fetch, clock });
  const renew = renewal({ keeper, clientId, redirectUri, key, fetch, clock, ...options });
  const handler = createHandler({ keeper, renew, clock });

  let cookie = '';
  async function browse(address: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (cookie) headers.set('cookie', cookie);
    const response = await handler(new Request(address, { ...init, headers }));
    const [pair] = response.headers.getSetCookie().map((header) => header.split(';', 1)[0] ?? '');
    if (pair !== undefined) cookie = pair.endsWith('=') ? '' : pair;
    return response;
  }
  const enter = (entered: string, origin = 'https://site.test') =>
    browse(redirectUri, { method: 'POST', headers: { origin }, body: new URLSearchParams({ key: entered }) });
  /** The owner enters the key and approves. @returns the address that Spotify redirects to */
  async function approve(entered = key): Promise<string> {
    const location = (await enter(entered)).headers.get('location') ?? '';
    const consent = await fetch(location, { redirect: 'manual' });
    return consent.headers.get('location') ?? '';
  }
  return {
    controls,
    keeper,
    handler,
    browse,
    enter,
    approve,
    failStore: () => (fails = true),
    pass: (milliseconds: number) => (time += milliseconds),
    forgetCookie: () => (cookie = ''),
  };
}

describe('/renew', () => {
  it('saves a new token without a new deployment, and the lists are fresh again', async () => {
    const { approve, browse, keeper, handler, pass } = await bench();
    await browse(await approve());
    expect(await keeper.state()).toMatchObject({ state: 'live', authorizedAt: start });
    pass(181 * day);
    const list = async () => (await handler(new Request('https://site.test/recently-played.json'))).json();
    expect(await list()).toMatchObject({ state: 'failing', problem: { code: 'refresh_token_expired' } });
    const response = await browse(await approve());
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('The new token is saved. It works until 24 November 2027.');
    expect(await keeper.state()).toMatchObject({ state: 'live', authorizedAt: start + 181 * day });
    expect(await list()).toMatchObject({ state: 'fresh', problem: null });
  });

  it('shows no token, runs no script, and is not stored, framed or read by another site', async () => {
    const { approve, browse } = await bench();
    const responses = [await browse(redirectUri), await browse(await approve())];
    for (const response of responses) {
      expect(await response.text()).not.toMatch(/<script|(AQ|BQ)[\w-]{20}/);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
        'referrer-policy': 'same-origin',
      });
      expect(response.headers.has('access-control-allow-origin')).toBe(false);
    }
  });

  it('asks for consent again with the same scopes', async () => {
    const { enter, approve, browse } = await bench({ scopes: ['user-top-read'] });
    await browse(await approve());
    const location = new URL((await enter(key)).headers.get('location') ?? '');
    expect(Object.fromEntries(location.searchParams)).toMatchObject({
      scope: 'user-top-read',
      redirect_uri: redirectUri,
      code_challenge_method: 'S256',
      show_dialog: 'true',
    });
  });

  it('refuses a wrong key, and looks at none for a minute after five', async () => {
    const { enter, pass } = await bench();
    for (let count = 0; count < 5; count += 1) expect((await enter(`wrong ${count}`)).status).toBe(403);
    const refused = await enter(key);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    pass(60_000);
    expect((await enter(key)).status).toBe(303);
  });

  it.each(['https://evil.test', 'null', 'http://site.test'])('takes no form from %s', async (origin) => {
    const { enter } = await bench();
    const response = await enter(key, origin);
    expect([response.status, response.headers.has('location')]).toEqual([403, false]);
  });

  it('takes no form that is larger than four kilobytes', async () => {
    const { enter } = await bench();
    expect((await enter(key + 'x'.repeat(5000))).status).toBe(403);
  });

  it.each([
    ['in another browser', (site: Awaited<ReturnType<typeof bench>>) => site.forgetCookie()],
    ['after ten minutes', (site: Awaited<ReturnType<typeof bench>>) => site.pass(600_000)],
  ])('does not finish a sign-in %s', async (_, change) => {
    const site = await bench();
    const callback = await site.approve();
    change(site);
    const response = await site.browse(callback);
    expect([response.status, (await site.keeper.state()).state]).toEqual([400, 'none']);
  });

  it('says on a reload after the end that the sign-in is finished', async () => {
    const { approve, browse } = await bench();
    const callback = await approve();
    await browse(callback);
    expect(await (await browse(callback)).text()).toContain('This sign-in is finished already');
  });

  it('does not accept a callback with another state, and removes its cookie', async () => {
    const { approve, browse, keeper } = await bench();
    const callback = new URL(await approve());
    callback.searchParams.set('state', 'another');
    expect((await browse(String(callback))).headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await keeper.state()).state).toBe('none');
  });

  it('does not save the token of another account', async () => {
    const { approve, browse, keeper, controls } = await bench();
    await browse(await approve());
    const before = await keeper.state();
    controls.signIn({ listener: listeners[1]?.id ?? '' });
    const response = await browse(await approve());
    const text = await response.text();
    expect(text).toContain('another account');
    expect(text.match(/saved token was not changed/g)).toHaveLength(1);
    expect(await keeper.state()).toMatchObject({ account: before.account, authorizedAt: before.authorizedAt });
  });

  it('sends nobody to Spotify if the store cannot be written', async () => {
    const { approve, browse, enter, failStore } = await bench();
    await browse(await approve());
    failStore();
    const response = await enter(key);
    expect([response.status, response.headers.has('location')]).toEqual([400, false]);
  });

  it('sends nobody to Spotify if the store cannot be written, also without a token', async () => {
    const { enter, failStore } = await bench();
    failStore();
    const response = await enter(key);
    expect([response.status, response.headers.has('location')]).toEqual([400, false]);
  });

  it('does so after a logout too', async () => {
    const { approve, browse, enter, keeper, failStore } = await bench();
    await browse(await approve());
    await keeper.forget();
    failStore();
    expect((await enter(key)).status).toBe(400);
  });

  it('reads its values as they come from variables and a password manager', async () => {
    const { approve, keeper, browse } = await bench({ key: `"${key}"\n`, clientSecret: ' ' });
    await browse(await approve(`${key} `));
    expect(await keeper.state()).toMatchObject({ state: 'live', grant: 'authorization_code_pkce' });
  });

  it('says that the owner declined', async () => {
    const { controls, approve, browse, keeper } = await bench();
    controls.set({ consent: 'cancel' });
    expect(await (await browse(await approve())).text()).toContain('You declined on Spotify');
    expect((await keeper.state()).state).toBe('none');
  });

  it('cannot be set up with a short key, an http address or a memory store', async () => {
    const keeper = createTokenKeeper({ store: memoryStore() });
    const durable = createTokenKeeper({ store: { read: async () => undefined, replace: async () => true } });
    const setUp = (options: Partial<RenewalOptions>) => () =>
      renewal({ keeper: durable, clientId: 'a', redirectUri, key, ...options });
    expect(setUp({})).not.toThrow();
    expect(setUp({ key: 'short' })).toThrow('at least 32 characters');
    // A variable that is not set.
    expect(setUp({ key: undefined as unknown as string })).toThrow('at least 32 characters');
    expect(setUp({ redirectUri: 'http://site.test/renew' })).toThrow('must be an https address');
    expect(setUp({ keeper })).toThrow('memory store');
    expect(setUp({ key: ' '.repeat(40) })).toThrow('at least 32 characters');
    expect(setUp({ clientId: undefined as unknown as string })).toThrow('client ID is missing');
    expect(setUp({ redirectUri: 'https://site.test/spotify' })).toThrow('must end in /renew');
    expect(setUp({ redirectUri: 'https://me:open-sesame@site.test/renew' })).toThrow(/^(?!.*sesame).*https address/);
    expect(setUp({ scopes: 'user-top-read' as never })).toThrow('scopes must be a list');
    expect(setUp({ endpoints: { accountsUrl: 'http://site.test', apiUrl: 'http://site.test' } })).toThrow(
      expect.objectContaining({ code: 'endpoint_refused' }),
    );
  });
});
