import { refreshTokenEnd } from '../../grants/token-set.ts';
import type { Grant } from '../../grants/grant.ts';
import { spotify, type Endpoints } from '../../spotify/endpoints.ts';
import { quoteDotenv } from '../../text/quote.ts';

export interface EnvFileOptions {
  readonly grant: Grant;
  readonly clientId: string;
  readonly refreshToken?: string | undefined;
  /** Written only where there is no refresh token: within the hour it is worth nothing. */
  readonly accessToken?: string | undefined;
  /** When consent was given, epoch milliseconds. */
  readonly authorizedAt?: number | undefined;
  /** When the access token ends, epoch milliseconds. */
  readonly accessTokenExpiresAt?: number | undefined;
  readonly endpoints: Endpoints;
}

/** An instant, whose day every time zone can tell for itself: `2026-11-24T23:10:05Z`. */
const instant = (at: number): string => new Date(at).toISOString().replace(/\.\d+/, '');

/**
 * One line, or words in its place: what no reader would take as it stands is left out rather than changed.
 * Spotify's IDs and tokens are letters, digits, `-` and `_`, so nobody meets this with a real one.
 */
function line(name: string, value: string | undefined): readonly string[] {
  if (value === undefined || value === '') return [];
  const quoted = quoteDotenv(value);
  return [
    quoted === undefined
      ? `# ${name} is left out: it holds characters that a .env file cannot carry. Copy it by hand.`
      : `${name}=${quoted}`,
  ];
}

function refreshLines({ refreshToken, authorizedAt }: EnvFileOptions): readonly string[] {
  if (refreshToken === undefined || refreshToken === '') return [];
  return [
    ...line('SPOTIFY_REFRESH_TOKEN', refreshToken),
    ...(authorizedAt === undefined
      ? ['# When consent was given is not known, so neither is the end of the refresh token.']
      : [
          '# When consent was given. The refresh token ends 180 days later, whatever is done with it:',
          `# ${instant(refreshTokenEnd(authorizedAt))}. Then somebody has to sign in again.`,
          `SPOTIFY_AUTHORIZED_AT=${instant(authorizedAt)}`,
        ]),
  ];
}

function accessLines({ refreshToken, accessToken, accessTokenExpiresAt }: EnvFileOptions): readonly string[] {
  if (refreshToken || !accessToken) return [];
  const end =
    accessTokenExpiresAt === undefined
      ? '# When the access token ends is not known; commonly it is an hour.'
      : `# The access token ends at ${instant(accessTokenExpiresAt)}.`;
  return [end, ...line('SPOTIFY_ACCESS_TOKEN', accessToken)];
}

/**
 * A `.env` file that means the same to a POSIX shell (`set -a; . ./.env`), dotenv, `node --env-file`,
 * docker compose and, with Spotify's own characters, `docker run --env-file`.
 * The client secret is not in it, since the page does not keep it: a line says where it goes.
 * The origins stand in it only where they are not Spotify's own (practice).
 */
export function envFile(options: EnvFileOptions): string {
  const { grant, clientId, endpoints } = options;
  return [
    '# Keep this file like a password, and out of version control.',
    ...line('SPOTIFY_CLIENT_ID', clientId),
    ...(grant === 'authorization_code' || grant === 'client_credentials'
      ? ['# Refrain keeps no secret. Add your own, and take the # away:', '# SPOTIFY_CLIENT_SECRET=']
      : []),
    ...refreshLines(options),
    ...accessLines(options),
    ...(endpoints.accountsUrl === spotify.accountsUrl ? [] : line('SPOTIFY_ACCOUNTS_URL', endpoints.accountsUrl)),
    ...(endpoints.apiUrl === spotify.apiUrl ? [] : line('SPOTIFY_API_URL', endpoints.apiUrl)),
    '',
  ].join('\n');
}
