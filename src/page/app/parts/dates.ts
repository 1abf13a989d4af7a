import { isoDay, msPerDay } from '../../../text/dates.ts';
import { appText } from '../../text/app-text.ts';
import { currentLocale } from '../../text/language.ts';
import { clockTime, longDate } from '../../text/locale.ts';

const text = appText.dates;

/** `at 14:37`, or `on 25 November 2026 at 01:05` if the day is not today. Times are epoch milliseconds. */
export function atTime(time: number, now: number): string {
  return isoDay(time) === isoDay(now) ? text.at(clockTime(time)) : text.onDay(longDate(time), clockTime(time));
}

/** Whole days from one time to a later one. */
export const wholeDays = (from: number, to: number) => Math.floor((to - from) / msPerDay);

/** A duration in milliseconds as whole hours, minutes or seconds: `an hour`, `90 minutes`, `20 seconds`. */
export function lifetime(duration: number): string {
  const minutes = Math.round(duration / 60_000);
  if (minutes === 0) return text.seconds(Math.round(duration / 1000));
  return minutes % 60 === 0 ? text.hours(minutes / 60) : text.minutes(minutes);
}

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * msPerDay],
  ['month', 30 * msPerDay],
  ['week', 7 * msPerDay],
  ['day', msPerDay],
  ['hour', msPerDay / 24],
  ['minute', msPerDay / 1440],
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
