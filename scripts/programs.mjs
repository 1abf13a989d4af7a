// @ts-check
/** The project's folder, and the programs of its installed packages: started without a shell, from any path. */
import { accessSync, constants, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * The file to run with Node for an installed package's command.
 * @param {string} name the package @param {string} [command] its command, if its name differs from the package
 * @throws {Error} if the package is not installed or has no such command
 */
export function programOf(name, command = name) {
  const manifest = join(root, 'node_modules', name, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  const file = typeof bin === 'string' ? bin : bin?.[command];
  if (typeof file !== 'string') throw new Error(`${name} has no command ${command}.`);
  return join(dirname(manifest), file);
}

/** Whether there is a program at a path. @param {string} path */
export function canStart(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
