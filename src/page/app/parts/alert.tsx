import './alert.css';
import { signal, useSignal } from '../signal.ts';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { alertText, type AlertText } from './alert-text.ts';
import { CopyField } from './copy-field.tsx';
import { ExternalLink } from './links.tsx';

const parts = appText.alert;

/** Where an alert can be. There is one signal, so that two are never visible. */
export type AlertPlace = 'page' | 'access-token' | 'try';

interface AlertState {
  readonly place: AlertPlace;
  readonly text: AlertText;
  /** A heading that continues the page's headline, instead of the title. */
  readonly heading?: string;
  /** Sends the same request again, when the user presses the button. */
  readonly again?: () => void;
  /** The address that was sent and must be registered, if that is the cure. */
  readonly redirectUri?: string;
}

/** The visible alert. */
export const alert = signal<AlertState | undefined>(undefined);

/** Shows an alert. It replaces the one before. */
export function showAlert(page: PageContext, error: unknown, more: Partial<Omit<AlertState, 'text'>> = {}): void {
  const text = alertText(error, page.now(), page.mode() === 'practice');
  alert.value = { place: 'page', text, ...more };
  if (text.isNotice) page.announce(text.title);
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
  raised: { place, text, heading, again, redirectUri },
  page,
}: {
  raised: AlertState;
  page: PageContext;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { withoutPort } = page.redirectUri;
  // *Try it* runs without a press, so its alert does not take the focus.
  useLayoutEffect(() => {
    if (place !== 'try' && !text.isNotice) box.current?.focus();
  }, []);
  const Heading = place === 'access-token' ? 'h3' : 'h2';
  return (
    <div
      class={text.isNotice ? 'alert thin' : 'alert'}
      role={text.isNotice ? undefined : 'alert'}
      tabIndex={-1}
      ref={box}
    >
      <Heading>{heading ?? text.title}</Heading>
      <p>
        {text.reason}
        {text.spotifySaid && (
          <>
            {' '}
            {parts.spotifySaid} <code dir="auto">{text.spotifySaid}</code>.
          </>
        )}{' '}
        {text.isBrief ? page.form.read().clientId && parts.stillFilledIn : text.cure}
      </p>
      {redirectUri && (
        <div class="sent">
          <CopyField
            page={page}
            id="sent-address"
            label={parts.addressSent}
            value={redirectUri}
            copyName={parts.copyAddress}
            copied={parts.addressCopied}
            hint={withoutPort && parts.withoutPort(withoutPort)}
          />
        </div>
      )}
      {(again || text.isCuredBySignIn || text.link) && (
        <div class="row">
          {text.isCuredBySignIn && (
            <button type="button" class="go" onClick={() => void page.connect()}>
              {parts.connectAgain}
            </button>
          )}
          {again && <AgainButton again={again} at={text.againAt} page={page} />}
          {text.link && (
            <ExternalLink href={text.link.href} class="btn">
              {text.link.text}
            </ExternalLink>
          )}
        </div>
      )}
    </div>
  );
}

/** The button *Try again*. If waiting is the cure, it comes when the wait is over. */
function AgainButton({ again, at, page }: { again: () => void; at: number | undefined; page: PageContext }) {
  const wait = at === undefined ? 0 : at - page.now();
  const isOver = useSignal(wait <= 0);
  useEffect(() => {
    if (isOver.value) return;
    const timer = page.window.setTimeout(() => (isOver.value = true), wait);
    return () => page.window.clearTimeout(timer);
  }, []);
  return isOver.value ? (
    <button type="button" onClick={again}>
      {parts.tryAgain}
    </button>
  ) : (
    <span class="hint">{parts.againLater}</span>
  );
}
