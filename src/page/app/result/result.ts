import { signal, type Signal } from '../signal.ts';
import type { Grant } from '../../../grants/grant.ts';
import type { TokenSet } from '../../../grants/token-set.ts';
import type { Endpoints } from '../../../spotify/endpoints.ts';
import type { Mode, PageContext } from '../../shared/page-context.ts';

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
}

/** The props of every part of the result. */
export interface ResultProps {
  readonly result: Result;
  readonly page: PageContext;
}

/** Creates a result to show. `replaced`: whether Spotify replaced the refresh token that was checked. */
export function createResult(
  facts: Omit<Result, 'tokens' | 'replaced' | 'copied'>,
  tokens: TokenSet,
  replaced = false,
): Result {
  // The user still has a checked token that was not replaced.
  const isSaved = facts.origin === 'checked' && !replaced;
  return { ...facts, tokens: signal(tokens), replaced: signal(replaced), copied: signal(isSaved) };
}
