import { signal } from '../signal.ts';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isRefrainError } from '../../../errors/refrain-error.ts';
import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { alertText, type AlertText } from './alert-text.ts';
import { CopyButton } from './copy-button.tsx';
import { ExternalLink } from './links.tsx';

const parts = appText.alert;

/** Where an alert can be. There is one signal, so that two are never visible. */
export type AlertPlace = 'page' | 'access-token' | 'try';

interface AlertState {
  readonly place: AlertPlace;
  readonly text: AlertText;
  /** Not a failure: it says so without the word *Error*. */
  readonly isNotice: boolean;
  /** Sends the same request again, when the user presses the button. */
  readonly again?: () => void;
  /** The address that was sent and must be registered, if that is the cure. */
  readonly redirectUri?: string;
}

/** The visible alert. */
export const alert = signal<AlertState | undefined>(undefined);

/** Shows an alert. It replaces the one before. */
export function showAlert(
  page: PageContext,
  error: unknown,
  more: Partial<Omit<AlertState, 'text' | 'isNotice'>> = {},
): void {
  const emulatorUrl = page.mode() === 'practice' ? page.endpoints('practice')?.accountsUrl : undefined;
  const isNotice = isRefrainError(error) && error.code === 'tokens_wiped';
  alert.value = { place: 'page', text: alertText(error, page.now(), emulatorUrl), isNotice, ...more };
}

/** Removes the alert; with `place`, only if it is there. */
export function clearAlert(place?: AlertPlace): void {
  if (place === undefined || alert.value?.place === place) alert.value = undefined;
}

/** A place for the alert. */
export function AlertAt({ place, page }: { place: AlertPlace; page: PageContext }) {
  const raised = alert.value;
  if (raised?.place !== place) return null;
  return <Alert raised={raised} page={page} key={raised} />;
}

function Alert({
  raised: { place, text, isNotice, again, redirectUri },
  page,
}: {
  raised: AlertState;
  page: PageContext;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { withoutPort } = page.redirectUri;
  // *Try it* runs without a press, so its alert does not take the focus.
  useLayoutEffect(() => {
    if (place !== 'try') box.current?.focus();
  }, []);
  const Heading = place === 'page' ? 'h2' : 'h3';
  return (
    <div class={place === 'page' ? 'alert' : 'alert inner'} role="alert" tabIndex={-1} ref={box}>
      <Heading>{isNotice ? text.title : parts.heading(text.title)}</Heading>
      <p>
        {text.reason}
        {text.spotifySaid && (
          <>
            {' '}
            {parts.spotifySaid} <code dir="auto">{text.spotifySaid}</code>.
          </>
        )}{' '}
        {text.cure}
        {text.link && (
          <>
            {' '}
            <ExternalLink href={text.link.href}>{text.link.text}</ExternalLink>.
          </>
        )}
      </p>
      {redirectUri && (
        <div class="row">
          <code>{redirectUri}</code>
          <CopyButton page={page} name={parts.copyAddress} copied={parts.addressCopied} text={() => redirectUri}>
            {parts.copyAddress}
          </CopyButton>
          {withoutPort && <span class="hint">{parts.withoutPort(withoutPort)}</span>}
        </div>
      )}
      {again && (
        <div class="row">
          <button type="button" onClick={again}>
            {parts.tryAgain}
          </button>
        </div>
      )}
    </div>
  );
}
