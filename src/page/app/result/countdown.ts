import { appText } from '../../text/app-text.ts';

const text = appText.accessToken;

/**
 * The time left of a token: `59 min left`, `1 h 30 min left`, in the last minute `48 s left`, then `expired`; `expiry
 * unknown` if Spotify sent no usable lifetime. Both times are epoch milliseconds.
 */
export function countdownText(expiresAt: number | undefined, now: number): string {
  if (expiresAt === undefined) return text.expiryUnknown;
  const seconds = Math.ceil((expiresAt - now) / 1000);
  if (seconds <= 0) return text.expired;
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return text.seconds(seconds);
  return minutes <= 60 ? text.minutes(minutes) : text.hours(Math.floor(minutes / 60), minutes % 60);
}
