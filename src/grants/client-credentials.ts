import type { Endpoints } from '../spotify/endpoints.ts';
import { RefrainError } from '../spotify/refrain-error.ts';
import type { Sending } from './answer.ts';
import type { TokenSet } from './token-set.ts';

export interface ClientCredentialsRequest extends Sending {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly endpoints: Endpoints;
  /** The clock, epoch milliseconds. */
  readonly now: () => number;
}

export async function getClientCredentialsToken(_request: ClientCredentialsRequest): Promise<TokenSet> {
  throw new RefrainError('network');
}
