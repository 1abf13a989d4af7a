import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ErrorCode } from '../../../errors/error-table.ts';
import { deadEnds } from '../../../spotify/dead-ends.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import type { PageContext, PendingSignIn } from '../../shared/page-context.ts';
import { alert, showAlert } from '../parts/alert.tsx';
import { showView } from '../show-view.ts';
import { view } from '../view.ts';

const asked = signal<PendingSignIn | undefined>(undefined);

/**
 * Asks somebody who is back without a callback what Spotify said. The try goes on waiting: a step forward may still
 * bring its callback.
 */
export function askDeadEnd(page: PageContext, pending: PendingSignIn): void {
  asked.value = pending;
  showView(page, { kind: 'dead-end' });
}

/** Takes the question away: somebody has gone on. */
export function closeDeadEnd(): void {
  asked.value = undefined;
}

/** The question, above the form: each of Spotify's white pages is one line of text, and each line has its cure. */
export function DeadEndQuestion({ page }: { page: PageContext }) {
  const pending = asked.value;
  // One thing at a time: the answer is an alert, and stands where the question stood.
  if (!pending || view.value.kind !== 'dead-end' || alert.value) return null;
  return <Question page={page} pending={pending} />;
}

function Question({ page, pending }: { page: PageContext; pending: PendingSignIn }) {
  const { clientId, grant, scopes } = page.form.read();
  // A link may have filled the form otherwise meanwhile.
  const isSame = clientId === pending.clientId && grant === pending.grant && `${scopes}` === `${pending.scopes}`;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const close = () => {
    closeDeadEnd();
    page.announce('Go on with the form.');
    page.window.document.querySelector<HTMLElement>('#form .go')?.focus();
  };
  return (
    <section class="ask" aria-labelledby="dead-end">
      <h2 id="dead-end" tabIndex={-1} ref={heading}>
        What did Spotify say?
      </h2>
      <p>
        You are back without an answer. If Spotify stopped at a white page with one line of text, choose that line.
        {isSame && ' Your entries are as you left them.'}
      </p>
      <ul class="choices" role="list">
        {deadEnds.map(({ texts: [today, ...older], code }) => (
          <li key={code}>
            <button
              type="button"
              class="link"
              onClick={() => showAlert(page, new RefrainError(code, { spotifySaid: today }), cureOf(code, page))}
            >
              <code>{today}</code>
            </button>
            {older.length > 0 && (
              <small>
                {' '}
                or <code>{older.join(', ')}</code>
              </small>
            )}
          </li>
        ))}
        <li>
          <button type="button" class="link" onClick={close}>
            None of these
          </button>
        </li>
      </ul>
    </section>
  );
}

/** Where the address is at fault, it is shown again, to be copied letter for letter. */
const cureOf = (code: ErrorCode, page: PageContext) =>
  code.startsWith('redirect_uri') ? { redirectUri: page.redirectUri.registered } : {};
