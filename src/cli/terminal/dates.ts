import { clockTime, longDate, msPerDay } from '../../text/dates.ts';

/** `14:37` for today, `02:10 tomorrow`, `14:37 on 23 May 2027`. Both times are epoch milliseconds. */
export function momentOf(time: number, now: number): string {
  const date = longDate(time);
  if (date === longDate(now)) return clockTime(time);
  return `${clockTime(time)} ${date === longDate(now + msPerDay) ? 'tomorrow' : `on ${date}`}`;
}

/** `14:37`, or `14:37 on 23 May 2027` if that is not today. Both times are epoch milliseconds. */
export function timeText(time: number, now: number): string {
  const date = longDate(time);
  return date === longDate(now) ? clockTime(time) : `${clockTime(time)} on ${date}`;
}
