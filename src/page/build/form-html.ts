import { defaultPreset, presets } from '../../spotify/presets.ts';
import { scopeGroups, scopes } from '../../spotify/scopes.ts';

// The tables hold no character that HTML would take for its own; a test of the built page would show it.
const isDefault = (name: string) => defaultPreset.scopes.some((scope) => scope === name);

function row({ name, description }: (typeof scopes)[number]): string {
  const [state, hidden] = isDefault(name) ? [' checked', ''] : ['', ' hidden'];
  const box = `<input type="checkbox" name="scope" value="${name}"${state}>`;
  return `<div class="scope"${hidden}><label>${box}<code>${name}</code><span>${description}</span></label></div>`;
}

function group(name: (typeof scopeGroups)[number]): string {
  const rows = scopes.filter((scope) => scope.group === name);
  const hidden = rows.some((scope) => isDefault(scope.name)) ? '' : ' hidden';
  return `<fieldset${hidden}><legend class="g">${name}</legend><div class="rows">\n${rows.map(row).join('\n')}\n</div></fieldset>`;
}

function pressed(name: string, chosen: readonly string[]): string {
  return `<button type="button" aria-pressed="${name === defaultPreset.name}" value="${chosen.join(' ')}" data-name="${name}">${name}</button>`;
}

const note = '<svg class="note scope-note" width="17" height="10" viewBox="0 0 17 10"><use href="#note"/></svg>';

/**
 * Puts into the page what the tables of `spotify/` say: scopes in their groups (two groups to a column), presets, notes.
 * So the form stands in the HTML itself, and no table is loaded by the first script.
 */
export function fillForm(html: string): string {
  const everything = scopes.map((scope) => scope.name);
  const columns = [0, 2, 4].map((from) => scopeGroups.slice(from, from + 2));
  const parts: Record<string, string> = {
    notes: note.repeat(defaultPreset.scopes.length),
    presets: [...presets, { name: 'Select all', scopes: everything }].map((p) => pressed(p.name, p.scopes)).join(''),
    groups: columns.map((names) => `<div class="pair">${names.map(group).join('\n')}</div>`).join('\n'),
    count: String(scopes.length),
  };
  return html.replaceAll(/<!-- (\w+) -->/g, (whole, name: string) => parts[name] ?? whole);
}
