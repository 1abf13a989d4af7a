import type { TokenSet } from '../grants/token-set.ts';
import type { Endpoints } from '../spotify/endpoints.ts';
import type { Claimant } from './platform/claimant.ts';
import type { Clock } from './platform/clock.ts';
import type { KeptAccount, KeptState } from './record/state.ts';
import type { KeptSecrets } from './secrets.ts';
import type { TokenStore } from './stores/token-store.ts';

/** What a keeper needs. Only the store is required: what it keeps says the rest. */
export interface TokenKeeperOptions {
  /** Where the token lives; all that share one share its refreshes. */
  readonly store: TokenStore;
  /** The app; what is left out comes from the store. The secret is used, never saved (`adopt` saves one on request). */
  readonly app?: { readonly clientId?: string | undefined; readonly clientSecret?: string | undefined } | undefined;
  /**
   * A token from elsewhere, taken in where the store has never had it: an environment variable, which may be unset.
   * `authorizedAt`: when consent was given, epoch milliseconds; `NaN`, as `Date.parse` gives it, counts as not known.
   */
  readonly seed?: { readonly refreshToken: string | undefined; readonly authorizedAt?: number | undefined } | undefined;
  /** Default: Spotify's own. Another accounts service than the one that gave the token is refused. */
  readonly endpoints?: Endpoints | undefined;
  /**
   * Told of all that befalls the token, each time once, and of each warning that this process gives. It is not waited
   * for, and what it throws or rejects with is dropped.
   */
  readonly onChange?: ((now: KeptState, before: KeptState) => void) | undefined;
  /** How requests are sent, to Spotify's accounts service and by `TokenKeeper.fetch`. Default: the platform's. */
  readonly fetch?: typeof fetch | undefined;
  /** Default: `systemClock`. */
  readonly clock?: Clock | undefined;
  /** Who this process is among all that share the store. Default: worked out on Node, Deno and Bun; else a random name. */
  readonly claimant?: Claimant | undefined;
  /** From 0 up to 1, for jitter. Default: `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/** Keeps one token alive. */
export interface TokenKeeper {
  /**
   * An access token that is good now. However many ask, one request is made.
   * @param options `signal` ends this call alone; `rejected` is an access token that the Web API has refused: one
   * refresh is made for each token so refused
   * @throws RefrainError where a person is needed: `not_logged_in`, `refresh_token_expired`, `refresh_token_suspect`,
   * `refresh_token_in_doubt`, `invalid_client`, `client_secret_wrong`; where waiting helps, `retryAt` saying how long if
   * that is known: `rate_limited`, `network`, `timed_out`, `spotify_unavailable`, `refresh_under_way`, `store_failed`;
   * where the setting is wrong: `accounts_url_mismatch`, `client_id_mismatch`, `client_id_missing`,
   * `client_secret_missing`. The signal's reason where the call is aborted
   */
  accessToken(options?: {
    readonly signal?: AbortSignal | undefined;
    readonly rejected?: string | undefined;
  }): Promise<string>;
  /**
   * `fetch` with the access token set; one refresh and one more try after a 401 that a new token can mend. A path alone
   * (`/v1/me`) is taken as the Web API's.
   * @throws RefrainError as `accessToken` does; `endpoint_refused` for another origin than the Web API's
   */
  readonly fetch: typeof fetch;
  /**
   * How the token stands. Sends nothing.
   * @throws RefrainError `record_corrupt`, `store_unsafe`; `store_failed` where nothing is known yet
   */
  state(): Promise<KeptState>;
  /**
   * Takes in what a new consent brought: it wins over all that stood here, and over the seed. `clientSecret`: save it
   * beside the token.
   * @throws RefrainError `refresh_token_missing`, `client_id_missing`, `store_failed`; TypeError for a copy of a `TokenSet`
   */
  adopt(
    consent: TokenSet,
    facts?: { readonly account?: KeptAccount | undefined; readonly clientSecret?: string | undefined },
  ): Promise<void>;
  /**
   * Asks Spotify now, whatever the next time says: for `check` and `renew`, on a person's word.
   * A refused token is asked about at most once a minute. `inDoubt`: try a token in doubt too, once.
   * @throws RefrainError as `accessToken` does
   */
  refreshNow(options?: { readonly evenIfUncertain?: boolean | undefined }): Promise<void>;
  /**
   * Saves whose token it is. Does nothing if no token is kept.
   * @throws RefrainError as `state` does
   */
  setAccount(account: KeptAccount): Promise<void>;
  /**
   * Saves a short text of your own beside the token, and replaces the one with the same label. Undefined removes it.
   * `state().notes` shows all of them, so a note must not hold a secret. Notes outlive a renewal; `forget` removes them.
   * Does nothing if no token is kept.
   * @throws RefrainError as `state` does
   */
  note(label: string, value: string | undefined): Promise<void>;
  /**
   * The refresh token, the secret and the client ID, by name, for whoever hands them on (`env`, `push`); undefined where
   * none is kept. Sends nothing.
   */
  secrets(): Promise<KeptSecrets | undefined>;
  /** Warns on time even if nobody asks for a token. Resolves when `signal` ends it; alone it keeps no process alive. */
  watch(signal: AbortSignal): Promise<void>;
  /**
   * Forgets the token and the secret, in a record that nobody can read too. What remains says only that there was one, so
   * that no late answer and no other holder brings it back. Spotify is not told: it ends no token on request.
   * @throws RefrainError `store_failed`
   */
  forget(): Promise<void>;
}
