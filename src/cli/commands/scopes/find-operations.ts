import { scopedOperations, type Operation } from '../../../spotify/operations.ts';
import { scopelessOperations } from '../../../spotify/scopeless-operations.ts';
import type { Scope } from '../../../spotify/scopes.ts';
import { closestMatch } from '../../terminal/suggest.ts';
import { explainScopes } from './operation-notes.ts';
import type { OperationQuery } from './operation-query.ts';

/** A Web API call with the scopes that it needs. */
export interface FoundOperation extends Operation {
  /** Empty if any token works. */
  readonly scopes: readonly Scope[];
  /** Explains which of several scopes is needed when. */
  readonly note: string | undefined;
}

const listOperations = (): readonly FoundOperation[] =>
  [...scopedOperations(), ...scopelessOperations.map((operation) => ({ ...operation, scopes: [] }))].map(
    (operation) => ({ ...operation, note: explainScopes(operation) }),
  );

const isTemplate = (part: string) => /^(\{.*\}|:\w+|<.*>)$/.test(part);

/** Whether a path matches one from the table, part by part. A name in braces matches anything. */
function matchesPath(path: string, asked: string): boolean {
  const [known, parts] = [path.split('/'), asked.split('/')];
  return (
    known.length === parts.length &&
    known.every((part, at) => {
      const askedPart = parts[at] ?? '';
      if (part.startsWith('{')) return askedPart !== '';
      return part === askedPart.toLowerCase() && !isTemplate(askedPart);
    })
  );
}

/**
 * Finds the calls that a query means, those open in development mode first. An exact path wins over one with a name in
 * braces: `/me/library/contains` over `/me/library/{id}`.
 */
export function findOperations({ method, path }: OperationQuery): readonly FoundOperation[] {
  const found = listOperations().filter((operation) => matchesPath(operation.path, path));
  const fewest = Math.min(...found.map((operation) => operation.path.split('{').length));
  return found.filter(
    (operation) => operation.path.split('{').length === fewest && (method === undefined || operation.method === method),
  );
}

/** Suggests calls for a query without a match: the same path with another method, else similar paths. */
export function suggestOperations({ method, path }: OperationQuery): readonly string[] {
  const others = findOperations({ method: undefined, path });
  if (others.length > 0) return others.map((operation) => `${operation.method} ${operation.path}`);
  const known = listOperations();
  const near = closestMatch(path, [...new Set(known.map((operation) => operation.path))]);
  return near.flatMap((close) => {
    const here = known.filter((operation) => operation.path === close);
    const same = here.filter((operation) => operation.method === method);
    return (same.length > 0 ? same : here).map((operation) => `${operation.method} ${operation.path}`);
  });
}
