import { usageError } from '../../context/usage-error.ts';

/** The repository or project that a token is pushed to. */
export interface PushTarget {
  /** GitHub: `owner/name`, or `host/owner/name` for another server. Other hosts: the folder of the project. */
  readonly location: string;
  /** An environment there, such as `production`. Undefined for the default one. */
  readonly environment: string | undefined;
}

const separator = ' --env ';

/** A target as one text, for notes and messages: `owner/name` or `owner/name --env production`. */
export function formatTarget({ location, environment }: PushTarget): string {
  return environment === undefined ? location : `${location}${separator}${environment}`;
}

/** Reads the text of `formatTarget`. */
export function parseTarget(text: string): PushTarget {
  const index = text.lastIndexOf(separator);
  if (index < 0) return { location: text, environment: undefined };
  return { location: text.slice(0, index), environment: text.slice(index + separator.length) };
}

/**
 * Reads a repository as a user types or pastes it: `owner/name`, with its host, or its URL.
 * @throws RefrainError `wrong_usage`
 */
export function readRepository(text: string): string {
  const name = text
    .trim()
    .replace(/^(https?|ssh):\/\/(git@)?/, '')
    .replace(/^git@([^:/]+):/, '$1/')
    .replace(/^(www\.)?github\.com\//, '')
    .replace(/(\.git)?\/?$/, '');
  if (/^(?:[A-Za-z0-9][\w.-]*\/)?[A-Za-z0-9][\w.-]*\/[\w.][\w.-]*$/.test(name)) return name;
  throw usageError(`--repo needs OWNER/NAME, not \u201c${text.slice(0, 80)}\u201d.`);
}

/**
 * Reads the name of an environment.
 * @throws RefrainError `wrong_usage` for a name that could be read as something else, such as a flag
 */
export function readEnvironmentName(text: string): string {
  const name = text.trim();
  if (name !== '' && name.length <= 255 && !name.startsWith('-') && !name.includes(separator) && !/\p{C}/u.test(name)) {
    return name;
  }
  throw usageError('--env needs the name of an environment, such as production.');
}
