import type { Endpoints } from '../spotify/endpoints.ts';
import { RefrainError } from '../spotify/refrain-error.ts';
import type { Sending } from './answer.ts';
import type { Grant } from './grant.ts';
import type { TokenSet } from './token-set.ts';

export interface Refresh extends Sending {
  readonly clientId: string;
  /** For a token that was got with it. */
  readonly clientSecret?: string | undefined;
  readonly refreshToken: string;
  /** When consent was given, epoch milliseconds; undefined if not known. */
  readonly authorizedAt?: number | undefined;
  readonly grant?: Grant | undefined;
  readonly askedScopes?: readonly string[] | undefined;
  readonly endpoints: Endpoints;
  /** The clock, epoch milliseconds. */
  readonly now: () => number;
}

export async function refreshTokens(_refresh: Refresh): Promise<TokenSet> {
  throw new RefrainError('network');
}
