import { defaultPreset, presets } from '../../spotify/presets.ts';
import { scopeGroups, scopes } from '../../spotify/scopes.ts';
import type { ScopeText } from '../text/english-scopes.ts';

// No name or text of scopes contains a character that needs escaping in HTML.
const isDefault = (name: string) => defaultPreset.scopes.some((scope) => scope === name);

function rowToHtml({ name }: (typeof scopes)[number], { descriptions }: ScopeText): string {
  const [state, hidden] = isDefault(name) ? [' checked', ''] : ['', ' hidden'];
  const box = `<input type="checkbox" name="scope" value="${name}"${state}>`;
  return `<div class="scope"${hidden}><label>${box}<code>${name}</code><span>${descriptions[name]}</span></label></div>`;
}

function groupToHtml(name: (typeof scopeGroups)[number], text: ScopeText): string {
  const rows = scopes.filter((scope) => scope.group === name);
  const hidden = rows.some((scope) => isDefault(scope.name)) ? '' : ' hidden';
  return `<fieldset${hidden}><legend class="g">${text.groups[name]}</legend><div class="rows">\n${rows.map((row) => rowToHtml(row, text)).join('\n')}\n</div></fieldset>`;
}

function presetToHtml(name: string, chosen: readonly string[], isPressed: boolean): string {
  return `<button type="button" aria-pressed="${isPressed}" value="${chosen.join(' ')}" data-name="${name}">${name}</button>`;
}

const note = '<svg class="note scope-note" width="17" height="10" viewBox="0 0 17 10"><use href="#note"/></svg>';

/**
 * Writes the tables of `spotify/` into the page: scopes in their groups (two groups in a column), presets, notes. So the
 * form is complete in the HTML, and the first script does not load the tables.
 */
export function fillForm(html: string, text: ScopeText, selectAll: string): string {
  const everything = scopes.map((scope) => scope.name);
  const columns = [0, 2, 4].map((from) => scopeGroups.slice(from, from + 2));
  const parts: Record<string, string> = {
    notes: note.repeat(defaultPreset.scopes.length),
    presets:
      presets.map((it) => presetToHtml(text.presets[it.name], it.scopes, it === defaultPreset)).join('') +
      presetToHtml(selectAll, everything, false),
    groups: columns
      .map((names) => `<div class="pair">${names.map((name) => groupToHtml(name, text)).join('\n')}</div>`)
      .join('\n'),
  };
  return html.replaceAll(/<!-- (\w+) -->/g, (whole, name: string) => parts[name] ?? whole);
}
