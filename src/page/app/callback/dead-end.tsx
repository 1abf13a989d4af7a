import { signal } from '../signal.ts';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { deadEnds, findDeadEnd } from '../../../spotify/dead-ends.ts';
import type { ErrorCode } from '../../../errors/error-table.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import type { PageContext, PendingSignIn } from '../../shared/page-context.ts';
import { savePendingSignIn } from '../../sign-in/save-pending-sign-in.ts';
import { appText } from '../../text/app-text.ts';
import { alert, showAlert } from '../parts/alert.tsx';
import { Field } from '../parts/field.tsx';
import { SubmitForm } from '../parts/submit-form.tsx';
import { showView } from '../show-view.ts';
import { view } from '../view.ts';

const text = appText.deadEnd;

/** The sign-in that the question is about. */
const asked = signal<PendingSignIn | undefined>(undefined);

/**
 * Asks what Spotify said, after the user came back without a callback. The sign-in stays pending: going forward in the
 * browser may still lead to its callback. After *None of these* it does not ask about the same sign-in again.
 */
export function askDeadEnd(page: PageContext, pending: PendingSignIn): void {
  if (pending.isDeadEndClosed) return;
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
  // The answer is an alert, which replaces the question.
  if (!pending || view.value.kind !== 'dead-end' || alert.value) return null;
  return <Question page={page} pending={pending} />;
}

function Question({ page, pending }: { page: PageContext; pending: PendingSignIn }) {
  const { clientId, grant, scopes } = page.form.read();
  // A link may have filled the form with other values in the meantime.
  const isSame = clientId === pending.clientId && grant === pending.grant && `${scopes}` === `${pending.scopes}`;
  const heading = useRef<HTMLHeadingElement>(null);
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const answer = (code: ErrorCode, spotifySaid: string) => {
    // If the address is the cause, the alert shows the one that was sent.
    const more = code.startsWith('redirect_uri') ? { redirectUri: pending.redirectUri } : {};
    showAlert(page, new RefrainError(code, { spotifySaid }), more);
  };
  const explain = async () => {
    const said = box.current?.value.trim() ?? '';
    if (said) answer(findDeadEnd(said)?.code ?? 'authorization_refused', said);
    else box.current?.focus();
  };
  const close = () => {
    closeDeadEnd();
    remember(page, pending);
    page.announce(text.goOn);
    page.window.document.getElementById('client-id')?.focus();
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
        {deadEnds.map(({ texts: [today], code }) => (
          <li key={code}>
            <button type="button" class="link" onClick={() => answer(code, today)}>
              <code>{today}</code>
            </button>
          </li>
        ))}
      </ul>
      <SubmitForm send={explain}>
        <Field id="spotify-said" label={text.other} wrong={undefined}>
          {(connection) => (
            <div class="with">
              <input {...connection} ref={box} maxLength={300} autoComplete="off" spellcheck={false} />
              <button>{text.explain}</button>
            </div>
          )}
        </Field>
      </SubmitForm>
      <button type="button" class="link" onClick={close}>
        {text.none}
      </button>
    </section>
  );
}

/** Notes in the pending sign-in that this question is answered. */
function remember(page: PageContext, pending: PendingSignIn): void {
  try {
    savePendingSignIn(() => page.window.sessionStorage, { ...pending, isDeadEndClosed: true });
  } catch {
    // Without storage, the question is asked again.
  }
}
