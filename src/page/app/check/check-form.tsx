import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PageContext } from '../../shared/page-context.ts';
import { mayPass } from '../parts/alert-text.ts';
import { clearAlert, showAlert } from '../parts/alert.tsx';
import { isoDay } from '../../../text/dates.ts';
import { readClientSecret } from '../../../text/values/client-secret.ts';
import { findConsentDay, readConsentDate } from '../../../text/values/consent-date.ts';
import { readRefreshToken } from '../../../text/values/refresh-token.ts';
import { wrongSecretText } from '../callback/exchange.ts';
import { SubmitForm } from '../parts/submit-form.tsx';
import { Note, Staff } from '../parts/notation.tsx';
import { secretDestination, SecretBox } from '../parts/secret-box.tsx';
import { StartOverLink } from '../parts/start-over.tsx';
import { checkToken, mayNeedSecret } from './check-token.ts';
import { showOnlyClientId } from './show-only-client-id.ts';

/** *I already have a token*: the form's client ID above, a refresh token here, and Spotify's word on it. */
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
  const place = secretDestination(page.mode());

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
    wrong.value = refreshToken ? undefined : 'Paste the refresh token';
    const isDayLeft = consent === '' && !day.current?.validity.badInput;
    wrongDay.value =
      isDayLeft || authorizedAt !== undefined ? undefined : 'Enter a day that has been, or leave it empty';
    if (!clientId) return page.form.fail('clientId', 'Enter the client ID that the token was got with');
    if (wrong.value) return token.current?.focus();
    if (wrongDay.value) return day.current?.focus();
    busy.value = true;
    page.announce('Asking Spotify about the token.');
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
      // The cure is at hand where it may be a secret that was due.
      if (!isSecretGiven && withSecret.current && mayNeedSecret(error)) withSecret.current.open = true;
      showAlert(page, error, mayPass(error) ? { again: () => void send() } : {});
    } finally {
      busy.value = false;
    }
  };
  /** A whole .env file brings the day of consent along; one that is typed already stays. */
  const takeIn = (pasted: string) => {
    filled.value = readRefreshToken(pasted) !== '';
    if (day.current) day.current.value ||= findConsentDay(pasted) ?? '';
  };
  useLayoutEffect(() => showOnlyClientId(page, () => token.current?.focus()), []);

  return (
    <SubmitForm class="check" send={send}>
      <Staff>{filled.value ? <Note x={12} y={1.5} /> : <u />}</Staff>
      <div class="in narrow">
        <h2>Paste the token</h2>
        <p>
          <b>Checking is refreshing.</b> Spotify may answer with another refresh token; then that one is the one to
          keep, and this page says so before anything else.
        </p>
        <div class="field">
          <label for="your-refresh-token">Your refresh token</label>
          <p class="hint" id="your-refresh-token-hint">
            Goes to {place} and nowhere else. Kept in memory, never stored.
          </p>
          {wrong.value && (
            <p class="err" id="your-refresh-token-wrong">
              Error: {wrong.value}
            </p>
          )}
          <textarea
            id="your-refresh-token"
            ref={token}
            rows={3}
            autoComplete="off"
            autoCapitalize="off"
            spellcheck={false}
            onInput={(event) => takeIn(event.currentTarget.value)}
            aria-invalid={wrong.value ? 'true' : undefined}
            aria-describedby={`${wrong.value ? 'your-refresh-token-wrong ' : ''}your-refresh-token-hint`}
          />
        </div>
        <div class="field">
          <label for="consent-day">Day of consent</label>
          <p class="hint" id="consent-day-hint">
            When somebody last said yes at Spotify for it. Without it, nobody can tell when the token ends.
          </p>
          {wrongDay.value && (
            <p class="err" id="consent-day-wrong">
              Error: {wrongDay.value}
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
          <summary>It was got with the client secret</summary>
          <SecretBox
            id="check-secret"
            box={secret}
            hint={`A token that was got with the secret is refreshed with it. Goes to ${place} and nowhere else.`}
            wrong={wrongSecret.value}
            sent={sent.value}
          />
        </details>
        <div class="coda">
          <button class="go">Check token</button>
          <p class="hint">
            One request to Spotify. <StartOverLink page={page}>Back to the form</StartOverLink>
          </p>
        </div>
      </div>
    </SubmitForm>
  );
}
