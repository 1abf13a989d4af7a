import { getErrorFacts, type ErrorCode } from '../../../errors/error-table.ts';
import { explainError } from '../../text/explain-error.ts';
import { isRefrainError } from '../../../errors/refrain-error.ts';
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
  /** The page to open: Spotify's, or in practice the emulator's. */
  readonly link?: { readonly href: string; readonly text: string };
}

const dashboard = { href: 'https://developer.spotify.com/dashboard', text: text.openDashboard };
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

/** Whether the button *Try again* makes sense: time may fix it, and what would be sent is still good. */
export function mayPass(error: unknown): boolean {
  // A quota takes hours: pressing a button again does not help.
  return isRefrainError(error) && getErrorFacts(error.code).fixedBy === 'time' && error.code !== 'quota_exceeded';
}

/** Browsers hide `Retry-After` from the page, so it cannot tell a pause of seconds from one of hours. */
const hiddenPause = (code: ErrorCode) => (code === 'rate_limited' ? text.pauseUnknown : '');

/**
 * What to say about anything that was thrown.
 * @param now epoch milliseconds
 * @param emulatorUrl the emulator's own page, which in practice replaces Spotify's
 */
export function alertText(error: unknown, now: number, emulatorUrl?: string): AlertText {
  if (!isRefrainError(error)) {
    return {
      title: text.bug,
      reason: text.bugReason,
      cure: text.bugCure,
    };
  }
  // A cure of its own names what to open.
  const real = error.cure === undefined ? links[error.code] : undefined;
  const link = real && emulatorUrl ? { href: emulatorUrl, text: text.openEmulator } : real;
  const { title, reason, cure } = explainError(error);
  return {
    title,
    reason,
    cure:
      error.retryAt === undefined ? hiddenPause(error.code) || cure : text.retryAt(cure, atTime(error.retryAt, now)),
    ...(error.spotifySaid ? { spotifySaid: error.spotifySaid } : {}),
    ...(link ? { link } : {}),
  };
}
