import { RefrainError } from '../../../errors/refrain-error.ts';
import type { Method } from '../../../spotify/operations.ts';

/** A call of the Web API as somebody asks about it. */
export interface OperationQuery {
  /** Undefined: every method. */
  readonly method: Method | undefined;
  /** Below `/v1`, as in the tables or a real one, without query and without a slash at its end. */
  readonly path: string;
}

const methods: readonly string[] = ['GET', 'POST', 'PUT', 'DELETE'] satisfies Method[];

/**
 * Reads `GET /me/player/recently-played`: the method in any case or left out, the path with or without its first slash,
 * `/v1` and the host before it, a query behind it.
 * @throws RefrainError `wrong_usage`
 */
export function readOperationQuery(asked: string): OperationQuery {
  const [, word, rest = ''] = /^\s*(?:([a-z]+)\s+)?(\S*)\s*$/i.exec(asked) ?? [];
  const method = word?.toUpperCase();
  const path = methods.includes(rest.toUpperCase()) ? '' : pathOf(rest);
  if (path === '' || (method !== undefined && !methods.includes(method))) {
    const detail = `Ask for a method and a path, as in: refrain scopes --for "GET /me/top/tracks" (methods: ${methods.join(', ')}; without one: all).`;
    throw new RefrainError('wrong_usage', { detail });
  }
  return { method: method as Method | undefined, path };
}

function pathOf(given: string): string {
  const below = given
    .replace(/[?#].*$/, '')
    .replace(/^https?:\/\/[^/]*/i, '')
    .replace(/^(?:api\.spotify\.com)?\/*/i, '/')
    .replace(/\/+$/, '');
  return below.replace(/^\/v1(?=\/|$)/i, '');
}
