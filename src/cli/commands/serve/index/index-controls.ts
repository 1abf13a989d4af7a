import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { indexQuery, type IndexView } from './index-view.ts';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Links that look like tabs. Each leads to the index with one part of the view changed. */
export function tabs<Name extends string>(
  label: string,
  names: readonly (readonly [Name, string])[],
  current: Name,
  viewOf: (name: Name) => IndexView,
): Markup {
  return html`<nav class="bars" aria-label="${label}">
    ${names.map(
      ([name, title]) =>
        html`<a
          id="tab-${name.replace('/', '-')}-${label.split(' ')[0]}"
          data-part
          href="${indexQuery(viewOf(name))}"
          ${name === current ? raw('aria-current="true"') : ''}
          >${title}</a
        >`,
    )}
  </nav>`;
}

/** A choice. Its first option is the default. */
export const select = <Name extends string>(
  label: string,
  name: keyof IndexView,
  current: Name | undefined,
  names: readonly Name[],
  titleOf: (name: Name) => string,
): Markup =>
  html`<label
    >${label}<select id="${name}" name="${name}">
      <option value="">Default</option>
      ${names.map(
        (value) =>
          html`<option value="${value}" ${value === current ? raw('selected') : ''}>${titleOf(value)}</option>`,
      )}
    </select></label
  >`;

export const numberField = (
  label: string,
  name: 'item' | 'width' | 'limit',
  { min, max }: { readonly min: number; readonly max: number },
  value: number,
): Markup =>
  html`<label
    >${label}<input id="${name}" name="${name}" type="number" min="${min}" max="${max}" value="${value}"
  /></label>`;

/** Hidden fields for the parts of the view that a form does not ask for, so that it does not lose them. */
export const hiddenFields = (view: IndexView, names: readonly (keyof IndexView)[]): Markup =>
  html`${names
    .filter((name) => view[name])
    .map((name) => html`<input type="hidden" name="${name}" value="${String(view[name])}" />`)}`;
