import type { PageContext, PendingSignIn } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { LoneStaff } from '../parts/notation.tsx';
import { answerConsent } from './ask-consent.ts';

const text = appText.practice.consent;

/** The emulator's consent page: what the app asks for, and the buttons *Agree* and *Cancel*. */
export function ConsentPage({ address, pending, page }: { address: URL; pending: PendingSignIn; page: PageContext }) {
  const parameters = address.searchParams;
  const scopes = parameters.get('scope')?.split(' ') ?? [];
  return (
    <div class="system one">
      <section class="m" aria-labelledby="consent">
        <LoneStaff />
        <div class="in narrow">
          <h2 id="consent">{text.asks}</h2>
          <ul class="asked">
            <li>{text.always}</li>
            {scopes.map((scope) => (
              <li key={scope}>
                {describeScope(page, scope)} <code>{scope}</code>
              </li>
            ))}
          </ul>
          <p class="hint">
            {text.clientId} <code>{parameters.get('client_id')}</code>
          </p>
          <div class="row">
            <button type="button" class="go" onClick={() => void answerConsent(page, address, pending, 'agree')}>
              {text.agree}
            </button>
            <button type="button" onClick={() => void answerConsent(page, address, pending, 'cancel')}>
              {text.cancel}
            </button>
          </div>
          <p class="hint">
            {text.goesTo} <code>{parameters.get('redirect_uri')}</code>
          </p>
        </div>
      </section>
    </div>
  );
}

/** Reads from the form what a scope allows, in the language of the page. */
function describeScope({ window: { document } }: PageContext, scope: string): string {
  const box = document.querySelector(`#form input[name=scope][value="${CSS.escape(scope)}"]`);
  return box?.closest('label')?.querySelector('span')?.textContent ?? '';
}
