import { RefrainError } from '../errors/refrain-error.ts';
import { isLoopback } from './loopback.ts';

/**
 * Where requests go: two origins, without a trailing slash. A program may use others than Spotify's (the emulator, a
 * test server). No link or URL parameter can change them.
 */
export interface Endpoints {
  /** Origin of the accounts service, which serves `/authorize` and `/api/token`. */
  readonly accountsUrl: string;
  /** Origin of the Web API, which serves `/v1/…`. */
  readonly apiUrl: string;
}

/** Spotify's own endpoints. @see https://developer.spotify.com/documentation/web-api/concepts/api-calls */
export const spotify: Endpoints = {
  accountsUrl: 'https://accounts.spotify.com',
  apiUrl: 'https://api.spotify.com',
};

/** The addresses to use instead of Spotify's, as `SPOTIFY_ACCOUNTS_URL` and `SPOTIFY_API_URL` give them. */
interface EndpointAddresses {
  /** An origin; a trailing slash is allowed. Empty or undefined: Spotify's own. */
  readonly accountsUrl?: string | undefined;
  /** An origin; a trailing slash is allowed. Empty or undefined: Spotify's own. */
  readonly apiUrl?: string | undefined;
}

/**
 * The endpoints to send requests to: Spotify's, or the origins given here (an emulator, a test server). An origin must
 * be https, or http on loopback, because secrets are sent there.
 * @throws RefrainError `endpoint_refused` if an address is not such an origin
 */
export function endpointsFrom({ accountsUrl, apiUrl }: EndpointAddresses): Endpoints {
  return {
    accountsUrl: readOrigin(accountsUrl) ?? spotify.accountsUrl,
    apiUrl: readOrigin(apiUrl) ?? spotify.apiUrl,
  };
}

function readOrigin(address: string | undefined): string | undefined {
  const text = address?.trim();
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !isSafeForSecrets(url) || url.href !== `${url.origin}/`) throw new RefrainError('endpoint_refused');
  return url.origin;
}

/** Whether secrets may be sent to this address: https, or http that does not leave this machine. */
export function isSafeForSecrets(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}
