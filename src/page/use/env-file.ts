import { refreshTokenEnd } from '../../grants/token-set.ts';
import type { Grant } from '../../grants/grant.ts';
import { spotify, type Endpoints } from '../../spotify/endpoints.ts';
import { quoteDotenv } from '../../text/quote.ts';

export interface EnvFileOptions {
  readonly grant: Grant;
  readonly clientId: string;
  readonly refreshToken?: string | undefined;
  /** Written only if there is no refresh token, since it expires in an hour. */
  readonly accessToken?: string | undefined;
  /** When consent was given, epoch milliseconds. */
  readonly authorizedAt?: number | undefined;
  /** When the access token expires, epoch milliseconds. */
  readonly accessTokenExpiresAt?: number | undefined;
  readonly endpoints: Endpoints;
}

/** `2026-11-24T23:10:05Z`. */
const formatInstant = (at: number): string => new Date(at).toISOString().replace(/\.\d+/, '');

/**
 * One variable; a comment if a `.env` file cannot hold the value. Spotify's IDs and tokens consist of letters, digits,
 * `-` and `_`, so this does not happen with a real one.
 */
function variableLines(name: string, value: string | undefined): readonly string[] {
  if (value === undefined || value === '') return [];
  const quoted = quoteDotenv(value);
  return [
    quoted === undefined
      ? `# ${name} is left out: a .env file cannot hold its characters. Copy it yourself.`
      : `${name}=${quoted}`,
  ];
}

function refreshLines({ refreshToken, authorizedAt }: EnvFileOptions): readonly string[] {
  if (refreshToken === undefined || refreshToken === '') return [];
  return [
    ...variableLines('SPOTIFY_REFRESH_TOKEN', refreshToken),
    ...(authorizedAt === undefined
      ? ['# The date of consent is not known, so this file does not say when the refresh token expires.']
      : [
          `# The refresh token expires on ${formatInstant(refreshTokenEnd(authorizedAt))}, 180 days after consent.`,
          '# Refreshing does not extend it: sign in again before that.',
          `SPOTIFY_AUTHORIZED_AT=${formatInstant(authorizedAt)}`,
        ]),
  ];
}

function accessLines({ refreshToken, accessToken, accessTokenExpiresAt }: EnvFileOptions): readonly string[] {
  if (refreshToken || !accessToken) return [];
  const end =
    accessTokenExpiresAt === undefined
      ? '# The expiry of the access token is not known. Usually it is an hour.'
      : `# The access token expires at ${formatInstant(accessTokenExpiresAt)}.`;
  return [end, ...variableLines('SPOTIFY_ACCESS_TOKEN', accessToken)];
}

/**
 * A `.env` file that a POSIX shell (`set -a; . ./.env`), dotenv, `node --env-file`, docker compose and, with the
 * characters that Spotify uses, `docker run --env-file` all read the same way.
 * The page does not keep the client secret, so a comment says where to add it.
 * The origins are in it only if they are not Spotify's (practice).
 */
export function envFile(options: EnvFileOptions): string {
  const { grant, clientId, endpoints } = options;
  return [
    '# Treat this file like a password. Keep it out of version control.',
    ...variableLines('SPOTIFY_CLIENT_ID', clientId),
    ...(grant === 'authorization_code' || grant === 'client_credentials'
      ? ['# Refrain does not keep the client secret. Add it here and remove the #:', '# SPOTIFY_CLIENT_SECRET=']
      : []),
    ...refreshLines(options),
    ...accessLines(options),
    ...(endpoints.accountsUrl === spotify.accountsUrl
      ? []
      : variableLines('SPOTIFY_ACCOUNTS_URL', endpoints.accountsUrl)),
    ...(endpoints.apiUrl === spotify.apiUrl ? [] : variableLines('SPOTIFY_API_URL', endpoints.apiUrl)),
    '',
  ].join('\n');
}
