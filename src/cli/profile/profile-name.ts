import type { RefrainError } from '../../errors/refrain-error.ts';
import { usageError } from '../context/usage-error.ts';

/** The profile of whoever names none. */
export const defaultProfile = 'default';

// Small letters alone: where a disk does not tell `Work` from `work`, two profiles would be one.
const pattern = /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9_-])?$/;

/** Names that Windows keeps for devices, with any ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;

/** Whether a profile may be called so: a name that is a folder's name on every platform, and no path. */
export function isProfileName(name: string): boolean {
  return pattern.test(name) && !devices.test(name);
}

/**
 * The name, checked.
 * @throws RefrainError `wrong_usage` for what can't be one
 */
export function profileNameOf(name: string): string {
  if (isProfileName(name)) return name;
  throw refusedName(name);
}

function refusedName(name: string): RefrainError {
  const lower = name.toLowerCase();
  const hint = lower !== name && isProfileName(lower) ? ` Try ${lower}.` : '';
  return usageError(
    `\u201c${name.slice(0, 80)}\u201d cannot be a profile\u2019s name: 1 to 64 small letters, digits, dots, dashes or underscores.${hint}`,
  );
}
