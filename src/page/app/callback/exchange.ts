import { getClientCredentialsToken } from '../../../grants/client-credentials.ts';
import { exchangeCode } from '../../../grants/code-exchange.ts';
import type { TokenSet } from '../../../grants/token-set.ts';
import { isRefrainError, RefrainError } from '../../../errors/refrain-error.ts';
import { isAboutCredentials } from '../../../errors/rejection.ts';
import type { PageContext } from '../../shared/page-context.ts';
import { appText } from '../../text/app-text.ts';
import { mayPass } from '../parts/alert-text.ts';
import { clearAlert, showAlert } from '../parts/alert.tsx';
import type { VerifiedCallback } from './verified-callback.ts';
import { createResult, type ResultFacts } from '../result/result.ts';
import { showView } from '../show-view.ts';
import { unlessLeft } from '../unless-left.ts';

/** Exchanges the code of a grant that needs no secret, and shows the result or the error. */
export async function exchange(page: PageContext, verified: VerifiedCallback): Promise<void> {
  showView(page, { kind: 'waiting', practice: verified.pending.mode === 'practice' });
  try {
    await exchangeForResult(page, verified);
  } catch (error) {
    showView(page, { kind: 'form' });
    showAlert(page, error, mayPass(error) ? { again: () => void exchange(page, verified) } : {});
  }
}

/**
 * Exchanges the code and shows the result.
 * @param clientSecret for the grant with a secret; it is dropped after the request
 * @throws RefrainError what `exchangeCode` throws
 */
export async function exchangeForResult(
  page: PageContext,
  verified: VerifiedCallback,
  clientSecret?: string,
): Promise<void> {
  const { pending, callback, endpoints, receivedAt: authorizedAt } = verified;
  const { fetch, now } = page;
  const tokens = await unlessLeft(
    exchangeCode({ request: pending, callback, clientSecret, authorizedAt, endpoints, fetch, now }),
  );
  if (!tokens) return;
  const { grant, clientId, mode } = pending;
  showResult(page, { origin: 'got', grant, clientId, mode, endpoints }, tokens);
}

/** *Get token* of the form: gets a token for the app, without a user. */
export async function getClientCredentials(page: PageContext, clientSecret: string): Promise<void> {
  clearAlert();
  const { clientId } = page.form.read();
  const mode = page.mode();
  const endpoints = page.endpoints(mode);
  if (!endpoints) return showAlert(page, new RefrainError('endpoint_refused'));
  page.announce(appText.asking);
  try {
    const request = { clientId, clientSecret, endpoints, fetch: page.fetch, now: page.now };
    const tokens = await unlessLeft(getClientCredentialsToken(request));
    if (tokens) showResult(page, { origin: 'got', grant: 'client_credentials', clientId, mode, endpoints }, tokens);
  } catch (error) {
    const wrong = wrongSecretText(error);
    if (wrong) page.form.fail('clientSecret', wrong);
    // Try again with what the form holds then: the user may have corrected it.
    else showAlert(page, error, mayPass(error) ? { again: () => void page.connect() } : {});
  }
}

/** The error text for the secret's box, if Spotify rejected the secret. */
export function wrongSecretText(error: unknown): string | undefined {
  const isSecret = isRefrainError(error) && isAboutCredentials(error.code);
  return isSecret ? appText.field.wrongSecret : undefined;
}

function showResult(page: PageContext, facts: ResultFacts, tokens: TokenSet): void {
  clearAlert();
  showView(page, { kind: 'result', result: createResult(facts, tokens) });
  if (tokens.lacksRefreshToken) showAlert(page, new RefrainError('refresh_token_missing'));
}
