import { scopedOperations, type Operation } from '../../../spotify/operations.ts';
import { scopelessOperations } from '../../../spotify/scopeless-operations.ts';
import type { Scope } from '../../../spotify/scopes.ts';
import { closestMatch } from '../../terminal/suggest.ts';
import { noteOf } from './operation-notes.ts';
import type { OperationQuery } from './operation-query.ts';

/** A call of the Web API, with what it asks for. */
export interface FoundOperation extends Operation {
  /** Empty: any token will do. */
  readonly scopes: readonly Scope[];
  /** Which of several scopes is needed when. */
  readonly note: string | undefined;
}

const all = (): readonly FoundOperation[] =>
  [...scopedOperations(), ...scopelessOperations.map((operation) => ({ ...operation, scopes: [] }))].map(
    (operation) => ({ ...operation, note: noteOf(operation) }),
  );

const isTemplate = (part: string) => /^(\{.*\}|:\w+|<.*>)$/.test(part);

/** Whether a path that was asked about is this one of the table: part for part, names in braces for anything. */
function isAt(path: string, asked: string): boolean {
  const [known, parts] = [path.split('/'), asked.split('/')];
  return (
    known.length === parts.length &&
    known.every((part, at) => {
      const given = parts[at] ?? '';
      return part.startsWith('{') ? given !== '' : part === given.toLowerCase() && !isTemplate(given);
    })
  );
}

/**
 * The calls that were asked about, those open in development mode first. A path of the table that names the very parts
 * comes before one that takes anything in their place (`/me/library/contains` before `/me/library/{id}`).
 */
export function findOperations({ method, path }: OperationQuery): readonly FoundOperation[] {
  const found = all().filter((operation) => isAt(operation.path, path));
  const fewest = Math.min(...found.map((operation) => operation.path.split('{').length));
  return found.filter(
    (operation) => operation.path.split('{').length === fewest && (method === undefined || operation.method === method),
  );
}

/** Calls that somebody may have meant: the same path by another method, else paths that read alike. */
export function operationsLike({ method, path }: OperationQuery): readonly string[] {
  const others = findOperations({ method: undefined, path });
  if (others.length > 0) return others.map((operation) => `${operation.method} ${operation.path}`);
  const known = all();
  const near = closestMatch(path, [...new Set(known.map((operation) => operation.path))]);
  return near.flatMap((close) => {
    const here = known.filter((operation) => operation.path === close);
    const same = here.filter((operation) => operation.method === method);
    return (same.length > 0 ? same : here).map((operation) => `${operation.method} ${operation.path}`);
  });
}
