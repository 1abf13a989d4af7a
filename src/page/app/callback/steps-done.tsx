import type { PageContext, PendingSignIn } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { Note, RepeatSign, Staff } from '../parts/notation.tsx';

const text = appText.secretStep;

const pitches = [2, 1.5, 1, 2.5, 0.5, 1.5];

/** The steps that are done: one note each, and for the scopes a note per scope. */
export function StepsDone({
  redirectUri,
  clientId,
  scopes,
  page,
}: Pick<PendingSignIn, 'redirectUri' | 'clientId' | 'scopes'> & { page: PageContext }) {
  // At most six notes fit the measure. The heading says how many scopes there are.
  const notes = scopes.slice(0, pitches.length);
  // The form is hidden, but it is filled in with this sign-in.
  const choice = page.form.preset() ?? (scopes.length > 0 ? text.ownChoice : text.noScopes);
  return (
    <>
      <li class="done">
        <Staff>
          <RepeatSign />
          <Note x={3.5} y={2} />
        </Staff>
        <div class="in">
          <h2>{text.registered}</h2>
          <p class="hint">
            {text.redirectUri} <span class="mono">{redirectUri}</span>
          </p>
        </div>
      </li>
      <li class="done">
        <Staff>
          <Note x={3.5} y={1.5} />
        </Staff>
        <div class="in">
          <h2>{text.clientId}</h2>
          <p class="hint">
            <span class="mono">{shorten(clientId)}</span>
          </p>
        </div>
      </li>
      <li class="done last">
        <Staff>
          {notes.map((scope, index) => (
            <Note key={scope} x={3.5 + 4 * index} y={pitches[index] ?? 2} />
          ))}
        </Staff>
        <div class="in">
          <h2>{text.scopes(scopes.length)}</h2>
          <p class="hint">{text.approved(choice)}</p>
        </div>
      </li>
    </>
  );
}

const shorten = (clientId: string) =>
  clientId.length > 16 ? `${clientId.slice(0, 8)}…${clientId.slice(-6)}` : clientId;
