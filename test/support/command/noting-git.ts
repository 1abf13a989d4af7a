import { accessSync, chmodSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const folders = (process.env['PATH'] ?? '').split(delimiter);

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const git = folders.map((folder) => join(folder, 'git')).find(isProgram);

/**
 * A PATH with a git that writes its arguments and environment to a file in the folder, and then runs the real git. If the
 * machine has no git, this PATH has none either.
 */
export function notingGit(folder: string): string {
  const programs = join(folder, 'programs');
  mkdirSync(programs);
  if (git !== undefined) {
    const path = join(programs, 'git');
    writeFileSync(path, `#!/bin/sh\n{ printf '%s\\n' git "$@"; env; } >> '${folder}/git.noted'\nexec '${git}' "$@"\n`);
    chmodSync(path, 0o755);
  }
  return [programs, ...folders].join(delimiter);
}
