import { operationsOpenedBy } from '../../spotify/operations.ts';
import type { Scope } from '../../spotify/scopes.ts';
import { formPartsText } from '../text/form-parts-text.ts';

/** Adds to each scope of the list a button that shows the endpoints that need it. A second call changes nothing. */
export function addEndpoints(groups: HTMLElement): void {
  for (const row of groups.querySelectorAll<HTMLElement>('.scope:not(:has(button))')) {
    const name = row.querySelector('input')?.value as Scope;
    const operations = operationsOpenedBy(name);
    if (operations.length > 0) row.append(buttonFor(name, operations));
  }
}

type Operations = ReturnType<typeof operationsOpenedBy>;

function buttonFor(name: string, operations: Operations): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  button.ariaExpanded = 'false';
  const word = document.createElement('span');
  word.className = 'x';
  word.textContent = ` ${formPartsText.endpoints(operations.length)}`;
  const rest = document.createElement('span');
  rest.className = 'vh';
  rest.textContent = ` ${formPartsText.endpointsOf(name)}`;
  button.append(String(operations.length), word, rest);
  let list: HTMLElement | undefined;
  button.addEventListener('click', () => {
    if (!list) button.after((list = endpointsOf(operations)));
    else list.hidden = !list.hidden;
    button.ariaExpanded = String(!list.hidden);
  });
  return button;
}

function endpointsOf(operations: Operations): HTMLElement {
  const list = document.createElement('div');
  list.className = 'opens';
  list.append(listOf(operations.filter(({ closed }) => !closed)));
  const closed = operations.filter((operation) => operation.closed);
  if (closed.length > 0) {
    const text = document.createElement('p');
    text.textContent = formPartsText.closed;
    list.append(text, listOf(closed));
  }
  return list;
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
