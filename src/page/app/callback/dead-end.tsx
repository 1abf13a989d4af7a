import { signal } from '../signal.ts';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ErrorCode } from '../../../errors/error-table.ts';
import { deadEnds } from '../../../spotify/dead-ends.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import type { PageContext, PendingSignIn } from '../../shared/page-context.ts';
import { alert, showAlert } from '../parts/alert.tsx';
import { appText } from '../../text/app-text.ts';
import { showView } from '../show-view.ts';
import { view } from '../view.ts';

const text = appText.deadEnd;

/** The sign-in that the question is about. */
const asked = signal<PendingSignIn | undefined>(undefined);

/**
 * Asks what Spotify said, after the user came back without a callback. The sign-in stays pending: going forward in the
 * browser may still lead to its callback.
 */
export function askDeadEnd(page: PageContext, pending: PendingSignIn): void {
  asked.value = pending;
  showView(page, { kind: 'dead-end' });
}

/** Closes the question, when the user continues. */
export function closeDeadEnd(): void {
  asked.value = undefined;
}

/** The question, above the form. Each white page of Spotify's is one line of text, and each line has its cure. */
export function DeadEndQuestion({ page }: { page: PageContext }) {
  const pending = asked.value;
  // The answer is an alert in the place of the question.
  if (!pending || view.value.kind !== 'dead-end' || alert.value) return null;
  return <Question page={page} pending={pending} />;
}

function Question({ page, pending }: { page: PageContext; pending: PendingSignIn }) {
  const { clientId, grant, scopes } = page.form.read();
  // A link may have filled the form with other values in the meantime.
  const isSame = clientId === pending.clientId && grant === pending.grant && `${scopes}` === `${pending.scopes}`;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const close = () => {
    closeDeadEnd();
    page.announce(text.goOn);
    page.window.document.querySelector<HTMLElement>('#form .go')?.focus();
  };
  return (
    <section class="ask" aria-labelledby="dead-end">
      <h2 id="dead-end" tabIndex={-1} ref={heading}>
        {text.heading}
      </h2>
      <p>
        {text.text}
        {isSame && ` ${text.sameEntries}`}
      </p>
      <ul class="choices" role="list">
        {deadEnds.map(({ texts: [today, ...older], code }) => (
          <li key={code}>
            <button
              type="button"
              class="link"
              onClick={() => showAlert(page, new RefrainError(code, { spotifySaid: today }), getCure(code, pending))}
            >
              <code>{today}</code>
            </button>
            {older.length > 0 && (
              <small>
                {' '}
                {text.or} <code>{older.join(', ')}</code>
              </small>
            )}
          </li>
        ))}
        <li>
          <button type="button" class="link" onClick={close}>
            {text.none}
          </button>
        </li>
      </ul>
    </section>
  );
}

/** If the address is the cause, the alert shows the one that was sent, with a copy button. */
const getCure = (code: ErrorCode, { redirectUri }: PendingSignIn) =>
  code.startsWith('redirect_uri') ? { redirectUri } : {};
