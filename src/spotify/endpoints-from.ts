import { spotify, type Endpoints } from './endpoints.ts';
import { isSafeForSecrets } from './loopback.ts';
import { RefrainError } from '../errors/refrain-error.ts';

function originOf(given: string): string {
  const refused = new RefrainError('endpoint_refused');
  if (!URL.canParse(given)) throw refused;
  const url = new URL(given);
  if (!isSafeForSecrets(url) || url.href !== `${url.origin}/`) throw refused;
  return url.origin;
}

/**
 * The endpoints, with the origins of another Spotify in place of its own where some are given (`SPOTIFY_ACCOUNTS_URL`,
 * `SPOTIFY_API_URL`): https, or http on loopback. A blank one counts as not given.
 *
 * @throws RefrainError `endpoint_refused` for anything but an origin (a slash at its end is taken)
 */
export function endpointsFrom(given: { accountsUrl?: string | undefined; apiUrl?: string | undefined }): Endpoints {
  const accountsUrl = given.accountsUrl?.trim();
  const apiUrl = given.apiUrl?.trim();
  return {
    accountsUrl: accountsUrl ? originOf(accountsUrl) : spotify.accountsUrl,
    apiUrl: apiUrl ? originOf(apiUrl) : spotify.apiUrl,
  };
}
