import { createEmulator, type Emulator } from '../emulator/emulator.ts';
import type { Controls } from '../emulator/controls/controls.ts';
import { listeners } from '../emulator/listeners/listeners.ts';
import { practiceApp } from '../emulator/state/practice-app.ts';
import { createAuthorizationRequest, buildAuthorizationUrl } from '../grants/authorization-request.ts';
import { checkCallback } from '../grants/callback.ts';
import { exchangeCode } from '../grants/code-exchange.ts';
import { createTokenKeeper } from '../keeper/create-token-keeper.ts';
import { systemClock, type Clock } from '../keeper/platform/clock.ts';
import type { KeptState } from '../keeper/record/state.ts';
import { memoryStore } from '../keeper/stores/memory-store.ts';
import type { TokenKeeper } from '../keeper/token-keeper.ts';
import { spotify, type Endpoints } from '../spotify/endpoints.ts';
import { isLoopback } from '../spotify/loopback.ts';

/** Everything has a default. */
export interface PracticeOptions {
  /** What the token allows. Default: the three scopes of the lists, and the profile. */
  readonly scopes?: readonly string[] | undefined;
  /** Who listens: the id of one of `listeners` of `refrain/emulator`. Default: the first one. */
  readonly listener?: string | undefined;
  /**
   * The address at which a browser finds the artwork, if you serve `fetchImage` there: loopback with a port. Default:
   * Spotify's Web API, where a browser finds none.
   */
  readonly origin?: string | undefined;
  /** The real time, which the controls can move. Default: `systemClock`. */
  readonly clock?: Clock | undefined;
}

/** A source of invented lists. It needs no account and no network. */
export interface Practice {
  /** `fetch` for a path of the Web API (`/v1/me`), with the access token set. */
  readonly fetch: typeof fetch;
  /** The state of the token. */
  state(): Promise<KeptState>;
  /** Gets the artwork of the items. */
  readonly fetchImage: typeof fetch;
  /** The origin of the artwork's addresses. */
  readonly imageOrigin: string;
  /** All that is shown from this source says so. */
  readonly isPractice: true;
  /** The controls of the emulator: faults, the clock, what is playing. */
  readonly controls: Controls;
  /** The time in practice. `controls.moveClock` moves it. */
  readonly clock: Clock;
  /** Gives consent again, for another six months, such as after `controls.revoke` or `controls.reset`. */
  renew(): Promise<void>;
}

const defaultScopes = [
  'user-read-recently-played',
  'user-read-currently-playing',
  'user-read-playback-state',
  'user-top-read',
  'user-read-private',
];

/**
 * Makes a source with a token already in it. Everything is in memory, and nothing is made before the first use, because
 * some runtimes allow no random numbers while a module loads.
 * @throws TypeError if `origin` is not an address of this machine
 */
export function practice(options: PracticeOptions = {}): Practice {
  const { origin, clock: realClock = systemClock } = options;
  const endpoints = origin === undefined ? spotify : endpointsAt(origin);
  let made: Emulator | undefined;
  const emulator = () => (made ??= createEmulator({ clock: realClock }));
  const clock: Clock = {
    now: () => emulator().controls.now,
    wait: (milliseconds, waiting) => realClock.wait(milliseconds, waiting),
  };
  let keeper: TokenKeeper | undefined;
  const openKeeper = () =>
    (keeper ??= createTokenKeeper({
      app: { clientId: practiceApp.clientId },
      store: memoryStore(),
      endpoints,
      fetch: emulator().fetch,
      clock,
    }));
  const renew = async () => {
    const { scopes = defaultScopes, listener = listeners[0].id } = options;
    const tokens = await giveConsent(emulator(), { scopes, listener, endpoints, clock });
    await openKeeper().adopt(tokens, { account: { id: listener } });
  };
  let signedIn: Promise<void> | undefined;
  const ready = async () => {
    await (signedIn ??= renew());
    return openKeeper();
  };
  return {
    isPractice: true,
    imageOrigin: endpoints.apiUrl,
    fetch: async (input, init) => (await ready()).fetch(input, init),
    fetchImage: (input, init) => emulator().fetch(input, init),
    state: async () => (await ready()).state(),
    get controls() {
      return emulator().controls;
    },
    clock,
    renew,
  };
}

/** @throws TypeError if the origin is not of this machine: the emulator answers nowhere else */
function endpointsAt(origin: string): Endpoints {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (!url || !isLoopback(url.hostname) || url.href !== `${url.origin}/`) {
    throw new TypeError('practice: origin must be an address of this machine, such as http://127.0.0.1:8787.');
  }
  return { accountsUrl: url.origin, apiUrl: url.origin };
}

/** Signs in on the emulator, which gives consent without asking. */
async function giveConsent(
  { fetch, controls }: Emulator,
  {
    scopes,
    listener,
    endpoints,
    clock,
  }: {
    readonly scopes: readonly string[];
    readonly listener: string;
    readonly endpoints: Endpoints;
    readonly clock: Clock;
  },
) {
  const { consent } = controls.state().settings;
  const request = createAuthorizationRequest({
    grant: 'authorization_code_pkce',
    clientId: practiceApp.clientId,
    redirectUri: 'http://127.0.0.1:8888/callback',
    scopes,
  });
  controls.set({ consent: 'agree' });
  controls.signIn({ listener });
  const answer = await fetch(await buildAuthorizationUrl(request, endpoints), { redirect: 'manual' });
  controls.set({ consent });
  const callback = checkCallback(
    new URL(answer.headers.get('location') ?? '', endpoints.apiUrl).searchParams,
    request,
    endpoints,
  );
  const now = () => clock.now();
  return exchangeCode({ request, callback, endpoints, fetch, now, authorizedAt: now() });
}
