import { spotify, type Endpoints } from '../../spotify/endpoints.ts';
import type { KeptSecrets } from '../../keeper/secrets.ts';

/** The environment variables for a saved token, in the order in which they are written. */
export const variableNames = [
  'SPOTIFY_CLIENT_ID',
  'SPOTIFY_CLIENT_SECRET',
  'SPOTIFY_REFRESH_TOKEN',
  'SPOTIFY_AUTHORIZED_AT',
  'SPOTIFY_ACCOUNTS_URL',
  'SPOTIFY_API_URL',
] as const;

export type VariableName = (typeof variableNames)[number];

/**
 * The value of each variable for a saved token. Undefined for an unknown date, a secret that is not needed, and the
 * addresses of Spotify itself.
 */
export function toVariables(
  secrets: Pick<KeptSecrets, 'clientId' | 'clientSecret' | 'refreshToken' | 'authorizedAt'>,
  endpoints: Endpoints,
): Readonly<Record<VariableName, string | undefined>> {
  const { clientId, clientSecret, refreshToken, authorizedAt } = secrets;
  return {
    SPOTIFY_CLIENT_ID: clientId,
    SPOTIFY_CLIENT_SECRET: clientSecret,
    SPOTIFY_REFRESH_TOKEN: refreshToken,
    SPOTIFY_AUTHORIZED_AT: authorizedAt === undefined ? undefined : new Date(authorizedAt).toISOString(),
    SPOTIFY_ACCOUNTS_URL: endpoints.accountsUrl === spotify.accountsUrl ? undefined : endpoints.accountsUrl,
    SPOTIFY_API_URL: endpoints.apiUrl === spotify.apiUrl ? undefined : endpoints.apiUrl,
  };
}
