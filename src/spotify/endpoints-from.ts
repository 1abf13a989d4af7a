import { spotify, type Endpoints } from './endpoints.ts';
import { RefrainError } from './refrain-error.ts';

/** Whether a host name (as `URL` gives it) is this machine: `127.x.x.x`, `[::1]` or `localhost`. */
export function isLoopback(hostname: string): boolean {
  return /^(127(\.\d+){3}|\[::1\]|localhost)$/.test(hostname);
}

function originOf(given: string): string {
  const refused = new RefrainError('endpoint_refused');
  if (!URL.canParse(given)) throw refused;
  const url = new URL(given);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  if (!isSafe || url.href !== `${url.origin}/` || /[?#]/.test(given)) throw refused;
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
