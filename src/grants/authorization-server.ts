import type { AuthorizationServer } from 'oauth4webapi';
import type { Endpoints } from '../spotify/endpoints.ts';

/** Spotify's accounts service, described for oauth4webapi. */
export function authorizationServer({ accountsUrl }: Endpoints): AuthorizationServer {
  return { issuer: accountsUrl, token_endpoint: `${accountsUrl}/api/token` };
}
