import { byId } from '../shared/dom.ts';
import { formText } from '../text/form-text.ts';

/** The search box of the list of scopes. It hides the rows in which the text does not occur. */
export interface ScopeSearch {
  /** How many scopes were found, as a text; undefined if nothing is searched. */
  found(): string | undefined;
  clear(): void;
}

/** Makes the search box work. `onSearch` runs after each change of it. */
export function initScopeSearch(groups: HTMLElement, onSearch: () => void): ScopeSearch {
  const box = byId<HTMLInputElement>('search-scopes');
  const wanted = () => box.value.trim().toLowerCase();
  let count = 0;

  function arrange(): void {
    // The list keeps its height, so that the search box stays where it is.
    groups.style.minBlockSize = wanted() ? `${groups.offsetHeight}px` : '';
    count = 0;
    for (const group of groups.querySelectorAll('fieldset')) {
      const name = group.querySelector('legend')?.textContent ?? '';
      let isEmpty = true;
      for (const row of group.querySelectorAll<HTMLElement>('.scope')) {
        const label = row.querySelector('label')?.textContent ?? '';
        row.hidden = !`${name} ${label}`.toLowerCase().includes(wanted());
        if (row.hidden) continue;
        count++;
        isEmpty = false;
      }
      group.hidden = isEmpty;
    }
  }

  box.addEventListener('input', () => {
    arrange();
    onSearch();
  });
  box.addEventListener('keydown', (event) => {
    // Enter would press Connect.
    if (event.key === 'Enter') event.preventDefault();
  });
  return {
    found: () => (wanted() ? formText.found(count) : undefined),
    clear() {
      box.value = '';
      arrange();
    },
  };
}
