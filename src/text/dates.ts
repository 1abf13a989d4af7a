/**
 * Dates, times and counts as the page and the command write them. Times are epoch milliseconds, shown in this machine's
 * time zone.
 */

/** Milliseconds in 24 hours. */
export const msPerDay = 24 * 60 * 60 * 1000;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Creates a formatter when it is first needed: creating one takes longer than anything else that a command does. */
function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = formatters.get(key);
  if (known) return known;
  const created = new Intl.DateTimeFormat('en-GB', options);
  formatters.set(key, created);
  return created;
}

/** `23 May 2027`. */
export function longDate(time: number): string {
  return formatter({ day: 'numeric', month: 'long', year: 'numeric' }).format(time);
}

/** `23 April`. */
export function dayAndMonth(time: number): string {
  return formatter({ day: 'numeric', month: 'long' }).format(time);
}

/** `Dec`; `Sept` has four letters. */
export function shortMonth(time: number): string {
  return formatter({ month: 'short' }).format(time);
}

/** `14:37`. */
export function clockTime(time: number): string {
  return formatter({ hour: '2-digit', minute: '2-digit' }).format(time);
}

/** `2027-05-23`, for `datetime` attributes and date fields. */
export function isoDay(time: number): string {
  const date = new Date(time);
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `1 day`, `12 days`. */
export function countOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
