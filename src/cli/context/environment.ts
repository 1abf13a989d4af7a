import { isAbsolute, join, resolve } from 'node:path';
import { RefrainError } from '../../errors/refrain-error.ts';
import { endpointsFrom, spotify, type Endpoints } from '../../spotify/endpoints.ts';
import { cleanValue, unquote } from '../../text/values/clean-value.ts';
import { findClientId, readClientId, readClientSecret, readRefreshToken } from '../../text/values/credentials.ts';
import { findConsentDate } from '../../text/values/consent-date.ts';
import { fillField } from './entered-values.ts';
import { hideSecrets } from './usage-error.ts';

/** The environment variables that the command reads, once, at the start. */
export interface Environment {
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly refreshToken: string | undefined;
  /** As the user wrote it. A command that needs it checks it. */
  readonly authorizedAt: string | undefined;
  readonly accountsUrl: string | undefined;
  readonly apiUrl: string | undefined;
  /** REFRAIN_HOME: the folder that holds the profiles. */
  readonly refrainHome: string | undefined;
  /** The folder for settings on this platform (`XDG_CONFIG_HOME`, `APPDATA`). */
  readonly configHome: string | undefined;
  /** NO_COLOR, or a terminal without styles. */
  readonly noColor: boolean;
  /** TERM is `dumb`: the terminal shows lines only, and prints control sequences as text. */
  readonly isDumb: boolean;
  readonly ci: boolean;
  /** What SPOTIFY_REFRESH_TOKEN holds in addition to the token, if a whole `.env` was pasted into it. */
  readonly foundWithToken?: Pick<Environment, 'clientId' | 'authorizedAt'>;
}

const secretNames = ['SPOTIFY_CLIENT_SECRET', 'SPOTIFY_REFRESH_TOKEN', 'SPOTIFY_ACCESS_TOKEN'] as const;

/**
 * Reads the environment and deletes the secrets from it, so that no child process, crash report or debugger finds them
 * there. The system still shows the environment that this process started with (on Linux in `/proc/PID/environ`), to the
 * same user only.
 * @param variables `process.env`; the secrets in it are deleted
 */
export function takeEnvironment(variables: Record<string, string | undefined>, platform: NodeJS.Platform): Environment {
  const read = (name: string, clean = unquote) => {
    const text = variables[name];
    return (text && clean(text)) || undefined;
  };
  const tokenText = variables['SPOTIFY_REFRESH_TOKEN'];
  const isDumb = variables['TERM'] === 'dumb';
  const environment: Environment = {
    clientId: read('SPOTIFY_CLIENT_ID', readClientId),
    clientSecret: read('SPOTIFY_CLIENT_SECRET', readClientSecret),
    refreshToken: read('SPOTIFY_REFRESH_TOKEN', readRefreshToken),
    // Quotes around nothing are nothing.
    authorizedAt: read('SPOTIFY_AUTHORIZED_AT', (text) => cleanValue(text) && text.trim()),
    accountsUrl: read('SPOTIFY_ACCOUNTS_URL', cleanValue),
    apiUrl: read('SPOTIFY_API_URL', cleanValue),
    refrainHome: read('REFRAIN_HOME'),
    configHome: read(platform === 'win32' ? 'APPDATA' : 'XDG_CONFIG_HOME'),
    noColor: isDumb || Boolean(variables['NO_COLOR']),
    isDumb,
    ci: Boolean(variables['CI']),
    ...(tokenText && {
      foundWithToken: { clientId: findClientId(tokenText), authorizedAt: findConsentDate(tokenText) },
    }),
  };
  for (const name of secretNames) delete variables[name];
  return environment;
}

/**
 * The environment, with unset variables filled from what SPOTIFY_REFRESH_TOKEN holds in addition to the token.
 * @param say gets one line if a variable is set to another value
 */
export function fillFromToken(environment: Environment, say: (line: string) => void): Environment {
  const { clientId, authorizedAt, foundWithToken: found } = environment;
  if (!found) return environment;
  return {
    ...environment,
    clientId: fillField('client ID', clientId, found.clientId, say),
    authorizedAt: fillField('date of consent', authorizedAt, found.authorizedAt, say),
  };
}

/**
 * Spotify's endpoints, or those that SPOTIFY_ACCOUNTS_URL and SPOTIFY_API_URL name.
 * @throws RefrainError `endpoint_refused`, with the variable and its value in `detail`
 */
export function readEndpoints({ accountsUrl, apiUrl }: Pick<Environment, 'accountsUrl' | 'apiUrl'>): Endpoints {
  return {
    accountsUrl: readOrigin('SPOTIFY_ACCOUNTS_URL', accountsUrl, () => endpointsFrom({ accountsUrl }).accountsUrl),
    apiUrl: readOrigin('SPOTIFY_API_URL', apiUrl, () => endpointsFrom({ apiUrl }).apiUrl),
  };
}

/**
 * Makes sure that no token of Spotify is sent to another Web API: SPOTIFY_API_URL may come from a project that someone
 * else wrote. Every command that uses or gets a token calls it first.
 * @throws RefrainError `endpoint_refused`
 */
export function checkWebApi({ accountsUrl, apiUrl }: Endpoints): void {
  if (accountsUrl !== spotify.accountsUrl || apiUrl === spotify.apiUrl) return;
  throw new RefrainError('endpoint_refused', {
    detail: `SPOTIFY_API_URL is ${apiUrl}, but the tokens are Spotify\u2019s own, so nothing is sent there.`,
    cure: 'Set SPOTIFY_ACCOUNTS_URL to the server of that Web API too, or remove SPOTIFY_API_URL.',
  });
}

function readOrigin(name: string, value: string | undefined, read: () => string): string {
  try {
    return read();
  } catch {
    // An address can hold a password: `https://user:password@host`.
    const shown = hideSecrets(value ?? '')
      .replace(/^.*@/, '\u2026@')
      .slice(0, 60);
    throw new RefrainError('endpoint_refused', {
      detail: `${name} is not valid: \u201c${shown}\u201d (needs https://, or http:// on loopback, and no path).`,
    });
  }
}

/**
 * The folder that holds `profiles/`: `REFRAIN_HOME`, or a folder in the platform's folder for settings.
 * @param findUserHome finds the user's home folder, or throws
 * @throws RefrainError `store_failed` if the user has no home folder: HOME is empty, or is not set and the list of users names none
 */
export function homeFolder(
  environment: Pick<Environment, 'refrainHome' | 'configHome'>,
  platform: NodeJS.Platform,
  findUserHome: () => string,
): string {
  if (environment.refrainHome) return resolve(environment.refrainHome);
  // The XDG Base Directory Specification says to ignore a relative XDG_CONFIG_HOME.
  const configHome = environment.configHome && isAbsolute(environment.configHome) ? environment.configHome : undefined;
  if (configHome) return join(configHome, 'refrain');
  const settings = platform === 'win32' ? join('AppData', 'Roaming') : '.config';
  const userHome = findAbsolute(findUserHome);
  if (userHome !== undefined) return join(userHome, settings, 'refrain');
  throw new RefrainError('store_failed', {
    detail: 'This user has no home folder (ENOENT).',
    cure: 'Set REFRAIN_HOME to a folder that only this user can read and write.',
  });
}

/** The path that is found, if it is absolute. An empty HOME would mean the current folder, which may be published. */
function findAbsolute(find: () => string): string | undefined {
  try {
    const path = find();
    return isAbsolute(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
