import { signal, type Signal } from '../signal.ts';
import type { Grant } from '../../../grants/grant.ts';
import { TokenSet } from '../../../grants/token-set.ts';
import type { Account } from '../../../listening/account.ts';
import type { Item } from '../../../listening/item.ts';
import type { Endpoints } from '../../../spotify/endpoints.ts';
import type { Mode, PageContext } from '../../shared/page-context.ts';

/** The result of the first request with a token. */
export type Trial =
  | { readonly kind: 'asking' }
  | {
      readonly kind: 'works';
      readonly account: Account;
      /** The last plays, newest first. Undefined if the token lacks the scope. */
      readonly plays: readonly Item[] | undefined;
    }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Everything that the result shows. It is in memory only. */
export interface Result {
  /** `got`: from a sign-in on this page. `checked`: pasted by the user. */
  readonly origin: 'got' | 'checked';
  /** Undefined if the grant of a checked token is not known. */
  readonly grant: Grant | undefined;
  readonly clientId: string;
  readonly mode: Mode;
  readonly endpoints: Endpoints;
  readonly tokens: Signal<TokenSet>;
  /** Whether Spotify replaced the refresh token that was sent. */
  readonly replaced: Signal<boolean>;
  /** Whether the main token was copied or downloaded since it arrived. */
  readonly copied: Signal<boolean>;
  /** Whether the user entered the day of consent on this page. Then it can be changed again. */
  readonly enteredDay: Signal<boolean>;
  /** Whether the token works: the account that it belongs to, and its last plays. */
  readonly trial: Signal<Trial>;
}

/** What a result is created from. */
export type ResultFacts = Pick<Result, 'origin' | 'grant' | 'clientId' | 'mode' | 'endpoints'>;

/** The props of every part of the result. */
export interface ResultProps {
  readonly result: Result;
  readonly page: PageContext;
}

/** Creates a result to show. `replaced`: whether Spotify replaced the refresh token that was checked. */
export function createResult(facts: ResultFacts, tokens: TokenSet, replaced = false): Result {
  // The user still has a checked token that was not replaced.
  const isSaved = facts.origin === 'checked' && !replaced;
  return {
    ...facts,
    tokens: signal(tokens),
    replaced: signal(replaced),
    copied: signal(isSaved),
    enteredDay: signal(false),
    trial: signal<Trial>({ kind: 'asking' }),
  };
}

/** Sets when consent was given, as the user entered it: epoch milliseconds, or undefined for unknown. */
export function setConsentDate({ tokens, enteredDay }: Result, authorizedAt: number | undefined): void {
  const { accessToken, refreshToken } = tokens.value;
  enteredDay.value = authorizedAt !== undefined;
  tokens.value = new TokenSet({ ...tokens.value, accessToken, refreshToken, authorizedAt });
}
