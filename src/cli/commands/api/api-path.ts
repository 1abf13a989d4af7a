import { usageError } from '../../context/usage-error.ts';

/**
 * Reads a path of the Web API: `/me/player/recently-played?limit=10`, with or without `/v1` and the first slash.
 * @returns the path with `/v1`. It cannot leave the Web API: no host, no `..` and no backslash, also percent-encoded
 * @throws RefrainError `wrong_usage`. The value is not repeated, because it may be a secret
 */
export function readApiPath(text: string): string {
  const [, typed = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(text) ?? [];
  const path = typed.replace(/^\/?/, '/').replace(/^(?!\/v1(?:\/|$))/, '/v1');
  const segments = decodeSeparators(path).slice(1).split('/');
  if (!segments.every((segment) => /^(?!\.\.?$)[^\s\\:\p{Cc}]+$/u.test(segment)) || /[\s\p{Cc}]/u.test(query)) {
    throw usageError('PATH must be a path of the Web API, such as /me/player/recently-played.');
  }
  return path + query;
}

/** The path as a server may read it, with `%2e`, `%2f` and `%5c` as the characters they mean. */
const decodeSeparators = (path: string) => path.replace(/%(?:2e|2f|5c)/gi, (code) => decodeURIComponent(code));
