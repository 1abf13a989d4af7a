import { usageError } from '../../context/usage-error.ts';

/** Where a token was handed on to. */
export interface Place {
  /** GitHub: `owner/name`, or `host/owner/name` where it is not github.com. Elsewhere: the folder of the project. */
  readonly where: string;
  /** One of the environments there (`production`); undefined: the usual one. */
  readonly environment: string | undefined;
}

const between = ' --env ';

/** The place as one text, which is kept and shown: `owner/name`, `owner/name --env production`. */
export function placeText({ where, environment }: Place): string {
  return environment === undefined ? where : `${where}${between}${environment}`;
}

/** The text read again. */
export function placeFrom(text: string): Place {
  const at = text.lastIndexOf(between);
  if (at < 0) return { where: text, environment: undefined };
  return { where: text.slice(0, at), environment: text.slice(at + between.length) };
}

/**
 * A repository as somebody types or copies it: `owner/name`, with its host, or its address.
 * @throws RefrainError `wrong_usage`
 */
export function repositoryNamed(text: string): string {
  const name = text
    .trim()
    .replace(/^(https?|ssh):\/\/(git@)?/, '')
    .replace(/^git@([^:/]+):/, '$1/')
    .replace(/^(www\.)?github\.com\//, '')
    .replace(/(\.git)?\/?$/, '');
  if (/^(?:[A-Za-z0-9][\w.-]*\/)?[A-Za-z0-9][\w.-]*\/[\w.][\w.-]*$/.test(name)) return name;
  throw usageError(`--repo takes OWNER/NAME, not \u201c${text.slice(0, 80)}\u201d.`);
}

/**
 * The name of an environment.
 * @throws RefrainError `wrong_usage` for one that would be read as something else
 */
export function environmentNamed(text: string): string {
  const name = text.trim();
  if (name !== '' && name.length <= 255 && !name.startsWith('-') && !name.includes(between) && !/\p{C}/u.test(name)) {
    return name;
  }
  throw usageError('--env takes the name of an environment, such as production.');
}
