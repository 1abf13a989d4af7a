import { isSameSet, type ScopeChoices } from '../address/link.ts';
import { announce, byId, setText } from '../shared/dom.ts';
import { formText } from '../text/form-text.ts';
import { drawNotes } from './notes.ts';

/** The list of scopes: checkboxes, presets, search, and a note in the staff for each chosen scope. */
export interface ScopeList extends ScopeChoices {
  chosen(): string[];
  /** The name of the preset that is chosen, if one is. */
  preset(): string | undefined;
  choose(names: readonly string[]): void;
  /** Whether a checkbox was changed (by the user, or by the browser's form restore) before the script ran. */
  isTouched(): boolean;
  /** Updates everything that shows the choice. */
  refresh(): void;
}

/** Makes the list in the page work. `onChange` runs after each choice of the user. */
export function initScopes(onChange: () => void): ScopeList {
  const groups = byId('groups');
  const list = groups.closest('.scopes') as HTMLElement;
  const boxes = [...groups.querySelectorAll<HTMLInputElement>('input')];
  const presets = [...byId('presets').children] as HTMLButtonElement[];
  const scopesOf = (preset: HTMLButtonElement) => preset.value.split(' ');
  const search = byId<HTMLInputElement>('search-scopes');
  const toggle = byId<HTMLButtonElement>('all-scopes');
  const showAll = toggle.textContent;
  const isOpen = () => list.classList.contains('open');
  const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);
  let choiceBefore: readonly string[] | undefined;

  /** Shows the rows: if the list is open, all or the found ones; else the chosen ones. */
  function arrange(): void {
    const wanted = search.value.trim().toLowerCase();
    for (const group of groups.querySelectorAll('fieldset')) {
      const name = group.querySelector('legend')?.textContent ?? '';
      const rows = [...group.querySelectorAll<HTMLElement>('.scope')];
      for (const row of rows) {
        const box = row.querySelector('input');
        const label = row.querySelector('label')?.textContent ?? '';
        row.hidden = isOpen() ? !`${name} ${label}`.toLowerCase().includes(wanted) : !box?.checked;
      }
      group.hidden = rows.every((row) => row.hidden);
    }
  }

  function reveal(box: HTMLInputElement): void {
    for (const hidden of [box.closest<HTMLElement>('.scope'), box.closest('fieldset')])
      if (hidden) hidden.hidden = false;
  }

  function refresh(): void {
    const now = chosen();
    // A scope that the browser restored is shown too. One that was just unchecked stays until the list is closed again.
    for (const box of boxes) if (box.checked && !isOpen()) reveal(box);
    for (const preset of presets) preset.ariaPressed = String(isSameSet(now, scopesOf(preset)));
    drawNotes(
      byId('tune'),
      boxes.flatMap((box, rank) => (box.checked ? [rank] : [])),
    );
    byId('no-scopes').hidden = now.length > 0;
    toggle.textContent = isOpen() ? formText.showChosen(now.length) : showAll;
    const shown = groups.querySelectorAll('.scope:not([hidden])').length;
    setText('scope-count', search.value.trim() ? formText.found(shown) : formText.ofAll(now.length, boxes.length));
  }

  function choose(names: readonly string[]): void {
    for (const box of boxes) box.checked = names.includes(box.value);
    if (!isOpen()) arrange();
  }

  byId('presets').addEventListener('click', ({ target }) => {
    const preset = presets.find((button) => button === target);
    if (!preset) return;
    const wanted = scopesOf(preset);
    // The second press on *Select all* restores the choice before it.
    const isSecondPress = wanted.length === boxes.length && preset.ariaPressed === 'true';
    const names = isSecondPress ? (choiceBefore ?? scopesOf(presets[0] ?? preset)) : wanted;
    choiceBefore = chosen();
    choose(names);
    announce(formText.chosen(names.length));
    onChange();
  });
  toggle.addEventListener('click', () => {
    const open = list.classList.toggle('open');
    toggle.ariaExpanded = String(open);
    search.value = '';
    (search.parentElement as HTMLElement).hidden = !open;
    arrange();
    refresh();
    toggle.scrollIntoView({ block: 'nearest' });
    if (open) void showEndpoints(groups);
  });
  search.addEventListener('input', () => {
    arrange();
    refresh();
  });
  search.addEventListener('keydown', (event) => {
    // Enter would press Connect.
    if (event.key === 'Enter') event.preventDefault();
  });
  groups.addEventListener('change', onChange);

  return {
    scopes: boxes.map((box) => box.value),
    defaultScopes: boxes.filter((box) => box.defaultChecked).map((box) => box.value),
    chosen,
    preset: () => presets.find((preset) => preset.ariaPressed === 'true')?.textContent,
    choose,
    isTouched: () => boxes.some((box) => box.checked !== box.defaultChecked),
    refresh,
  };
}

/** Adds the endpoints of each scope. They load later; the list works without them. */
async function showEndpoints(groups: HTMLElement): Promise<void> {
  const part = await import('./scope-endpoints.ts').catch(() => undefined);
  part?.showEndpoints(groups);
}
