import type { KeptState } from '../../../keeper/record/state.ts';
import type { Account } from '../../../listening/account.ts';
import type { Endpoints } from '../../../spotify/endpoints.ts';
import type { RefrainError } from '../../../errors/refrain-error.ts';
import type { CommandText } from '../../context/command-text.ts';

/** A server's answer, as far as it matters whether and when it came. */
export interface Reached {
  readonly status: number;
  /** The server's `Date`, epoch milliseconds. */
  readonly date: number | undefined;
  /** By the clock here, epoch milliseconds. */
  readonly sentAt: number;
  readonly receivedAt: number;
}

/** What `/authorize` answered to somebody who is not signed in. */
export interface AuthorizeAnswer extends Reached {
  /** Where it sends the browser, whole; undefined where it does not. */
  readonly location: string | undefined;
  /** The beginning of the page. */
  readonly text: string;
}

/**
 * All that was learnt, for the judges: an error stands where something was asked in vain, undefined where it was not
 * asked.
 */
export interface Facts {
  readonly refrain: CommandText;
  /** Whether the token stands in SPOTIFY_REFRESH_TOKEN alone, so that there is nothing to renew. */
  readonly isInVariableAlone: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly nodeVersion: string;
  /** The variable that names a proxy which Node's `fetch` will not use. */
  readonly unusedProxy: string | undefined;
  readonly endpoints: Endpoints;
  readonly accounts: AuthorizeAnswer | RefrainError;
  readonly api: Reached | RefrainError;
  readonly clientId: string | undefined;
  /** As it was sent, and as it is to be registered. */
  readonly redirectUri: { readonly sent: string; readonly registered: string };
  /** How the token stands after all was asked; an error where the profile can't be read. */
  readonly kept: KeptState | RefrainError;
  /** Whether this token is refreshed with a secret, and whether there is one. */
  readonly secret: 'not needed' | 'missing' | 'there';
  /** What the token endpoint said to client ID and secret. */
  readonly secretAnswer: 'accepted' | RefrainError | undefined;
  readonly refresh: 'done' | RefrainError | undefined;
  readonly account: Account | RefrainError | undefined;
}
