import { defaultPreset, presets } from '../../spotify/presets.ts';
import { scopeGroups, scopes } from '../../spotify/scopes.ts';
import type { ScopeText } from '../text/english-scopes.ts';

// No name or text of scopes contains a character that needs escaping in HTML.
const isDefault = (name: string) => defaultPreset.scopes.some((scope) => scope === name);

function rowToHtml({ name }: (typeof scopes)[number], { descriptions }: ScopeText): string {
  const box = `<input type="checkbox" name="scope" value="${name}"${isDefault(name) ? ' checked' : ''}>`;
  return `<div class="scope"><label>${box}<code>${name}</code><span>${descriptions[name]}</span></label></div>`;
}

function groupToHtml(name: (typeof scopeGroups)[number], text: ScopeText): string {
  const rows = scopes.filter((scope) => scope.group === name);
  return `<fieldset><legend>${text.groups[name]}</legend>\n${rows.map((row) => rowToHtml(row, text)).join('\n')}\n</fieldset>`;
}

function presetToHtml(name: string, hint: string, chosen: readonly string[], isPressed: boolean): string {
  return `<button type="button" aria-pressed="${isPressed}" value="${chosen.join(' ')}" data-hint="${hint}">${name}</button>`;
}

const noteWith = (name: string) => `<svg class="note ${name}" viewBox="0 0 17 10"><use href="#note"/></svg>`;

/**
 * Writes the tables of `spotify/` into the page: scopes in their groups, presets, notes. So the form is complete in the
 * HTML, and the first script does not load the tables.
 */
export function fillForm(html: string, text: ScopeText, selectAll: string): string {
  const everything = scopes.map((scope) => scope.name);
  const { presets: names, presetHints: hints } = text;
  const parts: Record<string, string> = {
    notes: noteWith('scope-note').repeat(defaultPreset.scopes.length),
    step: noteWith('step'),
    preset: names[defaultPreset.name],
    'preset-hint': hints[defaultPreset.name],
    presets:
      presets.map((it) => presetToHtml(names[it.name], hints[it.name], it.scopes, it === defaultPreset)).join('') +
      presetToHtml(selectAll, hints['Select all'], everything, false),
    groups: scopeGroups.map((name) => groupToHtml(name, text)).join('\n'),
  };
  return html.replaceAll(/<!-- ([\w-]+) -->/g, (whole, name: string) => parts[name] ?? whole);
}
