import type { Endpoints } from '../spotify/endpoints.ts';
import { RefrainError } from '../spotify/refrain-error.ts';
import type { Sending } from './answer.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import type { CheckedCallback } from './callback.ts';
import type { TokenSet } from './token-set.ts';

export interface CodeExchange extends Sending {
  readonly request: AuthorizationRequest;
  readonly callback: CheckedCallback;
  /** Needed for the grant `authorization_code` alone. Sent to the token endpoint, kept nowhere. */
  readonly clientSecret?: string | undefined;
  readonly endpoints: Endpoints;
  /** The clock, epoch milliseconds. */
  readonly now: () => number;
  /** When consent was given (the callback came), epoch milliseconds. Default: now. */
  readonly authorizedAt?: number | undefined;
}

export async function exchangeCode(_exchange: CodeExchange): Promise<TokenSet> {
  throw new RefrainError('network');
}
