import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PageContext } from '../../shared/page-context.ts';
import { alertWords, type AlertWords } from './alert-text.ts';
import { CopyButton } from './copy-button.tsx';
import { ExternalLink } from './links.tsx';

/** Where an alert can stand. There is one signal, so that never two are visible. */
export type AlertPlace = 'page' | 'access-token' | 'try';

interface AlertState {
  readonly place: AlertPlace;
  readonly words: AlertWords;
  /** Sends the same request once more; only by hand. */
  readonly again?: () => void;
  /** The address that has to be registered, where that is the cure. */
  readonly redirectUri?: string;
}

/** The one alert that is visible, if any. */
export const alert = signal<AlertState | undefined>(undefined);

/** Shows an alert, in place of any other. */
export function showAlert(page: PageContext, error: unknown, more: Partial<Omit<AlertState, 'words'>> = {}): void {
  const emulatorUrl = page.mode() === 'practice' ? page.endpoints('practice')?.accountsUrl : undefined;
  alert.value = { place: 'page', words: alertWords(error, page.now(), emulatorUrl), ...more };
}

/** Takes the alert away; with `place`, only if it stands there. */
export function clearAlert(place?: AlertPlace): void {
  if (place === undefined || alert.value?.place === place) alert.value = undefined;
}

/** A place for the alert. */
export function AlertAt({ place, page }: { place: AlertPlace; page: PageContext }) {
  const raised = alert.value;
  if (raised?.place !== place) return null;
  return <Alert raised={raised} page={page} key={raised} />;
}

function Alert({ raised: { place, words, again, redirectUri }, page }: { raised: AlertState; page: PageContext }) {
  const box = useRef<HTMLDivElement>(null);
  // One that somebody's own press has brought takes the focus; *Try it* runs by itself and only speaks.
  useLayoutEffect(() => {
    if (place !== 'try') box.current?.focus();
  }, []);
  const Heading = place === 'page' ? 'h2' : 'h3';
  return (
    <div class={place === 'page' ? 'alert' : 'alert inner'} role="alert" tabIndex={-1} ref={box}>
      <Heading>Error: {words.title}</Heading>
      <p>
        {words.reason}
        {words.spotifySaid && (
          <>
            {' '}
            Spotify says: <code dir="auto">{words.spotifySaid}</code>.
          </>
        )}{' '}
        {words.cure}
        {words.link && (
          <>
            {' '}
            <ExternalLink href={words.link.href}>{words.link.words}</ExternalLink>.
          </>
        )}
      </p>
      {redirectUri && (
        <div class="row">
          <code>{redirectUri}</code>
          <CopyButton page={page} name="Copy this address" what="The redirect URI" text={() => redirectUri}>
            Copy this address
          </CopyButton>
        </div>
      )}
      {again && (
        <div class="row">
          <button type="button" onClick={again}>
            Try again
          </button>
        </div>
      )}
    </div>
  );
}
