import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { listNames, timeRanges } from '../../../../listening/answer.ts';
import { scopeOf, toListKey } from '../../../../listening/lists/list-key.ts';
import { listOptions } from '../../../../handler/list-options.ts';
import { cardWidth, itemLimit, layouts } from '../../../../listening/views/look.ts';
import {
  answerFormats,
  cardQuery,
  hasItem,
  indexQuery,
  isTopList,
  listQuery,
  ways,
  type AnswerFormat,
  type IndexView,
  type Way,
} from './index-view.ts';
import { listTitles, rangeTitles } from './list-titles.ts';
import { indexSnippet } from './snippets.ts';

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What the index shows in addition to the view that its address asks for. */
export interface IndexFacts {
  /** The address of the server, with a final slash. */
  readonly address: string;
  /** Stylesheets, relative to the index. */
  readonly styles: readonly string[];
  /** What the list answers in the chosen format; undefined for HTML, which is shown as itself. */
  readonly answer: string | undefined;
  /** Whether practice has another time than the browser, from which the element would count its ages. */
  readonly isClockMoved: boolean;
  /** The part about practice; undefined for real lists. */
  readonly practice: Markup | undefined;
  /** The command that signs in. */
  readonly loginCommand: string;
}

/** The index of `refrain serve`: each list in each format, options to try, and snippets to copy. */
export function indexPage(view: IndexView, facts: IndexFacts): Markup {
  const { address, practice } = facts;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${practice === undefined ? '' : 'Practice: '}What you hear, on your page</title>
        <link rel="icon" href="index.svg" type="image/svg+xml" />
        ${facts.styles.map((href) => html`<link rel="stylesheet" href="${href}" />`)}
        <script type="module" src="index.js"></script>
        <script type="module" src="element.js"></script>
      </head>
      <body>
        ${
          practice === undefined
            ? ''
            : html`<aside class="whose" aria-label="Whose music this is">
                <p><b>Practice.</b> All of this music is invented, and nothing here asks Spotify.</p>
                <p>Use yours: <code>${facts.loginCommand}</code></p>
              </aside>`
        }
        <header>
          <div class="head">
            <span class="name"><i class="sign" aria-hidden="true"></i>Refrain</span>
          </div>
          <h1 class="said">What you hear, on your page</h1>
          <p class="proof">
            Four lists, served at <code>${address}</code> as pictures, HTML, JSON and text. This page shows what they
            answer now.
          </p>
        </header>
        <main>
          <ol class="score" role="list">
            <li>${staff(1)}${choose(view)}</li>
            <li>
              ${staff(2, practice === undefined)}
              <div class="in two-up">${putOnPage(view)}${shownAnswer(view, facts)}</div>
            </li>
            ${practice === undefined ? '' : html`<li>${staff(3, true)}${practice}</li>`}
          </ol>
        </main>
        ${footer}
      </body>
    </html>`;
}

const staff = (number: number, isLast = false): Markup =>
  html`<div class="staff" aria-hidden="true">
    ${number === 1 ? raw('<i class="sign"></i>') : ''}${isLast ? raw('<i class="sign end"></i>') : ''}<b>${number}</b>
  </div>`;

/** Links that look like tabs. Each leads to the index with one part of the view changed. */
function tabs<Name extends string>(
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

function choose(view: IndexView): Markup {
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
    <form class="look two-up" method="get" aria-label="Options of the card">
      ${hidden(view, ['list', 'way', 'format', 'host'])}
      <div class="sizes">
        ${
          isTopList(list)
            ? select('Period', 'time_range', view.time_range, timeRanges, (name) => rangeTitles[name])
            : ''
        }
        ${select('Layout', 'layout', view.layout, layouts, (name) => (name === 'list' ? 'List' : 'Single'))}
        ${
          hasItem(view)
            ? html`<label
                >Item<input
                  id="item"
                  name="item"
                  type="number"
                  min="${itemLimit.min}"
                  max="${itemLimit.max}"
                  value="${view.item}"
              /></label>`
            : ''
        }
        <label
          >Artwork<select id="artwork" name="artwork">
            <option value="">Shown</option>
            <option value="0" ${view.artwork ? raw('selected') : ''}>Left out</option>
          </select></label
        >
        <label
          >Width in pixels<input
            id="width"
            name="width"
            type="number"
            min="${cardWidth.min}"
            max="${cardWidth.max}"
            value="${view.width}"
        /></label>
        <label>Rows<input id="limit" name="limit" type="number" min="1" max="50" value="${view.limit}" /></label>
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
    </form>
  </div>`;
}

/** A choice with a default. */
const select = <Name extends string>(
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

function putOnPage(view: IndexView): Markup {
  const { code, hint } = indexSnippet(view);
  const names = Object.entries(ways) as [Way, string][];
  return html`<section aria-labelledby="put">
    <h2 id="put">Put it on your page</h2>
    <form class="look" method="get">
      ${hidden(view, ['list', 'time_range', 'layout', 'item', 'width', 'limit', 'artwork', 'background', 'text', 'accent', 'way', 'format'])}
      <label for="host">Where will it live?</label>
      <p class="hint">Other people cannot reach this machine. Enter the address where your handler will run.</p>
      <input id="host" name="host" value="${view.host}" inputmode="url" spellcheck="false" autocomplete="off" />
    </form>
    ${tabs('Ways', names, view.way, (way) => ({ ...view, way }))}
    <pre id="snippet" class="snippet" tabindex="0" aria-label="Snippet"><code id="to-copy">${code}</code></pre>
    <div class="row">
      <button id="copy" class="go" type="button" data-copy="to-copy">Copy</button>
      <p class="hint">${hint}</p>
    </div>
  </section>`;
}

function shownAnswer(view: IndexView, { answer, isClockMoved }: IndexFacts): Markup {
  const { list, format } = view;
  const names = Object.entries(answerFormats) as [AnswerFormat, string][];
  const path = `${list}.${format}${listQuery(view)}`;
  const frame = html`<iframe
    title="${listTitles[list]}"
    sandbox="allow-popups allow-same-origin"
    src="${path}"
  ></iframe>`;
  const shown =
    answer === undefined
      ? isClockMoved
        ? frame
        : html`<refrain-listening src="${path}">${frame}</refrain-listening>`
      : html`<pre><code>${answer}</code></pre>`;
  return html`<section aria-labelledby="answers">
    <h2 id="answers">What it answers</h2>
    <p>
      <a id="answer-link" href="${path}"><code>GET /${path}</code></a>
    </p>
    ${tabs('Formats', names, format, (next) => ({ ...view, format: next }))}
    <div id="answer" class="answer" tabindex="0" role="region" aria-label="Answer">${shown}</div>
  </section>`;
}

/** The parts of the view that a form keeps. */
const hidden = (view: IndexView, names: readonly (keyof IndexView)[]): Markup =>
  html`${names
    .filter((name) => view[name])
    .map((name) => html`<input type="hidden" name="${name}" value="${String(view[name])}" />`)}`;

const footer = html`<footer class="foot">
  <p>No server? <code>refrain snapshot DIR</code> writes the same as files, with dates instead of ages.</p>
  <p>
    The card links to <code>…/open</code>, which leads to the song or artist, and to no other site than
    open.spotify.com.
  </p>
  <p><a href="health">/health</a> says which lists are fresh and how many days the token has left. It has no secret.</p>
</footer>`;
