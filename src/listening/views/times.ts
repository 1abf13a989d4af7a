/** Times as views write them. All dates are in UTC, because the reader's time zone is not known. */

const minute = 60_000;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `just now`, `9 min ago`, `2 h ago`, `3 d ago`; in words `9 minutes ago`. @param age milliseconds */
export function formatAge(age: number, form: 'short' | 'words'): string {
  const minutes = Math.floor(age / minute);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${unit(minutes, 'min', 'minute', form)} ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${unit(hours, 'h', 'hour', form)} ago`;
  return `${unit(Math.floor(hours / 24), 'd', 'day', form)} ago`;
}

function unit(count: number, short: string, word: string, form: 'short' | 'words'): string {
  return form === 'short' ? `${count} ${short}` : `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** `28 Nov`; with the year if it is not the year of `at`. @param time epoch milliseconds */
export function formatDay(time: number, at: number): string {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  const day = `${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
  return year === new Date(at).getUTCFullYear() ? day : `${day} ${year}`;
}

/** `28 Nov 2026, 16:00 UTC`. */
export function formatMoment(time: number): string {
  const date = new Date(time);
  const clock = `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}, ${clock} UTC`;
}

/** `3:42`, `1:02:03`. @param duration milliseconds */
export function formatLength(duration: number): string {
  const seconds = Math.round(duration / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours ? `${hours}:${twoDigits(minutes)}` : minutes}:${twoDigits(seconds % 60)}`;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
