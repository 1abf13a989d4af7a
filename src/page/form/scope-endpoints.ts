import { operationsOpenedBy } from '../../spotify/operations.ts';
import type { Scope } from '../../spotify/scopes.ts';

/** Puts beside each scope of the list which endpoints it opens. A second call changes nothing. */
export function showEndpoints(groups: HTMLElement): void {
  for (const row of groups.querySelectorAll<HTMLElement>('.scope:not(:has(details))')) {
    const name = row.querySelector('input')?.value as Scope;
    const operations = operationsOpenedBy(name);
    if (operations.length > 0) row.append(endpointsOf(name, operations));
  }
}

function endpointsOf(name: string, operations: ReturnType<typeof operationsOpenedBy>): HTMLElement {
  const details = document.createElement('details');
  details.className = 'opens';
  const summary = document.createElement('summary');
  const rest = document.createElement('span');
  rest.className = 'vh';
  rest.textContent = ` that ${name} opens`;
  summary.append(operations.length === 1 ? '1 endpoint' : `${operations.length} endpoints`, rest);
  details.append(summary, listOf(operations.filter(({ closed }) => !closed)));
  const closed = operations.filter((operation) => operation.closed);
  if (closed.length > 0) {
    const words = document.createElement('p');
    words.textContent = 'Closed in development mode:';
    details.append(words, listOf(closed));
  }
  return details;
}

function listOf(operations: readonly { method: string; path: string }[]): HTMLElement {
  const list = document.createElement('ul');
  for (const { method, path } of operations) {
    const item = document.createElement('li');
    const code = document.createElement('code');
    code.textContent = `${method} ${path}`;
    item.append(code);
    list.append(item);
  }
  return list;
}
