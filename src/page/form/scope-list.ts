import { isSameSet, type ScopeChoices } from '../address/link.ts';
import { announce, byId, setText } from '../shared/dom.ts';
import { drawNotes } from './notes.ts';

/** The list of scopes: boxes, presets, search, and the notes that they are. */
export interface ScopeList extends ScopeChoices {
  chosen(): string[];
  choose(names: readonly string[]): void;
  /** Whether somebody (or the browser's form restore) has ticked before the script came. */
  isTouched(): boolean;
  /** Brings all that is drawn of the choice in step with the boxes. */
  refresh(): void;
}

const numbers = 'none one two three four five six seven eight nine ten eleven twelve'.split(' ');
const count = (number: number) => `${number} ${number === 1 ? 'scope' : 'scopes'}`;

/** Takes over the list that stands in the page. `onChange` is told of every choice that a person makes. */
export function initScopes(onChange: () => void): ScopeList {
  const groups = byId('groups');
  const list = groups.closest('.scopes') as HTMLElement;
  const boxes = [...groups.querySelectorAll<HTMLInputElement>('input')];
  const presets = [...byId('presets').children] as HTMLButtonElement[];
  const scopesOf = (preset: HTMLButtonElement) => preset.value.split(' ');
  const search = byId<HTMLInputElement>('search-scopes');
  const toggle = byId<HTMLButtonElement>('all-scopes');
  const toggleWords = toggle.textContent;
  const isOpen = () => list.classList.contains('open');
  const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);
  let before: readonly string[] | undefined;

  /** Shows the rows that belong there: all or the found ones when open, else the chosen ones. */
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
    // What the browser has put back by itself is shown too; what was just unticked stays until the list is closed anew.
    for (const box of boxes) if (box.checked && !isOpen()) reveal(box);
    for (const preset of presets) preset.ariaPressed = String(isSameSet(now, scopesOf(preset)));
    drawNotes(
      byId('tune'),
      boxes.flatMap((box, rank) => (box.checked ? [rank] : [])),
    );
    byId('no-scopes').hidden = now.length > 0;
    const rest = numbers[now.length] ?? String(now.length);
    toggle.textContent = isOpen() ? (now.length > 0 ? `Show only the chosen ${rest}` : 'Show fewer') : toggleWords;
    const shown = groups.querySelectorAll('.scope:not([hidden])').length;
    setText(
      'scope-count',
      `${search.value.trim() ? `${count(shown)} found` : count(boxes.length)}, ${now.length} chosen`,
    );
  }

  function choose(names: readonly string[]): void {
    for (const box of boxes) box.checked = names.includes(box.value);
    if (!isOpen()) arrange();
  }

  byId('presets').addEventListener('click', ({ target }) => {
    const preset = presets.find((button) => button === target);
    if (!preset) return;
    const wanted = scopesOf(preset);
    // *Select all* pressed again gives back what was chosen before it.
    const again = wanted.length === boxes.length && preset.ariaPressed === 'true';
    const names = again ? (before ?? scopesOf(presets[0] ?? preset)) : wanted;
    before = chosen();
    choose(names);
    announce(`${count(names.length)} chosen`);
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
    choose,
    isTouched: () => boxes.some((box) => box.checked !== box.defaultChecked),
    refresh,
  };
}

/** Says beside each scope which endpoints it opens. It comes later and may fail to come: the list is whole without. */
async function showEndpoints(groups: HTMLElement): Promise<void> {
  const part = await import('./scope-endpoints.ts').catch(() => undefined);
  part?.showEndpoints(groups);
}
