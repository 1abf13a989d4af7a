import type { ErrorCode } from '../spotify/explanations.ts';
import type { RefrainError } from '../spotify/refrain-error.ts';

type InContext = (refrain: (command: string) => string) => string;

const loginAgain: InContext = (refrain) => `Log in again: ${refrain('login')}`;

/** Cures in a terminal's words, where the table's are meant for a page or name no command. */
const cures: Partial<Record<ErrorCode, InContext>> = {
  not_logged_in: (refrain) => `Log in: ${refrain('login')}. Or set SPOTIFY_CLIENT_ID and SPOTIFY_REFRESH_TOKEN.`,
  refresh_token_expired: (refrain) => `Renew it: ${refrain('renew')}`,
  refresh_token_suspect: (refrain) =>
    `Nothing, for now: it is kept and tried again. To ask now: ${refrain('check')}. For a new one: ${refrain('renew')}`,
  refresh_token_refused: (refrain) =>
    `Check that it is whole and belongs to this client ID. If so, get a new one: ${refrain('login')}`,
  refresh_token_in_doubt: (refrain) =>
    `Renew it: ${refrain('renew')} tries the token once, and asks for a new consent if it is spent.`,
  invalid_client: (refrain) =>
    `Check the client ID and, where there is one, the client secret in your app’s Settings. Then: ${refrain('check')}`,
  client_secret_wrong: (refrain) =>
    `Choose View client secret in your app’s Settings, copy it whole, and try again: ${refrain('login')}`,
  access_denied: (refrain) => `Take away the scopes that you can do without, then try again: ${refrain('login')}`,
  authorization_refused: loginAgain,
  authorization_code_expired: loginAgain,
  authorization_code_invalid: loginAgain,
  code_verifier_wrong: loginAgain,
  redirect_uri_changed: loginAgain,
  callback_malformed: loginAgain,
  issuer_mismatch: loginAgain,
  state_missing: () => 'Paste the whole address that Spotify sent your browser to, from this very login.',
  state_mismatch: () => 'Use the address of this very login, and no older one.',
  refresh_token_missing: loginAgain,
  timed_out: () => 'Try again.',
  network: () => 'Check the connection, and whether a proxy or firewall stands in between; then try again.',
  login_timed_out: () =>
    'Try again; --timeout gives more time. If Spotify showed a line of error, look it up: refrain check',
  record_corrupt: (refrain) => `Mend that file and put it back, or log in again: ${refrain('login')}`,
};

/**
 * What to do next, as somebody at a terminal does it.
 * @param profile the profile that it happened with: named in commands unless it is the usual one
 */
export function cureOf(error: RefrainError, profile: string): string {
  const refrain = (command: string) => `refrain ${command}${profile === 'default' ? '' : ` --profile ${profile}`}`;
  return cures[error.code]?.(refrain) ?? error.cure;
}
