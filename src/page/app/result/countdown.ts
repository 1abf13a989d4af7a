import { appText } from '../../text/app-text.ts';

const text = appText.accessToken;

/**
 * The time left of a token: `59 min 48 s`, `1 h 0 min`, `expired`, or `expiry unknown` if Spotify sent no usable
 * lifetime. Both times are epoch milliseconds.
 */
export function countdownText(expiresAt: number | undefined, now: number): string {
  if (expiresAt === undefined) return text.expiryUnknown;
  const seconds = Math.ceil((expiresAt - now) / 1000);
  if (seconds <= 0) return text.expired;
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return text.seconds(seconds);
  if (minutes < 60) return text.minutes(minutes, seconds % 60);
  return text.hours(Math.floor(minutes / 60), minutes % 60);
}
