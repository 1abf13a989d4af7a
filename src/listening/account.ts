import type { WebApiRequest } from './web-api-request.ts';
import { RefrainError } from '../spotify/refrain-error.ts';

/** A Spotify account. */
export interface Account {
  readonly id: string;
  /** Spotify's stable key of an account, since May 2026. */
  readonly accountId?: string;
  readonly displayName?: string;
  /** The account's page on open.spotify.com. */
  readonly url?: string;
  readonly imageUrl?: string;
}

export async function getAccount(_request: WebApiRequest): Promise<Account> {
  throw new RefrainError('network');
}
