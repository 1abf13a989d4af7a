import { isoDay } from '../../../text/dates.ts';
import { day, hour, minute, second } from '../../../text/durations.ts';
import { appText } from '../../text/app-text.ts';
import { currentLocale } from '../../text/language.ts';
import { clockTime, longDate } from '../../text/locale.ts';

const text = appText.dates;

/** `at 14:37`, or `on 25 November 2026 at 01:05` if the day is not today. Times are epoch milliseconds. */
export function atTime(time: number, now: number): string {
  return isoDay(time) === isoDay(now) ? text.at(clockTime(time)) : text.onDay(longDate(time), clockTime(time));
}

/** Whole days from one time to a later one. */
export const wholeDays = (from: number, to: number) => Math.floor((to - from) / day);

/** A duration in milliseconds as whole hours, minutes or seconds: `an hour`, `90 minutes`, `20 seconds`. */
export function lifetime(duration: number): string {
  const minutes = Math.round(duration / minute);
  if (minutes === 0) return text.seconds(Math.round(duration / second));
  return minutes % 60 === 0 ? text.hours(minutes / 60) : text.minutes(minutes);
}

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * day],
  ['month', 30 * day],
  ['week', 7 * day],
  ['day', day],
  ['hour', hour],
  ['minute', minute],
];
const relative = new Intl.RelativeTimeFormat(currentLocale(), { numeric: 'auto' });

/** `4 minutes ago`, `yesterday`; `just now` for less than a minute, and for a time after `now`. */
export function ago(time: number, now: number): string {
  const past = now - time;
  for (const [unit, duration] of units) {
    if (past >= duration) return relative.format(-Math.floor(past / duration), unit);
  }
  return text.justNow;
}
