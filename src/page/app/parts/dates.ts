import { clockTime, isoDay, longDate, msPerDay } from '../../../text/dates.ts';

/** `at 14:37`, with the day where it is another than today's. */
export function atTime(time: number, now: number): string {
  return isoDay(time) === isoDay(now) ? `at ${clockTime(time)}` : `on ${longDate(time)} at ${clockTime(time)}`;
}

/** Whole days from one time to a later one. */
export const wholeDays = (from: number, to: number) => Math.floor((to - from) / msPerDay);

/** How long something lives, in whole minutes or hours: `an hour`, `30 minutes`, `2 hours`; below a minute in seconds. */
export function lifetime(length: number): string {
  const minutes = Math.round(length / 60_000);
  if (minutes === 0) return `${Math.round(length / 1000)} seconds`;
  if (minutes === 60) return 'an hour';
  return minutes % 60 === 0 ? `${minutes / 60} hours` : minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * msPerDay],
  ['month', 30 * msPerDay],
  ['week', 7 * msPerDay],
  ['day', msPerDay],
  ['hour', msPerDay / 24],
  ['minute', msPerDay / 1440],
];
const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });

/** `4 minutes ago`, `yesterday`; `just now` below a minute and where clocks differ. */
export function ago(time: number, now: number): string {
  const past = now - time;
  for (const [unit, length] of units) {
    if (past >= length) return relative.format(-Math.floor(past / length), unit);
  }
  return 'just now';
}
