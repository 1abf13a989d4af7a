import type { TokenSet } from '../grants/token-set.ts';
import type { Endpoints } from '../spotify/endpoints.ts';
import type { Claimant } from './platform/claimant.ts';
import type { Clock } from './platform/clock.ts';
import type { KeptAccount, KeptState } from './record/state.ts';
import type { KeptSecrets } from './secrets.ts';
import type { TokenStore } from './stores/token-store.ts';

/** Options of `createTokenKeeper`. Only the store is required: its record says the rest. */
export interface TokenKeeperOptions {
  /** Stores the token. All keepers with the same store share its refreshes. */
  readonly store: TokenStore;
  /**
   * The app. Default: the app in the store. The client secret is used, but not saved (`adopt` saves it if you pass it
   * there).
   */
  readonly app?: { readonly clientId?: string | undefined; readonly clientSecret?: string | undefined } | undefined;
  /**
   * A token from elsewhere, such as an environment variable. It replaces the stored token if the store has never had it,
   * and its consent is later (both dates must be known) or the stored token was rejected or is uncertain. The stored one
   * is used again if Spotify refuses the seed before a refresh of it has succeeded.
   * An undefined `refreshToken` is ignored. Quotes, blanks, line ends and invisible characters are removed from it; it is
   * not picked out of a text. `authorizedAt`: when the user approved it, epoch milliseconds or seconds; `NaN` (as
   * `Date.parse` returns it), a date in the future and one before 2020 mean unknown.
   */
  readonly seed?: { readonly refreshToken: string | undefined; readonly authorizedAt?: number | undefined } | undefined;
  /** Default: Spotify. https, or http on loopback. A token is sent only to the accounts service that issued it. */
  readonly endpoints?: Endpoints | undefined;
  /**
   * Called once for each change of the state, and for each warning that this process gives. The keeper does not wait for
   * it, and ignores what it throws or rejects with.
   */
  readonly onChange?: ((now: KeptState, before: KeptState) => void) | undefined;
  /** Sends all requests: to the accounts service, and those of `TokenKeeper.fetch`. Default: the platform's `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /** Default: `systemClock`. */
  readonly clock?: Clock | undefined;
  /** Identifies this process among all that share the store. Default: `thisProcess()`. */
  readonly claimant?: Claimant | undefined;
  /** A number from 0 up to, but not including, 1, for jitter. Default: `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/** Keeps one refresh token alive. */
export interface TokenKeeper {
  /** Whether the store ends with the process, so that a new consent would be lost. */
  readonly isTemporary: boolean;
  /**
   * Gets an access token that is valid now. All concurrent calls share one request.
   * @param options `signal` ends only this call. `rejected`: an access token that the Web API has rejected; each rejected
   * token causes one refresh, but none in the first minute after a refresh, or in the first 15 minutes if the token before
   * it was rejected too
   * @throws RefrainError if a person is needed: `not_logged_in`, `refresh_token_expired`, `refresh_token_suspect`,
   * `refresh_token_in_doubt`, `invalid_client`, `client_secret_wrong`; if it may work later (`retryAt` says when, if it is
   * known): `rate_limited`, `network`, `timed_out`, `spotify_unavailable`, `refresh_under_way`, `store_failed`,
   * `access_token_expired` (the Web API rejects new tokens too); if the setup is wrong: `accounts_url_mismatch`,
   * `client_id_mismatch`, `client_id_missing`, `client_secret_missing`. The signal's reason if the call is aborted
   */
  accessToken(options?: {
    readonly signal?: AbortSignal | undefined;
    readonly rejected?: string | undefined;
  }): Promise<string>;
  /**
   * `fetch` for the Web API with the access token set. After a 401 it refreshes the token and sends the request once
   * more. If the token comes from a refresh less than a minute ago, it returns the 401: another refresh would not help. A
   * path (`/v1/me`) is resolved against the Web API's origin. It follows no redirect: the token goes nowhere else.
   * @throws RefrainError as `accessToken` does; `endpoint_refused` for another origin
   */
  readonly fetch: typeof fetch;
  /**
   * Gets the state of the token. Sends nothing.
   * @throws RefrainError `record_corrupt`, `store_unsafe`; `store_failed` if nothing is known yet
   */
  state(): Promise<KeptState>;
  /**
   * Saves the tokens of a new consent. They replace the stored token, and the seed does not replace them.
   * `clientSecret`: save it with the token. `replaces`: other refresh tokens that must not replace this one later.
   * @throws RefrainError `refresh_token_missing`, `client_id_missing`, `store_failed`; TypeError for a copy of a `TokenSet`,
   * or a value of the wrong type
   */
  adopt(
    consent: TokenSet,
    facts?: {
      readonly account?: KeptAccount | undefined;
      readonly clientSecret?: string | undefined;
      readonly replaces?: readonly (string | undefined)[] | undefined;
    },
  ): Promise<void>;
  /**
   * Proves with a real write that the tokens of a new consent can be saved. Call it before you ask for consent.
   * @throws RefrainError as `state` does
   */
  prove(): Promise<void>;
  /**
   * Refreshes now, even if the next try is later or the access token is fresh: for a person who asks for it. A refused
   * token is tried at most once a minute. `evenIfUncertain`: also try an uncertain token, once. Default: false.
   * @throws RefrainError as `accessToken` does
   */
  refreshNow(options?: { readonly evenIfUncertain?: boolean | undefined }): Promise<void>;
  /**
   * Saves whose token it is. Does nothing if there is no token.
   * @throws RefrainError as `state` does; TypeError for a value of the wrong type
   */
  setAccount(account: KeptAccount): Promise<void>;
  /**
   * Saves a short text of your own with the token, and replaces the one with the same label. Undefined removes it.
   * `state().notes` shows all notes, so a note must not contain a secret. A renewal keeps notes; `forget` removes them.
   * Does nothing if there is no token.
   * @throws RefrainError as `state` does; TypeError for a value of the wrong type
   */
  note(label: string, value: string | undefined): Promise<void>;
  /**
   * Gets the refresh token, client secret and client ID, to copy them elsewhere. Undefined if there is no token. Sends
   * nothing.
   * @throws RefrainError as `state` does
   */
  secrets(): Promise<KeptSecrets | undefined>;
  /**
   * Gives the warnings on time, even if no program asks for a token. Resolves when `signal` aborts. It does not keep the
   * process running.
   */
  watch(signal: AbortSignal): Promise<void>;
  /**
   * Deletes the token and the client secret, also from a record that cannot be read. A tombstone stays, so that neither a
   * late answer nor another process restores them. Spotify is not informed: it has no request that revokes a token.
   * @throws RefrainError `store_failed`
   */
  forget(): Promise<void>;
}
