import { day } from '../text/durations.ts';

/**
 * Corrects a time of this machine's clock by the `Date` header of an answer (RFC 9110 section 6.6.1), if they differ by more
 * than a day. A browser hides the header, so there the time stays as it is.
 * @param time about when the answer came, epoch milliseconds
 */
export function correctTime(headers: Headers, time: number): number {
  const date = Date.parse(headers.get('date') ?? '');
  return Math.abs(date - time) > day ? date : time;
}
