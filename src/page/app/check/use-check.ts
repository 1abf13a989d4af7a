import { useSignal } from '../signal.ts';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { mayPass } from '../parts/alert-text.ts';
import { clearAlert, showAlert } from '../parts/alert.tsx';
import { readClientId, readClientSecret, readRefreshToken } from '../../../text/values/credentials.ts';
import { readConsentDate } from '../../../text/values/consent-date.ts';
import { findLookAlike } from '../../../text/values/look-alike.ts';
import { wrongSecretText } from '../callback/exchange.ts';
import { titleOf } from '../heading.tsx';
import { view } from '../view.ts';
import { checkToken, mayNeedSecret } from './check-token.ts';
import { readPasted } from './read-pasted.ts';

const text = appText.check;

/** What is wrong with each field, as its error text. */
interface Wrong {
  readonly token?: string | undefined;
  readonly clientId?: string | undefined;
  readonly day?: string | undefined;
  readonly secret?: string | undefined;
}

/** State of the form that checks a token: its boxes, what is wrong with them, and what a press on the button does. */
export function useCheck(page: PageContext) {
  const token = useRef<HTMLTextAreaElement>(null);
  const clientId = useRef<HTMLInputElement>(null);
  const day = useRef<HTMLInputElement>(null);
  const secret = useRef<HTMLInputElement>(null);
  const withSecret = useRef<HTMLDetailsElement>(null);
  const wrong = useSignal<Wrong>({});
  const sent = useSignal(0);
  const busy = useSignal(false);
  const hasToken = useSignal(false);
  const note = useSignal('');

  const send = async () => {
    if (busy.value) return;
    clearAlert();
    sent.value++;
    const values = { token: readRefreshToken(token.current?.value ?? ''), clientId: cleanClientId(clientId.current) };
    const date = readDay(day.current, page.now());
    wrong.value = {
      token: values.token ? looksLike(values.token, 'refresh_token') : text.noToken,
      clientId: values.clientId ? looksLike(values.clientId, 'client_id') : text.noClientId,
      day: date.problem,
    };
    if (wrong.value.token) return token.current?.focus();
    if (wrong.value.clientId) return clientId.current?.focus();
    if (date.isUnreadable) return day.current?.focus();
    busy.value = true;
    page.announce(text.asking);
    try {
      await checkToken(page, {
        clientId: values.clientId,
        refreshToken: values.token,
        authorizedAt: date.at,
        clientSecret: readClientSecret(secret.current?.value ?? '') || undefined,
      });
    } catch (error) {
      reject(error);
    } finally {
      busy.value = false;
    }
  };
  /** Says that Spotify rejects the secret at its field, and everything else in an alert. */
  const reject = (error: unknown) => {
    const isSecretGiven = Boolean(secret.current?.value);
    const problem = isSecretGiven ? wrongSecretText(error) : undefined;
    // Open the box for the secret if the secret may be the cause.
    if (withSecret.current && (problem || mayNeedSecret(error))) withSecret.current.open = true;
    wrong.value = { ...wrong.value, secret: problem };
    if (problem) secret.current?.focus();
    else showAlert(page, error, mayPass(error) ? { again: () => void send() } : {});
  };
  /** A whole .env file also fills in the client ID and the day of consent, unless one is there. */
  const onPaste = (pasted: string) => {
    const fields = { clientId: clientId.current?.value ?? '', day: day.current?.value ?? '' };
    const read = readPasted(pasted, fields, page.now());
    hasToken.value = read.hasToken;
    note.value = read.note;
    if (day.current) day.current.value = read.fields.day;
    if (clientId.current) clientId.current.value = read.fields.clientId;
    if (read.note) page.announce(read.note);
  };
  usePrefilledClientId(clientId, page);
  useErrorTitle(Object.values(wrong.value).some(Boolean), page);
  const clear = (field: keyof Wrong) => {
    if (wrong.value[field]) wrong.value = { ...wrong.value, [field]: undefined };
  };

  return {
    boxes: { token, clientId, day, secret, withSecret },
    wrong: wrong.value,
    sent: sent.value,
    hasToken: hasToken.value,
    note: note.value,
    send,
    clear,
    onPaste,
    cleanClientId: () => void cleanClientId(clientId.current),
    judgeDay: () => (wrong.value = { ...wrong.value, day: readDay(day.current, page.now()).problem }),
  };
}

function looksLike(value: string, wanted: 'client_id' | 'refresh_token'): string | undefined {
  const look = findLookAlike(value, wanted);
  return look && appText.looksLike[look];
}

/** Cleans the client ID in its box. */
function cleanClientId(box: HTMLInputElement | null): string {
  const clientId = readClientId(box?.value ?? '');
  if (box) box.value = clientId;
  return clientId;
}

/** The date of consent, epoch milliseconds; undefined if it is unknown. `problem` says why a date is not used. */
function readDay(box: HTMLInputElement | null, now: number): { at?: number; problem?: string; isUnreadable?: boolean } {
  const entered = box?.value ?? '';
  const date = readConsentDate(entered, now, 'local');
  if ('at' in date) return { at: date.at };
  if (entered === '' && !box?.validity.badInput) return {};
  const isUnreadable = date.problem === 'unreadable';
  return { isUnreadable, problem: isUnreadable ? text.wrongDay : text.unbelievedDay };
}

/** Copies the client ID of the first form to this one, and back when this one closes. */
function usePrefilledClientId(box: RefObject<HTMLInputElement | null>, page: PageContext): void {
  useLayoutEffect(() => {
    const { read, fill } = page.form;
    const values = read();
    if (box.current) box.current.value = values.clientId;
    return () => {
      const next = { ...values, clientId: cleanClientId(box.current) };
      if (next.clientId !== values.clientId) fill(next, page.mode());
    };
  }, []);
}

/** Sets the title of the page, which says *Error* while a field is wrong. */
function useErrorTitle(hasError: boolean, page: PageContext): void {
  useLayoutEffect(() => {
    const title = hasError ? appText.title.error(text.heading) : titleOf(view.value, page);
    if (title) page.window.document.title = title;
  }, [hasError]);
}
