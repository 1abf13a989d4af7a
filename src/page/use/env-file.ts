import { refreshTokenEnd } from '../../grants/token-set.ts';
import type { Grant } from '../../grants/grant.ts';
import { spotify, type Endpoints } from '../../spotify/endpoints.ts';
import { envText, type EnvTextLine } from '../../text/env-text.ts';
import { appText } from '../text/app-text.ts';
import { needsSecret } from './snippets/snippet.ts';

const text = appText.envFile;

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
  /** Whether the values are from practice. The file says so. */
  readonly isPractice?: boolean;
}

/** `2026-11-24T23:10:05Z`. */
const formatInstant = (at: number): string => new Date(at).toISOString().replace(/\.\d+/, '');

function refreshLines({ refreshToken, authorizedAt }: EnvFileOptions): readonly EnvTextLine[] {
  if (!refreshToken) return [];
  if (authorizedAt === undefined) return [['SPOTIFY_REFRESH_TOKEN', refreshToken], text.consentUnknown];
  return [
    ['SPOTIFY_REFRESH_TOKEN', refreshToken],
    text.expires(formatInstant(refreshTokenEnd(authorizedAt))),
    text.signInAgain,
    ['SPOTIFY_AUTHORIZED_AT', formatInstant(authorizedAt)],
  ];
}

function accessLines({ refreshToken, accessToken, accessTokenExpiresAt }: EnvFileOptions): readonly EnvTextLine[] {
  if (refreshToken || !accessToken) return [];
  const end =
    accessTokenExpiresAt === undefined ? text.accessUnknown : text.accessExpires(formatInstant(accessTokenExpiresAt));
  return [end, ['SPOTIFY_ACCESS_TOKEN', accessToken]];
}

/**
 * A `.env` file that a POSIX shell (`set -a; . ./.env`), dotenv, `node --env-file`, docker compose and, with the
 * characters that Spotify uses, `docker run --env-file` all read the same way.
 * The page does not keep the client secret, so a comment says where to add it.
 * The origins are in it only if they are not Spotify's (practice).
 */
export function envFile(options: EnvFileOptions): string {
  const { grant, clientId, endpoints } = options;
  return envText([
    ...(options.isPractice ? [text.practice] : []),
    text.keepSecret,
    ['SPOTIFY_CLIENT_ID', clientId],
    ...(needsSecret(grant) ? [text.addSecret, 'SPOTIFY_CLIENT_SECRET='] : []),
    ...refreshLines(options),
    ...accessLines(options),
    ['SPOTIFY_ACCOUNTS_URL', endpoints.accountsUrl === spotify.accountsUrl ? undefined : endpoints.accountsUrl],
    ['SPOTIFY_API_URL', endpoints.apiUrl === spotify.apiUrl ? undefined : endpoints.apiUrl],
  ]);
}
