import { getErrorFacts, type ErrorCode } from '../../../errors/error-table.ts';
import { explainError } from '../../text/explain-error.ts';
import { isRefrainError, type RefrainError } from '../../../errors/refrain-error.ts';
import { appText } from '../../text/app-text.ts';
import { atTime } from './dates.ts';

const text = appText.alert;

/** What an alert says, in this order. */
export interface AlertText {
  readonly title: string;
  readonly reason: string;
  readonly cure: string;
  /** Spotify's own text. */
  readonly spotifySaid?: string;
  /** Spotify's page to open. */
  readonly link?: { readonly href: string; readonly text: string };
  /** Whether the button *Connect again* is the cure, or a part of it. */
  readonly isCuredBySignIn: boolean;
  /** Whether the cure is only that button, so that its text is left out. */
  readonly isBrief: boolean;
  /** Whether it is not a failure: then it is a notice, without the word *Error*. */
  readonly isNotice: boolean;
  /** When it makes sense to send the same request again, epoch milliseconds; undefined for at once. */
  readonly againAt?: number;
}

const dashboard = { href: 'https://developer.spotify.com/dashboard', text: text.dashboard };
const links: Partial<Record<ErrorCode, { href: string; text: string }>> = {
  redirect_uri_mismatch: dashboard,
  client_unknown: dashboard,
  client_id_missing: dashboard,
  client_secret_wrong: dashboard,
  invalid_client: dashboard,
  user_not_registered: dashboard,
  premium_required: dashboard,
  forbidden: dashboard,
  secret_in_link: dashboard,
  spotify_unavailable: {
    href: 'https://community.spotify.com/t5/Ongoing-Issues/idb-p/ongoing_issues',
    text: text.openIssues,
  },
};

/** What was lost when the user left the page. Nothing failed. */
const notices: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['tokens_wiped', 'code_lost']);

/** Errors that a new sign-in cures, and nothing else is needed. */
const curedBySignIn: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...notices,
  'access_denied',
  'state_missing',
  'state_mismatch',
  'callback_replayed',
  'callback_malformed',
  'issuer_mismatch',
  'try_missing',
  'try_elsewhere',
  'authorization_code_expired',
  'authorization_code_invalid',
  'redirect_uri_changed',
  'code_verifier_wrong',
  'refresh_token_expired',
]);

/** Errors that a new sign-in cures after something else, or only if something else does not help. */
const curedBySignInToo: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'authorization_refused',
  'redirect_uri_mismatch',
  'response_type_wrong',
  'refresh_token_missing',
  'refresh_token_refused',
  'refresh_token_suspect',
  'invalid_request',
]);

/** Spotify counts requests in a window of this length, in milliseconds. Browsers hide `Retry-After` from the page. */
const hiddenPause = 30_000;

/**
 * Whether the same request may work later, so that what it needs is kept and the alert gets the button *Try again*. It
 * has that button only when the wait is over. A quota takes hours: pressing a button again does not help.
 */
export function mayPass(error: unknown): boolean {
  return isRefrainError(error) && getErrorFacts(error.code).fixedBy === 'time' && error.code !== 'quota_exceeded';
}

/**
 * What to say about anything that was thrown.
 * @param now epoch milliseconds
 * @param isPractice in practice there is nothing to open at Spotify
 */
export function alertText(error: unknown, now: number, isPractice = false): AlertText {
  if (!isRefrainError(error)) {
    return {
      title: text.bug,
      reason: text.bugReason,
      cure: text.bugCure,
      isCuredBySignIn: false,
      isBrief: false,
      isNotice: false,
    };
  }
  const { code } = error;
  // An error's own cure already names what to open.
  const link = error.cure === undefined && !isPractice ? links[code] : undefined;
  const { title, reason, cure } = explainError(error);
  const againAt = error.retryAt ?? (code === 'rate_limited' ? now + hiddenPause : undefined);
  return {
    title,
    reason,
    cure: waitText(error, now) ?? cure,
    isCuredBySignIn: curedBySignIn.has(code) || curedBySignInToo.has(code),
    isBrief: curedBySignIn.has(code),
    isNotice: notices.has(code),
    ...(error.spotifySaid ? { spotifySaid: error.spotifySaid } : {}),
    ...(link ? { link } : {}),
    ...(againAt === undefined ? {} : { againAt }),
  };
}

/** What to say if waiting is the cure. */
function waitText({ code, retryAt }: RefrainError, now: number): string | undefined {
  if (retryAt !== undefined) return text.retryAt(atTime(retryAt, now));
  return code === 'rate_limited' ? text.pauseUnknown : undefined;
}
