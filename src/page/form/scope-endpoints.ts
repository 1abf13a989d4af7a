import { operationsOpenedBy } from '../../spotify/operations.ts';
import type { Scope } from '../../spotify/scopes.ts';
import { formText } from '../text/form-text.ts';

/** Adds to each scope of the list the endpoints that need it. A second call changes nothing. */
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
  rest.textContent = ` ${formText.endpointsOf(name)}`;
  summary.append(formText.endpoints(operations.length), rest);
  details.append(summary, listOf(operations.filter(({ closed }) => !closed)));
  const closed = operations.filter((operation) => operation.closed);
  if (closed.length > 0) {
    const text = document.createElement('p');
    text.textContent = formText.closed;
    details.append(text, listOf(closed));
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
