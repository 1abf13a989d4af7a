import { RefrainError } from '../../../errors/refrain-error.ts';
import type { Method } from '../../../spotify/operations.ts';

/** The Web API call that a user asks about. */
export interface OperationQuery {
  /** Undefined for every method. */
  readonly method: Method | undefined;
  /** The path after `/v1`, with names in braces or real ids, without a query or a final slash. */
  readonly path: string;
}

const methods: readonly string[] = ['GET', 'POST', 'PUT', 'DELETE'] satisfies Method[];

/**
 * Reads `GET /me/player/recently-played`. The method is optional, in upper or lower case. The path may have a host and
 * `/v1` before it and a query after it, and its first slash is optional.
 * @throws RefrainError `wrong_usage`
 */
export function readOperationQuery(text: string): OperationQuery {
  const [, word, rest = ''] = /^\s*(?:([a-z]+)\s+)?(\S*)\s*$/i.exec(text) ?? [];
  const method = word?.toUpperCase();
  const path = methods.includes(rest.toUpperCase()) ? '' : cleanPath(rest);
  if (path === '' || (method !== undefined && !methods.includes(method))) {
    const detail = `--for takes an optional method (${methods.join(', ')}) and a path, such as "GET /me/top/tracks".`;
    throw new RefrainError('wrong_usage', { detail });
  }
  return { method: method as Method | undefined, path };
}

function cleanPath(path: string): string {
  const below = path
    .replace(/[?#].*$/, '')
    .replace(/^https?:\/\/[^/]*/i, '')
    .replace(/^(?:api\.spotify\.com)?\/*/i, '/')
    .replace(/\/+$/, '');
  return below.replace(/^\/v1(?=\/|$)/i, '');
}
