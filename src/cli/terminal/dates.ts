import { clockTime, longDate, msPerDay } from '../../text/dates.ts';

/** `today at 14:37`, `tomorrow at 02:10`, `23 May 2027 at 14:37`. Both times are epoch milliseconds. */
export function momentOf(time: number, now: number): string {
  const date = longDate(time);
  const dayName = date === longDate(now) ? 'today' : date === longDate(now + msPerDay) ? 'tomorrow' : date;
  return `${dayName} at ${clockTime(time)}`;
}
