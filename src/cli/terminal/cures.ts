import { explanations, type ErrorCode } from '../../errors/explanations.ts';
import type { RefrainError } from '../../errors/refrain-error.ts';
import type { CommandText } from '../context/command-text.ts';

/** Where something went wrong, as far as a cure depends on it. */
export interface CureContext {
  readonly refrain: CommandText;
  /** The command that was typed, by which a consent is asked for again. */
  readonly command?: string | undefined;
}

/** `asking`: the command by which a consent is asked for. */
type InContext = (refrain: CommandText, asking: 'login' | 'renew') => string;

const onceMore: InContext = (refrain, asking) => `Try again: ${refrain(asking)}`;

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
  client_secret_wrong: (refrain, asking) =>
    `Choose View client secret in your app’s Settings, copy it whole, and try again: ${refrain(asking)}`,
  access_denied: (refrain, asking) =>
    asking === 'renew'
      ? `Nothing has changed: the token that was kept still is. Try again: ${refrain(asking)}`
      : `Take away the scopes that you can do without, then try again: ${refrain(asking)}`,
  authorization_refused: onceMore,
  authorization_code_expired: onceMore,
  authorization_code_invalid: onceMore,
  code_verifier_wrong: onceMore,
  redirect_uri_changed: onceMore,
  callback_malformed: onceMore,
  issuer_mismatch: onceMore,
  state_missing: () => 'Paste the whole address that Spotify sent your browser to, from this very login.',
  state_mismatch: () => 'Use the address of this very login, and no older one.',
  refresh_token_missing: onceMore,
  accounts_url_mismatch: (refrain) =>
    `Set SPOTIFY_ACCOUNTS_URL as it was, choose another profile (--profile NAME), or forget this one: ${refrain('logout')}`,
  timed_out: () => 'Try again.',
  network: () => 'Check the connection, and whether a proxy or firewall stands in between; then try again.',
  login_timed_out: (refrain) =>
    `Try again; --timeout gives more time. If Spotify showed an error instead of its question: ${refrain('check')}`,
  record_corrupt: (refrain) => `Mend that file and put it back, or log in again: ${refrain('login')}`,
};

/** Codes whose cure is to wait, where it is known until when. */
const untilThen: readonly ErrorCode[] = ['rate_limited', 'quota_exceeded'];

/** What to do next, as somebody at a terminal does it. What was said of this one case goes before all else. */
export function cureOf(error: RefrainError, { refrain, command }: CureContext): string {
  if (error.cure !== explanations[error.code].cure) return error.cure;
  if (error.retryAt !== undefined && untilThen.includes(error.code))
    return 'Wait until then: asking sooner does not help.';
  return cures[error.code]?.(refrain, command === 'renew' ? 'renew' : 'login') ?? error.cure;
}
