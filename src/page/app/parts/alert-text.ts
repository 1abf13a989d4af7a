import { RefrainError } from '../../../errors/refrain-error.ts';
import type { ErrorCode } from '../../../errors/explanations.ts';
import { atTime } from './dates.ts';

/** What an alert says, in the order it says it. */
export interface AlertWords {
  readonly title: string;
  readonly happened: string;
  readonly why: string;
  readonly cure: string;
  /** Spotify's own word for it, foreign text. */
  readonly spotifySaid?: string;
  /** Where the cure is carried out: a page of Spotify's, or the emulator's own in practice. */
  readonly link?: { readonly href: string; readonly words: string };
}

const dashboard = { href: 'https://developer.spotify.com/dashboard', words: 'Open Spotify’s dashboard' };
const links: Partial<Record<ErrorCode, { href: string; words: string }>> = {
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
    words: 'See Spotify’s ongoing issues',
  },
};

/** Failures that the same request may survive when somebody sends it once more by hand. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'network',
  'timed_out',
  'spotify_unavailable',
  'rate_limited',
  'answer_unreadable',
  'answer_too_large',
  'token_request_refused',
  'unsupported_grant_type',
]);

/** Whether *Try again* makes sense: the cause may pass, and what would be sent is still good. */
export function mayPass(error: unknown): boolean {
  return error instanceof RefrainError && passing.has(error.code);
}

/**
 * What to say of anything that was thrown. `now` is epoch milliseconds; `emulatorUrl` is the emulator's own page, which
 * in practice stands for those of Spotify's.
 */
export function alertWords(error: unknown, now: number, emulatorUrl?: string): AlertWords {
  if (!(error instanceof RefrainError)) {
    return {
      title: 'Something broke on this page',
      happened: 'A fault of this page’s own stopped it. Nothing was sent to anyone but Spotify.',
      why: 'Refrain met something that it was not made for.',
      cure: 'Load the page again. If it happens again, please report it where Refrain comes from.',
    };
  }
  const real = links[error.code];
  const link =
    real && emulatorUrl ? { href: emulatorUrl, words: 'This is practice: see the emulator’s own page' } : real;
  return {
    title: error.title,
    happened: error.message,
    why: error.why,
    cure:
      error.retryAt === undefined
        ? error.cure
        : `${error.cure} Spotify takes requests again ${atTime(error.retryAt, now)}.`,
    ...(error.spotifySaid ? { spotifySaid: error.spotifySaid } : {}),
    ...(link ? { link } : {}),
  };
}
