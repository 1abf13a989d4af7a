import { signal, type Signal } from '@preact/signals';
import type { Grant } from '../../../grants/grant.ts';
import type { TokenSet } from '../../../grants/token-set.ts';
import type { Endpoints } from '../../../spotify/endpoints.ts';
import type { Mode, PageContext } from '../../shared/page-context.ts';

/** Everything that the result shows. In memory only; whoever leaves the page leaves it behind. */
export interface Result {
  /** A token just got, or one that somebody brought along to have it checked. */
  readonly origin: 'got' | 'checked';
  /** How it was got; undefined for a checked token, of which nobody knows. */
  readonly grant: Grant | undefined;
  readonly clientId: string;
  readonly mode: Mode;
  readonly endpoints: Endpoints;
  readonly tokens: Signal<TokenSet>;
  /** Another refresh token came than the one that was sent: it is the one to keep, and is said first. */
  readonly replaced: Signal<boolean>;
  /** Whether the token that matters has been copied or downloaded since it came. */
  readonly copied: Signal<boolean>;
}

/** The props of every part of the result. */
export interface ResultProps {
  readonly result: Result;
  readonly page: PageContext;
}

/** A result to show. `replaced` is true where checking a refresh token has brought another one. */
export function createResult(
  facts: Omit<Result, 'tokens' | 'replaced' | 'copied'>,
  tokens: TokenSet,
  replaced = false,
): Result {
  // A checked token that stayed the same lies elsewhere already: nothing is lost when it goes from here.
  const safe = facts.origin === 'checked' && !replaced;
  return { ...facts, tokens: signal(tokens), replaced: signal(replaced), copied: signal(safe) };
}
