import { useSignal } from '../signal.ts';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { mayPass } from '../parts/alert-text.ts';
import { clearAlert, showAlert } from '../parts/alert.tsx';
import { isoDay } from '../../../text/dates.ts';
import { readClientSecret, readRefreshToken } from '../../../text/values/credentials.ts';
import { readConsentDate } from '../../../text/values/consent-date.ts';
import { findLookAlike } from '../../../text/values/look-alike.ts';
import { wrongSecretText } from '../callback/exchange.ts';
import { Field } from '../parts/field.tsx';
import { SubmitForm } from '../parts/submit-form.tsx';
import { Note, Staff } from '../parts/notation.tsx';
import { destinationHint, SecretBox } from '../parts/secret-box.tsx';
import { StartOverLink } from '../parts/start-over.tsx';
import { checkToken, mayNeedSecret } from './check-token.ts';
import { readPasted } from './read-pasted.ts';
import { fillClientId, showOnlyClientId } from './show-only-client-id.ts';

const text = appText.check;

/** *I already have a token*: the client ID of the form above, and a refresh token here. */
export function CheckForm({ page }: { page: PageContext }) {
  const token = useRef<HTMLTextAreaElement>(null);
  const day = useRef<HTMLInputElement>(null);
  const secret = useRef<HTMLInputElement>(null);
  const withSecret = useRef<HTMLDetailsElement>(null);
  const wrong = useSignal<string | undefined>(undefined);
  const wrongDay = useSignal<string | undefined>(undefined);
  const wrongSecret = useSignal<string | undefined>(undefined);
  const sent = useSignal(0);
  const busy = useSignal(false);
  const filled = useSignal(false);
  const note = useSignal('');
  const destination = destinationHint(page.mode());

  const send = async () => {
    if (busy.value) return;
    clearAlert();
    sent.value++;
    const { clientId } = page.form.read();
    const refreshToken = readRefreshToken(token.current?.value ?? '');
    const date = readDay();
    wrongSecret.value = undefined;
    const look = findLookAlike(refreshToken, 'refresh_token');
    wrong.value = refreshToken ? look && appText.looksLike[look] : text.noToken;
    const lookOfId = findLookAlike(clientId, 'client_id');
    if (!clientId) return page.form.fail('clientId', text.noClientId);
    if (lookOfId) return page.form.fail('clientId', appText.looksLike[lookOfId]);
    if (wrong.value) return token.current?.focus();
    if (date === 'unreadable') return day.current?.focus();
    busy.value = true;
    page.announce(text.asking);
    try {
      await checkToken(page, {
        clientId,
        refreshToken,
        authorizedAt: date,
        clientSecret: readClientSecret(secret.current?.value ?? '') || undefined,
      });
    } catch (error) {
      const isSecretGiven = Boolean(secret.current?.value);
      wrongSecret.value = isSecretGiven ? wrongSecretText(error) : undefined;
      // Open the box for the secret if a missing secret may be the cause.
      if (!isSecretGiven && withSecret.current && mayNeedSecret(error)) withSecret.current.open = true;
      showAlert(page, error, mayPass(error) ? { again: () => void send() } : {});
    } finally {
      busy.value = false;
    }
  };
  /** The date of consent, epoch milliseconds; undefined if it is unknown. Says at the field why a date is not used. */
  const readDay = (): number | 'unreadable' | undefined => {
    const entered = day.current?.value ?? '';
    const date = readConsentDate(entered, page.now(), 'local');
    const problem = 'at' in date || (entered === '' && !day.current?.validity.badInput) ? undefined : date.problem;
    wrongDay.value = problem && (problem === 'unreadable' ? text.wrongDay : text.unbelievedDay);
    return problem === 'unreadable' ? problem : 'at' in date ? date.at : undefined;
  };
  /** A whole .env file also fills in the client ID and the day of consent, unless one is there. */
  const onPaste = (pasted: string) => {
    const values = page.form.read();
    const read = readPasted(pasted, { clientId: values.clientId, day: day.current?.value ?? '' }, page.now());
    filled.value = read.hasToken;
    note.value = read.note;
    if (day.current) day.current.value = read.fields.day;
    if (read.note) page.announce(read.note);
    if (values.clientId !== read.fields.clientId) fillClientId(page, read.fields.clientId);
  };
  useLayoutEffect(() => showOnlyClientId(page, () => token.current?.focus()), []);

  return (
    <SubmitForm class="check" send={send}>
      <Staff>{filled.value ? <Note x={12} y={1.5} /> : <u />}</Staff>
      <div class="in narrow">
        <h2>{text.paste}</h2>
        <p>{text.how}</p>
        <Field
          id="your-refresh-token"
          label={text.token}
          hint={text.tokenHint(destination)}
          note={note.value}
          wrong={wrong.value}
        >
          {(connection) => (
            <textarea
              {...connection}
              ref={token}
              rows={3}
              autoComplete="off"
              autoCapitalize="off"
              spellcheck={false}
              onInput={(event) => onPaste(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field id="consent-day" label={text.day} hint={text.dayHint} wrong={wrongDay.value}>
          {(connection) => (
            <input
              {...connection}
              ref={day}
              type="date"
              max={isoDay(page.now())}
              onChange={readDay}
              autoComplete="off"
            />
          )}
        </Field>
        <details ref={withSecret}>
          <summary>{text.needsSecret}</summary>
          <SecretBox
            id="check-secret"
            box={secret}
            hint={text.secretHint(destination)}
            wrong={wrongSecret.value}
            sent={sent.value}
          />
        </details>
        <div class="coda">
          <button class="go">{text.submit}</button>
          <p class="hint">
            {text.hint} <StartOverLink page={page}>{text.back}</StartOverLink>
          </p>
        </div>
      </div>
    </SubmitForm>
  );
}
