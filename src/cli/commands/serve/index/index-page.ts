import { html, raw } from 'hono/html';
import { chooseList } from './choose-list.ts';
import { hiddenFields, tabs, type Markup } from './index-controls.ts';
import { answerFormats, listQuery, ways, type AnswerFormat, type IndexView, type Way } from './index-view.ts';
import { listTitles } from './list-titles.ts';
import { indexSnippet } from './snippets.ts';

/** What the index shows that is not in its address. */
export interface IndexFacts {
  /** The address of the server, with a final slash. */
  readonly address: string;
  /** Stylesheets, relative to the index. */
  readonly styles: readonly string[];
  /** What the list answers in the chosen format. Undefined for HTML, which is shown as a page. */
  readonly answer: string | undefined;
  /** Whether practice's clock was moved. Then the element would count wrong ages, because it uses the browser's clock. */
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
            <li>${staff(1)}${chooseList(view)}</li>
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

function putOnPage(view: IndexView): Markup {
  const { code, hint } = indexSnippet(view);
  const names = Object.entries(ways) as [Way, string][];
  return html`<section aria-labelledby="put">
    <h2 id="put">Put it on your page</h2>
    <form class="look" method="get">
      ${hiddenFields(view, ['list', 'time_range', 'layout', 'item', 'width', 'limit', 'artwork', 'background', 'text', 'accent', 'way', 'format'])}
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

const footer = html`<footer class="foot">
  <p>No server? <code>refrain snapshot DIR</code> writes the same as files, with dates instead of ages.</p>
  <p>
    The card links to <code>…/open</code>, which leads to the song or artist, and to no other site than
    open.spotify.com.
  </p>
  <p><a href="health">/health</a> says which lists are fresh and how many days the token has left. It has no secret.</p>
</footer>`;
