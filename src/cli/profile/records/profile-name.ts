import { usageError } from '../../context/usage-error.ts';

/** The profile that a command uses if none is named. */
export const defaultProfile = 'default';

// Lower case only: on a disk that ignores case, `Work` and `work` would be the same folder.
const namePattern = /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9_-])?$/;

/** Names that Windows reserves for devices, with any extension. */
const deviceNames = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;

/** Whether a profile can have this name: it must be a valid folder name on every platform. */
export function isProfileName(name: string): boolean {
  return namePattern.test(name) && !deviceNames.test(name);
}

/**
 * Returns the name if it is valid.
 * @throws RefrainError `wrong_usage`
 */
export function profileNameOf(name: string): string {
  if (isProfileName(name)) return name;
  const lower = name.toLowerCase();
  if (namePattern.test(lower) && deviceNames.test(lower)) {
    throw usageError(
      `\u201c${name}\u201d cannot be a profile name, because Windows reserves it for a device. Use another.`,
    );
  }
  const hint = lower !== name && isProfileName(lower) ? ` Try ${lower}.` : '';
  throw usageError(
    `\u201c${name.slice(0, 80)}\u201d is not a valid profile name: use 1 to 64 lower-case letters, digits, dots, dashes or underscores, with a letter or digit first and no dot last.${hint}`,
  );
}
