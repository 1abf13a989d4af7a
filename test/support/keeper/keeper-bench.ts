import { createEmulator, practiceApp, type Emulator } from '../../../src/emulator/index.ts';
import {
  buildAuthorizationUrl,
  checkCallback,
  createAuthorizationRequest,
  createTokenKeeper,
  exchangeCode,
  memoryStore,
  spotify,
  type Claimant,
  type Clock,
  type CodeExchange,
  type KeptState,
  type TokenKeeper,
  type TokenKeeperOptions,
  type TokenSet,
  type TokenStore,
} from '../../../src/index.ts';

export const { clientId, clientSecret } = practiceApp;
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const start = Date.UTC(2026, 10, 24, 10);

/** A clock that moves only by waiting, at once. A wait in the background ends when `pass` reaches its time. */
export class TestClock implements Clock {
  time = start;
  readonly #background: { at: number; resolve: () => void }[] = [];
  readonly #outside = new Set<Promise<unknown>>();

  now = (): number => this.time;

  async wait(milliseconds: number, options: { signal?: AbortSignal | undefined; background?: boolean } = {}) {
    if (options.background) {
      await new Promise<void>((done) => {
        const waiting = { at: this.time + milliseconds, resolve: () => end() };
        const end = () => {
          options.signal?.removeEventListener('abort', end);
          const at = this.#background.indexOf(waiting);
          if (at >= 0) this.#background.splice(at, 1);
          done();
        };
        if (options.signal?.aborted) return done();
        this.#background.push(waiting);
        options.signal?.addEventListener('abort', end);
      });
      return;
    }
    // Other work goes first, however long it takes on a busy machine.
    await turns();
    while (this.#outside.size > 0 && !options.signal?.aborted) await turns();
    if (!options.signal?.aborted) this.time += milliseconds;
  }

  /** While this goes on outside of this process, for example on the network, no wait ends. */
  holdDuring(work: Promise<unknown>): void {
    this.#outside.add(work);
    const end = () => void this.#outside.delete(work);
    work.then(end, end);
  }

  /** Moves the clock, and runs everything that waited for it. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    await turns();
    for (;;) {
      const [next] = this.#background.toSorted((a, b) => a.at - b.at);
      if (!next || next.at > end) break;
      this.time = Math.max(this.time, next.at);
      next.resolve();
      await turns();
    }
    this.time = end;
  }
}

/** Runs everything that waits only for its turn. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** A refresh request to the token endpoint. */
interface RefreshSeen {
  readonly at: number;
  readonly refreshToken: string;
  readonly hasSecret: boolean;
}

export interface KeeperBench {
  readonly clock: TestClock;
  readonly controls: Emulator['controls'];
  readonly store: TokenStore;
  /** All refresh requests, in order. */
  readonly refreshes: RefreshSeen[];
  /** Runs before the emulator. It may throw, like a broken connection, or answer itself. */
  network: (request: Request, pass: () => Promise<Response>) => Promise<Response>;
  readonly fetch: typeof fetch;
  /** A consent, as in a browser, until its code can be exchanged. */
  startConsent(grant?: 'authorization_code' | 'authorization_code_pkce', scopes?: string[]): Promise<CodeExchange>;
  /** A consent, as in a browser. */
  consent(grant?: 'authorization_code' | 'authorization_code_pkce', scopes?: string[]): Promise<TokenSet>;
  keeper(options?: Partial<TokenKeeperOptions>): TokenKeeper;
  /** A keeper with a new token. */
  kept(options?: Partial<TokenKeeperOptions> & { readonly rotates?: boolean }): Promise<TokenKeeper>;
  /** The refresh token in the store. */
  storedToken(): Promise<string | undefined>;
}

/** All that a keeper needs: the emulator as Spotify, a clock, a network and a store that the test controls. */
export function keeperBench(store: TokenStore = memoryStore()): KeeperBench {
  const clock = new TestClock();
  const { fetch: answer, controls } = createEmulator({ clock });
  controls.set({ consent: 'agree' });
  const refreshes: RefreshSeen[] = [];
  const bench: KeeperBench = {
    clock,
    controls,
    store,
    refreshes,
    network: (_, pass) => pass(),
    async fetch(input, init) {
      const request = new Request(input, init);
      const form = new URLSearchParams(request.method === 'POST' ? await request.clone().text() : '');
      const refreshToken = form.get('refresh_token');
      if (refreshToken) refreshes.push({ at: clock.now(), refreshToken, hasSecret: form.has('client_secret') });
      return bench.network(request, () => answer(request));
    },
    async startConsent(grant = 'authorization_code_pkce', scopes = ['user-read-recently-played']) {
      const wanted = { grant, clientId, redirectUri: 'http://127.0.0.1:8888/', scopes };
      const request = createAuthorizationRequest(wanted);
      const back = await answer(await buildAuthorizationUrl(request, spotify), { redirect: 'manual' });
      const callback = checkCallback(new URL(back.headers.get('location') ?? '').searchParams, request, spotify);
      const world = { endpoints: spotify, fetch: answer, now: clock.now };
      return { request, callback, clientSecret, ...world };
    },
    consent: async (grant, scopes) => exchangeCode(await bench.startConsent(grant, scopes)),
    keeper: (options = {}) =>
      createTokenKeeper({ store, app: { clientId }, fetch: bench.fetch, clock, random: () => 0.5, ...options }),
    async kept({ rotates = false, ...options } = {}) {
      controls.set({ rotatesRefreshTokens: rotates });
      const keeper = bench.keeper(options);
      await keeper.adopt(await bench.consent());
      // Only a refresh shows that the app rotates.
      if (rotates) await keeper.refreshNow();
      refreshes.length = 0;
      return keeper;
    },
    async storedToken() {
      const stored = await store.read();
      return (JSON.parse(stored?.record ?? '{}') as { token?: { refreshToken: string } }).token?.refreshToken;
    },
  };
  return bench;
}

/** A claimant of its own. `alive`: what it finds out about others. */
export function claimantNamed(host: string, alive: { value: boolean | undefined }): Claimant {
  return { name: { host, pid: 1 }, isAlive: async (other) => (other.host === host ? true : alive.value) };
}

/** Collects the states that `onChange` reports. */
export function listener() {
  const states: KeptState[] = [];
  return { states, onChange: (now: KeptState) => void states.push(now) };
}

/** The error of Node's `fetch` for a failed connection. */
export function broken(code: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}
