/** Times as views write them. All dates are in UTC, because the reader's time zone is not known. */

/** Each unit, and how many of them are one of the next. */
const units = [
  [60, 'min', 'minute'],
  [24, 'h', 'hour'],
  [Infinity, 'd', 'day'],
] as const;

/** `just now`, `9 min ago`, `2 h ago`, `3 d ago`; in words `9 minutes ago`. @param age milliseconds */
export function formatAge(age: number, form: 'short' | 'words'): string {
  let count = Math.floor(age / 60_000);
  if (count < 1) return 'just now';
  for (const [size, short, word] of units) {
    if (count < size) return `${count} ${form === 'short' ? short : count === 1 ? word : `${word}s`} ago`;
    count = Math.floor(count / size);
  }
  return '';
}

/** The weekday, day, month, year, hours and minutes. @see https://tc39.es/ecma262/#sec-date.prototype.toutcstring */
const partsOf = (time: number): string[] => new Date(time).toUTCString().split(/\W+/);

/** `28 Nov`; with the year if it is not the year of `at`. @param time epoch milliseconds */
export function formatDay(time: number, at?: number): string {
  const [, day, month, year] = partsOf(time);
  return `${Number(day)} ${month}${at !== undefined && partsOf(at)[3] === year ? '' : ` ${year}`}`;
}

/** `28 Nov 2026, 16:00 UTC`. */
export function formatMoment(time: number): string {
  const [, , , , hours, minutes] = partsOf(time);
  return `${formatDay(time)}, ${hours}:${minutes} UTC`;
}

/** `3:42`, `1:02:03`. @param duration milliseconds */
export function formatLength(duration: number): string {
  const seconds = Math.round(duration / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours ? `${hours}:${twoDigits(minutes)}` : minutes}:${twoDigits(seconds % 60)}`;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
