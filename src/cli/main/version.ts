import { readFileSync } from 'node:fs';

/** The version that stands in this package's manifest; commander wants it before anything is read. */
export function versionOf(packageFolder: URL): string {
  try {
    const { version } = JSON.parse(readFileSync(new URL('package.json', packageFolder), 'utf8')) as { version: string };
    return version;
  } catch {
    return 'unknown';
  }
}
