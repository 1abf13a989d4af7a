import type { ConsentGrant, Grant } from '../../grants/grant.ts';
import type { Endpoints } from '../../spotify/endpoints.ts';

/** Which Spotify the page talks to: the real one, or the emulator that `npm start` runs beside it. */
export type World = 'spotify' | 'practice';

export interface FormValues {
  readonly clientId: string;
  readonly grant: Grant;
  readonly scopes: readonly string[];
}

/** What outlives the trip to Spotify, in `sessionStorage` from Connect until its callback is handled. No secret of the app's. */
export interface PendingTry {
  readonly world: World;
  readonly accountsUrl: string;
  readonly grant: ConsentGrant;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly state: string;
  readonly codeVerifier: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

/** What the first script hands to the late part (`after/`). */
export interface Page {
  readonly window: Window & typeof globalThis;
  /** Epoch milliseconds. */
  now(): number;
  readonly fetch: typeof fetch;
  readonly redirectUri: { readonly sent: string; readonly registered: string };
  /** The world that the form shows now. */
  world(): World;
  /** Undefined for `practice` when no emulator is beside the page. */
  endpoints(world: World): Endpoints | undefined;
  readonly form: {
    read(): FormValues;
    /** Fills the form (and the address) and takes away the marks of what came by link. */
    fill(values: FormValues, world: World): void;
    /** Marks a field wrong, GOV.UK's way: `Error: …` beside it, `aria-invalid`, focus. */
    fail(field: 'clientId' | 'clientSecret', words: string): void;
  };
  /** Shows the form, or hides it (heading and foot too) so that `#after`, `#heading-after` and `#foot-after` stand alone. */
  show(view: 'form' | 'after'): void;
  /** The form's own document title. */
  title(): string;
  /** Says it in the one status region. */
  announce(words: string): void;
  /** As if Connect were pressed. */
  connect(): Promise<void>;
}

/** The late part's face towards the first script: `after/after.ts` exports it as `after`. */
export interface After {
  /** A callback's parameters, already out of the address, with the try that was pending (or none). */
  handleCallback(page: Page, parameters: URLSearchParams, fragment: URLSearchParams): Promise<void>;
  /** Somebody is back without a callback while a try is pending: what did Spotify say? */
  askDeadEnd(page: Page, pending: PendingTry): void;
  /** The form's own `Get token`, for client credentials. */
  getClientCredentials(page: Page, clientSecret: string): Promise<void>;
  /** *I already have a token*. */
  openTokenCheck(page: Page): void;
  /** One alert at a time, in place. */
  showError(page: Page, error: unknown): void;
  clearError(page: Page): void;
  /** Where the page stands at an address that Spotify refuses (localhost, plain http, a file), says so and gives true. */
  showWrongAddress(page: Page): boolean;
  /**
   * Says what a reload, or leaving and coming back, has cost. To be called on load when `history.state?.lost` is set:
   * `after/` sets it while a secret is awaited or tokens are shown, and takes it away here.
   */
  explainLoss(page: Page): void;
}
