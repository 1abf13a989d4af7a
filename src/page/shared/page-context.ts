import type { ConsentGrant, Grant } from '../../grants/grant.ts';
import type { LinkSecret } from '../address/callback-address.ts';
import type { Endpoints } from '../../spotify/endpoints.ts';
import type { PracticeEmulator } from './practice-emulator.ts';
import type { OwnRedirectUri } from '../../spotify/own-redirect-uri.ts';

/** What the page talks to: Spotify, or (in practice) an emulator in its own memory. */
export type Mode = 'spotify' | 'practice';

export interface FormValues {
  readonly clientId: string;
  readonly grant: Grant;
  readonly scopes: readonly string[];
}

/** What `sessionStorage` (in practice, the page) holds from Connect until the callback is handled. Never a client secret. */
export interface PendingSignIn {
  readonly mode: Mode;
  readonly accountsUrl: string;
  readonly grant: ConsentGrant;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly state: string;
  readonly codeVerifier: string;
  /** The language that the address asked for, so that the page is in it after the callback too. */
  readonly lang?: string | undefined;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Whether the user has answered *None of these* to the question what Spotify said. */
  readonly isDeadEndClosed?: boolean;
}

/** What the first script passes to the lazy part (`app/`). */
export interface PageContext {
  readonly window: Window & typeof globalThis;
  /** Epoch milliseconds. Practice moves it. */
  now(): number;
  /** The time of this machine, epoch milliseconds. */
  realNow(): number;
  readonly fetch: typeof fetch;
  /** The address of the page: its folder, without a query. */
  readonly home: string;
  readonly redirectUri: OwnRedirectUri;
  /** The language that the address asks for: links to this page keep it. If it is undefined, the browser decides. */
  readonly lang: string | undefined;
  /** The mode that the form shows now. */
  mode(): Mode;
  /** Undefined for `practice` if practice is not open. */
  endpoints(mode: Mode): Endpoints | undefined;
  /** The emulator, while practice is open. */
  practice(): PracticeEmulator | undefined;
  /** Closes practice: the form is for Spotify again, with the client ID that it had before. */
  leavePractice(): void;
  readonly form: {
    read(): FormValues;
    /** The name of the preset that is chosen, as its button shows it; undefined for another choice of scopes. */
    preset(): string | undefined;
    /** Fills the form and the address, and removes the *From the link* marks. */
    fill(values: FormValues, mode: Mode): void;
    /** Marks a field as wrong: an error text next to it, `aria-invalid`, focus. */
    fail(field: 'clientId' | 'clientSecret', text: string): void;
  };
  /** Shows the form with its heading, or `#app` with `#heading-app`. */
  show(view: 'form' | 'app'): void;
  /** The document title of the form. */
  title(): string;
  /** Announces a text to screen readers, in the status region. */
  announce(text: string): void;
  /** Does the same as a press on Connect. */
  connect(): Promise<void>;
}

/** What the first script can ask of the lazy part. `app/app.ts` exports it as `app`. */
export interface LazyApp {
  /** Handles a callback. Its parameters are already removed from the address. */
  handleCallback(page: PageContext, parameters: URLSearchParams, fragment: URLSearchParams): Promise<void>;
  /** The user came back without a callback while a sign-in is pending: asks what Spotify showed. */
  askDeadEnd(page: PageContext, pending: PendingSignIn): void;
  /** Connect in practice: shows a consent page inside this page, which holds the pending sign-in. */
  askConsent(page: PageContext, address: URL, pending: PendingSignIn): Promise<void>;
  /** *Get token* of the form, for client credentials. */
  getClientCredentials(page: PageContext, clientSecret: string): Promise<void>;
  /** What a client ID surely is instead (a secret, a token, a placeholder), as a text to show; undefined if it may be right. */
  describeWrongClientId(clientId: string): string | undefined;
  /** *I already have a token*. */
  openTokenCheck(page: PageContext): void;
  /**
   * Says that the link contained a secret, which was removed, and what to do about it. Without one, says what was lost by a
   * reload or by leaving the page: head.js sets `history.state.lost` from a callback until its code is used, `app/` while
   * tokens are shown. It is removed here.
   */
  explainStart(page: PageContext, secret: LinkSecret | undefined): void;
  /** Says that a service worker of another program controls this page, and how to remove it. */
  warnOfServiceWorker(page: PageContext): void;
  /** Shows an alert in place. It replaces the one before. */
  showError(page: PageContext, error: unknown): void;
  clearError(): void;
  /** Explains an address that Spotify refuses (localhost, plain http, a file). Returns false if Spotify allows it. */
  showWrongAddress(page: PageContext): boolean;
}
