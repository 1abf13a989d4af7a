import { isLoopbackHost } from '../../spotify/loopback.ts';
import { practiceOrigin } from '../state/practice-app.ts';

/** Hosts that the emulator replaces if it is used as `fetch`: Spotify's, and one that cannot exist (RFC 6761). */
const replacedHosts = ['accounts.spotify.com', 'api.spotify.com', new URL(practiceOrigin).host];

/**
 * Whether a request's host can only be this machine: a name that an attacker controls may point here too (DNS
 * rebinding). A request that did not cross a network has no `Host`; then `replacedHosts` are accepted too, so that the
 * emulator can replace `fetch`.
 */
export function isForLoopback(request: Request): boolean {
  const host = request.headers.get('host');
  if (host !== null) return isLoopbackHost(host);
  const url = new URL(request.url);
  return isLoopbackHost(url.host) || replacedHosts.includes(url.host);
}

/** Whether a browser sent this from a page of another origin. Programs that are not browsers send no `Origin`. */
export function isForeign(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') return true;
  const origin = request.headers.get('origin');
  if (origin === null) return false;
  const host = request.headers.get('host') ?? new URL(request.url).host;
  return origin.toLowerCase() !== `http://${host.toLowerCase()}`;
}
