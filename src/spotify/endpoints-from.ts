import { spotify, type Endpoints } from './endpoints.ts';
import { isSafeForSecrets } from './loopback.ts';
import { RefrainError } from '../errors/refrain-error.ts';

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
