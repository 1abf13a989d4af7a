import { existsSync } from 'node:fs';

/** Files that container engines create at the root of every container (Docker, Podman). */
const containerFiles = ['/.dockerenv', '/run/.containerenv'];

/**
 * Whether the command probably runs on another machine than the browser: then the callback does not arrive.
 * @param variables the environment
 * @param exists whether a file exists
 * @returns how it runs, as in `This runs over SSH`; undefined if nothing points to another machine
 */
export function describeRemote(
  variables: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean = existsSync,
): 'over SSH' | 'in a codespace' | 'in a container' | undefined {
  if (variables['CODESPACES']) return 'in a codespace';
  if (variables['SSH_CONNECTION']) return 'over SSH';
  return variables['REMOTE_CONTAINERS'] || containerFiles.some((path) => exists(path)) ? 'in a container' : undefined;
}
