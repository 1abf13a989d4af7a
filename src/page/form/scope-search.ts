import { byId } from '../shared/dom.ts';

/**
 * Makes the search box of the list of scopes work. It hides the rows in which the text does not occur.
 * @param onSearch runs after each search, with the number of scopes found, or undefined if nothing is searched
 * @returns a function that ends the search
 */
export function initScopeSearch(groups: HTMLElement, onSearch: (found: number | undefined) => void): () => void {
  const box = byId<HTMLInputElement>('search-scopes');

  function arrange(): void {
    const wanted = box.value.trim().toLowerCase();
    // The list keeps its height, so that the search box stays where it is.
    groups.style.minBlockSize = wanted ? `${groups.offsetHeight}px` : '';
    let found = 0;
    for (const group of groups.querySelectorAll('fieldset')) {
      const name = group.querySelector('legend')?.textContent ?? '';
      let isEmpty = true;
      for (const row of group.querySelectorAll<HTMLElement>('.scope')) {
        const label = row.querySelector('label')?.textContent ?? '';
        row.hidden = !`${name} ${label}`.toLowerCase().includes(wanted);
        if (row.hidden) continue;
        found++;
        isEmpty = false;
      }
      group.hidden = isEmpty;
    }
    onSearch(wanted ? found : undefined);
  }

  box.addEventListener('input', arrange);
  box.addEventListener('keydown', (event) => {
    // Enter would press Connect.
    if (event.key === 'Enter') event.preventDefault();
  });
  return () => {
    box.value = '';
    arrange();
  };
}
