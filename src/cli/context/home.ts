import { isAbsolute, join, resolve } from 'node:path';
import type { Environment } from './environment.ts';

/**
 * The folder that holds the profiles: `REFRAIN_HOME`, else the platform's place for settings.
 * @param userHome the user's own folder
 */
export function homeFolder(
  environment: Pick<Environment, 'refrainHome' | 'configHome'>,
  platform: NodeJS.Platform,
  userHome: string,
): string {
  if (environment.refrainHome) return resolve(environment.refrainHome);
  // A relative XDG_CONFIG_HOME is to be ignored (XDG Base Directory Specification).
  const configHome = environment.configHome && isAbsolute(environment.configHome) ? environment.configHome : undefined;
  if (platform === 'win32') return join(configHome ?? join(userHome, 'AppData', 'Roaming'), 'refrain');
  return join(configHome ?? join(userHome, '.config'), 'refrain');
}
