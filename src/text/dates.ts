/**
 * Dates, times and counts as the command writes them, and as the page does in its language. Times are epoch milliseconds,
 * shown in this machine's time zone.
 */

/** Dates and times in the words and the order of one locale. Times are epoch milliseconds. */
export interface DateText {
  /** `23 May 2027`. */
  longDate(time: number): string;
  /** `23 April`. */
  dayAndMonth(time: number): string;
  /** `Dec`; `Sept` has four letters. */
  shortMonth(time: number): string;
  /** `14:37`. */
  clockTime(time: number): string;
}

/** @param locale a BCP 47 tag; a function, because it may be known only when the first date is written */
export function dateText(locale: () => string): DateText {
  const formatters = new Map<string, Intl.DateTimeFormat>();
  // Creating a formatter takes longer than anything else that a command does, so it waits until it is needed.
  const format = (options: Intl.DateTimeFormatOptions) => (time: number) => {
    const key = JSON.stringify(options);
    const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale(), options);
    formatters.set(key, formatter);
    return formatter.format(time);
  };
  return {
    longDate: format({ day: 'numeric', month: 'long', year: 'numeric' }),
    dayAndMonth: format({ day: 'numeric', month: 'long' }),
    shortMonth: format({ month: 'short' }),
    clockTime: format({ timeStyle: 'short' }),
  };
}

export const { longDate, dayAndMonth, shortMonth, clockTime } = dateText(() => 'en-GB');

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
