import { clockTime, longDate } from '../../text/dates.ts';
import { day } from '../../text/durations.ts';

/** `14:37` for today, `02:10 tomorrow`, `14:37 on 23 May 2027`. Both times are epoch milliseconds. */
export function momentOf(time: number, now: number): string {
  const date = longDate(time);
  if (date === longDate(now)) return clockTime(time);
  return `${clockTime(time)} ${date === longDate(now + day) ? 'tomorrow' : `on ${date}`}`;
}

/** `14:37:05`, or with the day as in `timeText`: the end of a pause, which may be seconds away. Never too early. */
export function pauseEndText(time: number, now: number): string {
  const end = Math.ceil(time / 1000) * 1000;
  const seconds = String(new Date(end).getSeconds()).padStart(2, '0');
  return timeText(end, now).replace(clockTime(end), `${clockTime(end)}:${seconds}`);
}

/** `14:37`, or `14:37 on 23 May 2027` if that is not today. Both times are epoch milliseconds. */
export function timeText(time: number, now: number): string {
  const date = longDate(time);
  return date === longDate(now) ? clockTime(time) : `${clockTime(time)} on ${date}`;
}
