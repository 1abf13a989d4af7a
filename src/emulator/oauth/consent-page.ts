import { html } from 'hono/html';
import type { Scope } from '../../spotify/scopes.ts';
import type { CheckedAuthorizationRequest } from './authorization-checks.ts';
import { alwaysSeen, consentHeadings, consentSentences, type ConsentHeading } from './consent-text.ts';
import type { Listener } from '../listeners/listener.ts';
import { layout, type Markup } from '../http/layout.ts';

interface ConsentQuestion {
  readonly request: CheckedAuthorizationRequest;
  readonly listeners: readonly Listener[];
  readonly chosen: Listener;
  readonly formToken: string;
}

/** The consent page: which listener, and Agree or Cancel. It says in large letters that this is not Spotify. */
export function consentPage({ request, listeners, chosen, formToken }: ConsentQuestion): Markup {
  const { app, scopes, redirectUri } = request;
  return layout(
    `${app.name} asks for consent`,
    html`<form method="post">
      <h2>You agree that <em>${app.name}</em> will be able to:</h2>
      ${(Object.keys(consentHeadings) as ConsentHeading[]).map((heading) => section(heading, scopes))}
      <fieldset>
        <legend>Who is listening?</legend>
        ${listeners.map((listener) => choice(listener, listener === chosen))}
      </fieldset>
      <input type="hidden" name="form_token" value="${formToken}" />
      <p class="buttons">
        <button name="decision" value="agree" class="go">Agree</button>
        <button name="decision" value="cancel">Cancel</button>
      </p>
      <p class="hint">Both buttons lead back to <code>${redirectUri}</code></p>
    </form>`,
  );
}

function section(heading: ConsentHeading, scopes: readonly string[]): Markup {
  const asked = scopes.map((scope) => consentSentences[scope as Scope]).filter(([under]) => under === heading);
  const sentences = [...(heading === 'account' ? [alwaysSeen] : []), ...asked.map(([, sentence]) => sentence)];
  if (sentences.length === 0) return '';
  return html`<h3>${consentHeadings[heading]}</h3>
    <ul>
      ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>`;
}

function choice({ id, accountId, displayName, pictured, about }: Listener, isChosen: boolean): Markup {
  const picture = pictured
    ? html`<img src="/artwork/${accountId}/64.png" alt="" width="44" height="44" />`
    : html`<span class="blank"></span>`;
  return html`<label class="choice">
    <input type="radio" name="listener" value="${id}" ${isChosen ? 'checked' : ''} />
    ${picture}
    <span><bdi>${displayName ?? id}</bdi> <span class="hint">${about}</span></span>
  </label>`;
}
