import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { LoneStaff } from '../parts/notation.tsx';
import { decide } from './ask-consent.ts';

const text = appText.practice.consent;

/** The emulator's consent page: what the app asks for, *Agree* and *Cancel*. */
export function Consent({ address, page }: { address: URL; page: PageContext }) {
  const asked = address.searchParams;
  const scopes = asked.get('scope')?.split(' ') ?? [];
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
                {describe(page, scope)} <code>{scope}</code>
              </li>
            ))}
          </ul>
          <p class="hint">
            {text.clientId} <code>{asked.get('client_id')}</code>
          </p>
          <div class="row">
            <button type="button" class="go" onClick={() => void decide(page, address, 'agree')}>
              {text.agree}
            </button>
            <button type="button" onClick={() => void decide(page, address, 'cancel')}>
              {text.cancel}
            </button>
          </div>
          <p class="hint">
            {text.goesTo} <code>{asked.get('redirect_uri')}</code>
          </p>
        </div>
      </section>
    </div>
  );
}

/** What a scope allows, as the form says it, in the language of the page. */
function describe({ window: { document } }: PageContext, scope: string): string {
  const box = document.querySelector(`#form input[name=scope][value="${CSS.escape(scope)}"]`);
  return box?.closest('label')?.querySelector('span')?.textContent ?? '';
}
