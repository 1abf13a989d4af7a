import { spotify, type Endpoints } from '../../spotify/endpoints.ts';
import type { KeptSecrets } from '../../keeper/secrets.ts';

/** The variables that carry a kept token, in the order in which they are written. */
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
 * What each variable holds for a kept token; undefined where there is nothing to be held: no date that is known, no
 * secret that is needed, Spotify's own addresses.
 */
export function variablesOf(
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
