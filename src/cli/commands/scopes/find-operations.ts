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
  /** If there are several scopes: explains when each one is needed. */
  readonly note: string | undefined;
}

const listOperations = (): readonly FoundOperation[] =>
  [...scopedOperations(), ...scopelessOperations.map((operation) => ({ ...operation, scopes: [] }))].map(
    (operation) => ({ ...operation, note: explainScopes(operation) }),
  );

/** Whether part of a typed path is a name instead of a value: `{id}`, `:id` or `<id>`. */
const isPlaceholder = (part: string) => /^(\{.*\}|:\w+|<.*>)$/.test(part);

/** Whether a typed path matches a path of the table, part by part. In the table, a name in braces matches any value. */
function matchesPath(tablePath: string, typedPath: string): boolean {
  const [tableParts, typedParts] = [tablePath.split('/'), typedPath.split('/')];
  return (
    tableParts.length === typedParts.length &&
    tableParts.every((part, index) => {
      const typed = typedParts[index] ?? '';
      if (part.startsWith('{')) return typed !== '';
      return part === typed.toLowerCase() && !isPlaceholder(typed);
    })
  );
}

/**
 * Finds the calls that match a query. If an exact path matches, paths with a name in braces are left out:
 * `/me/library/contains` is not also `/me/library/{id}`.
 */
export function findOperations({ method, path }: OperationQuery): readonly FoundOperation[] {
  const matches = listOperations().filter((operation) => matchesPath(operation.path, path));
  const fewest = Math.min(...matches.map(countPlaceholders));
  return matches.filter(
    (operation) => countPlaceholders(operation) === fewest && (method === undefined || operation.method === method),
  );
}

const countPlaceholders = ({ path }: Operation) => path.split('{').length - 1;

/** Suggests calls for a query that has no match: the same path with other methods, or else similar paths. */
export function suggestOperations({ method, path }: OperationQuery): readonly string[] {
  const withOtherMethods = findOperations({ method: undefined, path });
  if (withOtherMethods.length > 0) return withOtherMethods.map(formatOperation);
  const operations = listOperations();
  const similarPaths = closestMatch(path, [...new Set(operations.map((operation) => operation.path))]);
  return similarPaths.flatMap((similarPath) => {
    const anyMethod = operations.filter((operation) => operation.path === similarPath);
    const sameMethod = anyMethod.filter((operation) => operation.method === method);
    return (sameMethod.length > 0 ? sameMethod : anyMethod).map(formatOperation);
  });
}

const formatOperation = ({ method, path }: Operation) => `${method} ${path}`;
