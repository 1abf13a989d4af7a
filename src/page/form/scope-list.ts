import { isSameSet, type ScopeChoices } from '../address/link.ts';
import { loadFormParts } from './load-form-parts.ts';
import { announce, byId, setText } from '../shared/dom.ts';
import { formText } from '../text/form-text.ts';

/** The choice of scopes: a line that names it, and the list that unfolds: checkboxes, presets, search. */
export interface ScopeList extends ScopeChoices {
  chosen(): string[];
  /** The name of the preset that is chosen, if one is. */
  preset(): string | undefined;
  choose(names: readonly string[]): void;
  /** Whether a checkbox was changed (by the user, or by the browser's form restore) before the script ran. */
  isTouched(): boolean;
  /** Updates everything that shows the choice. */
  refresh(): void;
  /** Unfolds the list if no preset names the choice. */
  openIfUnusual(): void;
}

/** Makes the list in the page work. `onChange` runs after each choice of the user. */
export function initScopes(onChange: () => void): ScopeList {
  const panel = byId('scopes');
  const groups = byId('groups');
  const boxes = [...groups.querySelectorAll<HTMLInputElement>('input')];
  const presets = [...byId('presets').children] as HTMLButtonElement[];
  const scopesOf = (preset: HTMLButtonElement) => preset.value.split(' ');
  const toggle = byId<HTMLButtonElement>('all-scopes');
  const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const findPressed = () => presets.find((preset) => preset.ariaPressed === 'true');
  let drawn = String(boxes.flatMap((box, rank) => (box.defaultChecked ? [rank] : [])));
  let found: number | undefined;
  let endSearch: (() => void) | undefined;
  let choiceBefore: readonly string[] | undefined;

  function refresh(): void {
    const names = chosen();
    for (const preset of presets) preset.ariaPressed = String(isSameSet(names, scopesOf(preset)));
    void draw(boxes.flatMap((box, rank) => (box.checked ? [rank] : [])));
    const { textContent: name, dataset } = findPressed() ?? {};
    setText('preset', name ?? (names.length > 0 ? formText.ownChoice : formText.noScopes));
    setText('preset-hint', dataset?.['hint'] ?? (names.length > 0 ? formText.ownChoiceHint : formText.noScopesHint));
    setText('scope-number', formText.scopes(names.length));
    setText('scope-count', found === undefined ? formText.ofAll(names.length, boxes.length) : formText.found(found));
  }

  function choose(names: readonly string[]): void {
    for (const box of boxes) box.checked = names.includes(box.value);
  }

  function chooseAndSay(names: readonly string[]): void {
    choiceBefore = chosen();
    choose(names);
    announce(formText.chosen(names.length));
    onChange();
  }

  function open(isOpen: boolean): void {
    panel.hidden = !isOpen;
    toggle.ariaExpanded = String(isOpen);
    const [word, rest] = toggle.children as HTMLCollectionOf<HTMLElement>;
    if (word) word.textContent = isOpen ? formText.done : formText.change;
    if (rest) rest.hidden = isOpen;
    endSearch?.();
    refresh();
    if (isOpen) void complete();
  }

  /** Draws the notes of the choice. The HTML holds those of the default choice. */
  async function draw(ranks: readonly number[]): Promise<void> {
    if (String(ranks) === drawn) return;
    drawn = String(ranks);
    const part = await loadFormParts();
    // The user may have made another choice in the meantime.
    if (drawn === String(ranks)) part?.drawNotes(byId('tune'), ranks);
  }

  /** Adds search and endpoints, which load later. The list works without them. */
  async function complete(): Promise<void> {
    const part = await loadFormParts();
    part?.addEndpoints(groups);
    endSearch ??= part?.initScopeSearch(groups, (count) => {
      found = count;
      refresh();
    });
    // A search box that cannot work is not shown.
    for (const element of panel.querySelectorAll<HTMLElement>('.find > :not(h2)')) element.hidden = !endSearch;
  }

  byId('presets').addEventListener('click', ({ target }) => {
    const preset = presets.find((button) => button === target);
    if (!preset) return;
    const wanted = scopesOf(preset);
    // The second press on *Select all* restores the choice before it.
    const isSecondPress = wanted.length === boxes.length && preset.ariaPressed === 'true';
    chooseAndSay(isSecondPress ? (choiceBefore ?? scopesOf(presets[0] ?? preset)) : wanted);
  });
  byId('clear-scopes').addEventListener('click', () => chooseAndSay([]));
  toggle.addEventListener('click', () => open(panel.hidden === true));
  groups.addEventListener('change', onChange);

  return {
    scopes: boxes.map((box) => box.value),
    defaultScopes: boxes.filter((box) => box.defaultChecked).map((box) => box.value),
    chosen,
    preset: () => findPressed()?.textContent,
    choose,
    isTouched: () => boxes.some((box) => box.checked !== box.defaultChecked),
    refresh,
    openIfUnusual() {
      if (!panel.hidden || !presets.some((preset) => isSameSet(chosen(), scopesOf(preset)))) open(true);
    },
  };
}
