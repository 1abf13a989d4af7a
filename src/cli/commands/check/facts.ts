import type { RefrainError } from '../../../errors/refrain-error.ts';
import type { KeptState } from '../../../keeper/record/state.ts';
import type { Account } from '../../../listening/account.ts';
import type { Endpoints } from '../../../spotify/endpoints.ts';
import type { CommandText } from '../../context/command-text.ts';
import type { AppSource } from './choose-app.ts';

/** A server's answer. */
export interface ServerAnswer {
  readonly status: number;
  /** The server's `Date`, epoch milliseconds. */
  readonly date: number | undefined;
  /** By this machine's clock, epoch milliseconds. */
  readonly sentAt: number;
  readonly receivedAt: number;
  /** The beginning of the body. */
  readonly text?: string | undefined;
}

/** The answer of `/authorize` without a sign-in. */
export interface AuthorizeAnswer extends ServerAnswer {
  /** When to ask again, epoch milliseconds, if Spotify asks to wait and says for how long. */
  readonly retryAt?: number | undefined;
  /** The absolute address of a redirect. */
  readonly location: string | undefined;
  /** The beginning of the page. */
  readonly text: string;
}

/** All that the checks need. A value is an error if the question failed, undefined if it was not asked. */
export interface Facts {
  readonly refrain: CommandText;
  /** The profile; undefined for the record of a token in SPOTIFY_REFRESH_TOKEN, which has no profile to renew. */
  readonly profile: string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly nodeVersion: string;
  /** The variable that names a proxy which Node's `fetch` does not use. */
  readonly unusedProxy: string | undefined;
  readonly endpoints: Endpoints;
  readonly accounts: AuthorizeAnswer | RefrainError;
  readonly api: ServerAnswer | RefrainError;
  /** The app that the checks of the app are about. */
  readonly clientId: string | undefined;
  /** What else names the app, if it is not the one of the saved token. */
  readonly appSource: AppSource;
  /** The address that was sent, and the one to register. */
  readonly redirectUri: { readonly sent: string; readonly registered: string };
  /** The state after the refresh; an error if there is no token, or the record cannot be read. */
  readonly token: KeptState | RefrainError;
  /** Whether this token needs a client secret, and whether there is one. */
  readonly secret: 'not needed' | 'missing' | 'present';
  /** What the token endpoint said to client ID and secret. */
  readonly secretAnswer: 'accepted' | RefrainError | undefined;
  readonly refresh: 'done' | RefrainError | undefined;
  readonly account: Account | RefrainError | undefined;
}
