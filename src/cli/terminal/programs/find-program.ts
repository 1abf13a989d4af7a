import { access, constants, lstat, stat } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';

/** Where to look for a program. */
export interface ProgramPlaces {
  /** Its PATH counts. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder of the project. */
  readonly folder: string;
  /** Whether the program may also be in the project's `node_modules`, as `npx` finds it. Default: false. */
  readonly isPackage?: boolean;
}

/**
 * The path of a program that is installed: in the project's `node_modules` if it may be there, otherwise in a folder of PATH.
 * @returns undefined if it is not installed, or is not allowed to run
 */
export async function findProgram(
  name: string,
  { environment, folder, isPackage = false }: ProgramPlaces,
  platform: NodeJS.Platform = process.platform,
): Promise<string | undefined> {
  // Windows writes the name as `Path`.
  const [, path = ''] = Object.entries(environment).find(([key]) => key.toUpperCase() === 'PATH') ?? [];
  const packages = isPackage ? await ownPackages(folder) : [];
  const folders = [...packages, ...path.split(delimiter)];
  const endings = platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  const candidates = folders.filter(Boolean).flatMap((place) => endings.map((ending) => resolve(place, name + ending)));
  for (const candidate of candidates) if (await canRun(candidate)) return candidate;
  return undefined;
}

/** A folder and those above it. */
function foldersUp(folder: string): readonly string[] {
  const above = dirname(folder);
  return [folder, ...(above === folder ? [] : foldersUp(above))];
}

/**
 * The folders of commands that npm has installed for a project. Folders of other users do not count: any user can create
 * a `node_modules` in `/tmp`.
 */
async function ownPackages(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const place of foldersUp(folder)) {
    const packages = join(place, 'node_modules');
    const uid = await lstat(packages).then(
      (stats) => stats.uid,
      () => undefined,
    );
    if (uid === 0 || uid === process.getuid?.()) found.push(join(packages, '.bin'));
  }
  return found;
}

async function canRun(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
