import { html, raw } from 'hono/html';
import { listOptions } from '../../../../handler/list-options.ts';
import { listNames, timeRanges } from '../../../../listening/answer.ts';
import { scopeOf, toListKey } from '../../../../listening/lists/list-key.ts';
import { cardWidth, itemLimit, layouts } from '../../../../listening/views/look.ts';
import { hiddenFields, numberField, select, tabs, type Markup } from './index-controls.ts';
import { cardQuery, hasItem, isTopList, type IndexView } from './index-view.ts';
import { listTitles, rangeTitles } from './list-titles.ts';

/** The part of the index that chooses a list, shows its card, and has the options of the card. */
export function chooseList(view: IndexView): Markup {
  const { list } = view;
  const card = (theme: 'light' | 'dark') => `${list}.svg${cardQuery(view, theme)}`;
  const lists = listNames.map((name) => [name, listTitles[name]] as const);
  return html`<div class="in">
    <h2>Choose a list</h2>
    ${tabs('Lists', lists, list, (name) => ({ ...view, list: name }))}
    <p class="hint">Needs the scope <code>${scopeOf(toListKey(list))}</code>.</p>
    <div class="two-up cards">
      <figure>
        <div class="ground day"><img alt="${listTitles[list]}, light" src="${card('light')}" /></div>
        <figcaption class="hint">On a light page</figcaption>
      </figure>
      <figure>
        <div class="ground night"><img alt="${listTitles[list]}, dark" src="${card('dark')}" /></div>
        <figcaption class="hint">On a dark page</figcaption>
      </figure>
    </div>
    ${cardOptions(view)}
  </div>`;
}

function cardOptions(view: IndexView): Markup {
  const { list } = view;
  return html`<form class="look two-up" method="get" aria-label="Options of the card">
    ${hiddenFields(view, ['list', 'way', 'format', 'host'])}
    <div class="sizes">
      ${isTopList(list) ? select('Period', 'time_range', view.time_range, timeRanges, (name) => rangeTitles[name]) : ''}
      ${select('Layout', 'layout', view.layout, layouts, (name) => (name === 'list' ? 'List' : 'Single'))}
      ${hasItem(view) ? numberField('Item', 'item', itemLimit, view.item) : ''}
      <label
        >Artwork<select id="artwork" name="artwork">
          <option value="">Shown</option>
          <option value="0" ${view.artwork ? raw('selected') : ''}>Left out</option>
        </select></label
      >
      ${numberField('Width in pixels', 'width', cardWidth, view.width)}
      ${numberField('Rows', 'limit', itemLimit, view.limit)}
    </div>
    <div>
      <div class="sizes">
        ${(['background', 'text', 'accent'] as const).map(
          (name) =>
            html`<label
              >${name.charAt(0).toUpperCase() + name.slice(1)}<input
                id="${name}"
                name="${name}"
                maxlength="7"
                pattern="${listOptions[name].pattern?.source}${'values' in listOptions[name] ? '|none' : ''}"
                title="${listOptions[name].allowed}"
                placeholder="6 hex digits"
                spellcheck="false"
                autocomplete="off"
                value="${view[name]}"
            /></label>`,
        )}
      </div>
      <p class="hint">Without colours of your own, the card is light by day and dark by night.</p>
    </div>
    <noscript><button>Show</button></noscript>
  </form>`;
}
