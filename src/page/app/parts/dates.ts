const language = 'en-GB';
const day = 24 * 60 * 60 * 1000;

const long = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' });
const short = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' });
const month = new Intl.DateTimeFormat(language, { month: 'short' });
const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });

/** `23 May 2027`, in the reader's time zone. All times here are epoch milliseconds. */
export const longDate = (time: number) => long.format(time);
/** `23 April`. */
export const dayAndMonth = (time: number) => short.format(time);
/** `Dec`; four letters where English has them. */
export const shortMonth = (time: number) => month.format(time);
/** `14:37`. */
export const clockTime = (time: number) => clock.format(time);

/** `2027-05-23` in the reader's time zone, for `datetime` attributes and date fields. */
export function isoDay(time: number): string {
  const date = new Date(time);
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `at 14:37`, with the day where it is another than today's. */
export function atTime(time: number, now: number): string {
  return isoDay(time) === isoDay(now) ? `at ${clockTime(time)}` : `on ${longDate(time)} at ${clockTime(time)}`;
}

/** Noon of the day in a date field, so that no time zone moves it to another day; undefined for no valid past day. */
export function dayInField(value: string, now: number): number | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (!parts) return undefined;
  const time = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), 12).getTime();
  if (isoDay(time) !== value) return undefined;
  // Today's noon may still be ahead: consent was given today, at some hour that has passed.
  return value === isoDay(now) ? now : time < now ? time : undefined;
}

/** Whole days from one time to a later one. */
export const wholeDays = (from: number, to: number) => Math.floor((to - from) / day);

/** How long something lives, in whole minutes or hours: `an hour`, `30 minutes`, `2 hours`; below a minute in seconds. */
export function lifetime(length: number): string {
  const minutes = Math.round(length / 60_000);
  if (minutes === 0) return `${Math.round(length / 1000)} seconds`;
  if (minutes === 60) return 'an hour';
  return minutes % 60 === 0 ? `${minutes / 60} hours` : minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * day],
  ['month', 30 * day],
  ['week', 7 * day],
  ['day', day],
  ['hour', day / 24],
  ['minute', day / 1440],
];
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

/** `4 minutes ago`, `yesterday`; `just now` below a minute and where clocks differ. */
export function ago(time: number, now: number): string {
  const past = now - time;
  for (const [unit, length] of units) {
    if (past >= length) return relative.format(-Math.floor(past / length), unit);
  }
  return 'just now';
}
