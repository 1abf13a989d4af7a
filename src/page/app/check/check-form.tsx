import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { mayPass } from '../parts/alert-text.ts';
import { clearAlert, showAlert } from '../parts/alert.tsx';
import { isoDay } from '../../../text/dates.ts';
import { readClientSecret } from '../../../text/values/client-secret.ts';
import { findConsentDay, readConsentDate } from '../../../text/values/consent-date.ts';
import { readRefreshToken } from '../../../text/values/refresh-token.ts';
import { wrongSecretText } from '../callback/exchange.ts';
import { SubmitForm } from '../parts/submit-form.tsx';
import { Note, Staff } from '../parts/notation.tsx';
import { destinationHint, SecretBox } from '../parts/secret-box.tsx';
import { StartOverLink } from '../parts/start-over.tsx';
import { checkToken, mayNeedSecret } from './check-token.ts';
import { showOnlyClientId } from './show-only-client-id.ts';

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
  const destination = destinationHint(page.mode());

  const send = async () => {
    if (busy.value) return;
    clearAlert();
    sent.value++;
    const { clientId } = page.form.read();
    const refreshToken = readRefreshToken(token.current?.value ?? '');
    const consent = day.current?.value ?? '';
    const date = readConsentDate(consent, page.now(), 'local');
    const authorizedAt = 'at' in date ? date.at : undefined;
    wrongSecret.value = undefined;
    wrong.value = refreshToken ? undefined : text.noToken;
    const isDayEmpty = consent === '' && !day.current?.validity.badInput;
    wrongDay.value = isDayEmpty || authorizedAt !== undefined ? undefined : text.wrongDay;
    if (!clientId) return page.form.fail('clientId', text.noClientId);
    if (wrong.value) return token.current?.focus();
    if (wrongDay.value) return day.current?.focus();
    busy.value = true;
    page.announce(text.asking);
    try {
      await checkToken(page, {
        clientId,
        refreshToken,
        authorizedAt,
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
  /** A whole .env file also fills in the day of consent, unless one is there. */
  const onPaste = (pasted: string) => {
    filled.value = readRefreshToken(pasted) !== '';
    if (day.current) day.current.value ||= findConsentDay(pasted) ?? '';
  };
  useLayoutEffect(() => showOnlyClientId(page, () => token.current?.focus()), []);

  return (
    <SubmitForm class="check" send={send}>
      <Staff>{filled.value ? <Note x={12} y={1.5} /> : <u />}</Staff>
      <div class="in narrow">
        <h2>{text.paste}</h2>
        <p>{text.how}</p>
        <div class="field">
          <label for="your-refresh-token">{text.token}</label>
          <p class="hint" id="your-refresh-token-hint">
            {text.tokenHint(destination)}
          </p>
          {wrong.value && (
            <p class="err" id="your-refresh-token-wrong">
              {appText.field.error(wrong.value)}
            </p>
          )}
          <textarea
            id="your-refresh-token"
            ref={token}
            rows={3}
            autoComplete="off"
            autoCapitalize="off"
            spellcheck={false}
            onInput={(event) => onPaste(event.currentTarget.value)}
            aria-invalid={wrong.value ? 'true' : undefined}
            aria-describedby={`${wrong.value ? 'your-refresh-token-wrong ' : ''}your-refresh-token-hint`}
          />
        </div>
        <div class="field">
          <label for="consent-day">{text.day}</label>
          <p class="hint" id="consent-day-hint">
            {text.dayHint}
          </p>
          {wrongDay.value && (
            <p class="err" id="consent-day-wrong">
              {appText.field.error(wrongDay.value)}
            </p>
          )}
          <input
            id="consent-day"
            ref={day}
            type="date"
            max={isoDay(page.now())}
            autoComplete="off"
            aria-invalid={wrongDay.value ? 'true' : undefined}
            aria-describedby={`${wrongDay.value ? 'consent-day-wrong ' : ''}consent-day-hint`}
          />
        </div>
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
