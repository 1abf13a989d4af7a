import { quoteDotenv } from '../../quote.ts';
import { spotify, type Endpoints } from '../../spotify/endpoints.ts';

export const prints = ['env', 'json', 'token'] as const;

/** How tokens are printed on standard output, where that was asked for. */
export type Print = (typeof prints)[number];

/** What can be printed of a sign-in. */
export interface Printable {
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly refreshToken: string | undefined;
  readonly accessToken: string;
  /** Epoch milliseconds. */
  readonly accessTokenExpiresAt: number | undefined;
  readonly authorizedAt: number | undefined;
  readonly endpoints: Endpoints;
}

/** The tokens in one of the three forms, with its last line break. */
export function printed(as: Print, facts: Printable): string {
  const { refreshToken, accessToken } = facts;
  if (as === 'token') return `${refreshToken ?? accessToken}\n`;
  return as === 'json' ? `${JSON.stringify(tokensOf(facts))}\n` : envLines(facts);
}

/** The tokens as JSON holds them: asked for by name, never shown besides. */
export function tokensOf({ refreshToken, accessToken, accessTokenExpiresAt }: Printable): object {
  return { refreshToken: refreshToken ?? null, accessToken, accessTokenExpiresAt: accessTokenExpiresAt ?? null };
}

function envLines({ clientId, clientSecret, refreshToken, accessToken, authorizedAt, endpoints }: Printable): string {
  const values: readonly (readonly [string, string | undefined])[] = [
    ['SPOTIFY_CLIENT_ID', clientId],
    ['SPOTIFY_CLIENT_SECRET', clientSecret],
    ['SPOTIFY_REFRESH_TOKEN', refreshToken],
    ['SPOTIFY_ACCESS_TOKEN', refreshToken === undefined ? accessToken : undefined],
    ['SPOTIFY_AUTHORIZED_AT', authorizedAt === undefined ? undefined : new Date(authorizedAt).toISOString()],
    ['SPOTIFY_ACCOUNTS_URL', endpoints.accountsUrl === spotify.accountsUrl ? undefined : endpoints.accountsUrl],
    ['SPOTIFY_API_URL', endpoints.apiUrl === spotify.apiUrl ? undefined : endpoints.apiUrl],
  ];
  return values
    .flatMap(([name, value]) => {
      const quoted = value && quoteDotenv(value);
      return quoted ? [`${name}=${quoted}\n`] : [];
    })
    .join('');
}
