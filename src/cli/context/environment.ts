import { readClientId } from '../../text/values/client-id.ts';
import { readClientSecret } from '../../text/values/client-secret.ts';
import { readRefreshToken } from '../../text/values/refresh-token.ts';

/** What the command takes from its surroundings: read once, at the start. */
export interface Environment {
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly refreshToken: string | undefined;
  /** As it was given: whoever uses it judges it. */
  readonly authorizedAt: string | undefined;
  readonly accountsUrl: string | undefined;
  readonly apiUrl: string | undefined;
  /** Where profiles are kept, if said so. */
  readonly refrainHome: string | undefined;
  /** Where programs keep their settings on this platform, if said so (`XDG_CONFIG_HOME`, `APPDATA`). */
  readonly configHome: string | undefined;
  readonly noColor: boolean;
  readonly ci: boolean;
}

const secrets = ['SPOTIFY_CLIENT_SECRET', 'SPOTIFY_REFRESH_TOKEN', 'SPOTIFY_ACCESS_TOKEN'] as const;

/**
 * Reads the environment and takes the secrets out of it, so that no child process, crash report or debugger finds them
 * there. What the system itself shows of how a process was started (Linux: `/proc/PID/environ`, for the same user
 * alone) can't be changed by that process.
 * @param variables `process.env`; the secrets in it are deleted
 */
export function takeEnvironment(variables: Record<string, string | undefined>, platform: NodeJS.Platform): Environment {
  const given = (name: string) => variables[name]?.trim() || undefined;
  const environment: Environment = {
    clientId: readClientId(variables['SPOTIFY_CLIENT_ID'] ?? '') || undefined,
    clientSecret: readClientSecret(variables['SPOTIFY_CLIENT_SECRET'] ?? '') || undefined,
    refreshToken: readRefreshToken(variables['SPOTIFY_REFRESH_TOKEN'] ?? '') || undefined,
    authorizedAt: given('SPOTIFY_AUTHORIZED_AT'),
    accountsUrl: given('SPOTIFY_ACCOUNTS_URL'),
    apiUrl: given('SPOTIFY_API_URL'),
    refrainHome: given('REFRAIN_HOME'),
    configHome: given(platform === 'win32' ? 'APPDATA' : 'XDG_CONFIG_HOME'),
    noColor: Boolean(variables['NO_COLOR']),
    ci: Boolean(variables['CI']),
  };
  for (const name of secrets) delete variables[name];
  return environment;
}
