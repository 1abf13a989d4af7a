/** Milliseconds. */
export const day = 24 * 60 * 60 * 1000;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Made when first needed: making one takes longer than anything else that a command does. */
function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', options);
  formatters.set(key, made);
  return made;
}

/** `23 May 2027`, in the time zone of this machine. Epoch milliseconds, as everywhere here. */
export function longDate(time: number): string {
  return formatter({ day: 'numeric', month: 'long', year: 'numeric' }).format(time);
}

/** `14:37`. */
export function clockTime(time: number): string {
  return formatter({ hour: '2-digit', minute: '2-digit' }).format(time);
}

/** `today at 14:37`, `tomorrow at 02:10`, `23 May 2027 at 14:37`. */
export function momentOf(time: number, now: number): string {
  const named = longDate(time);
  const dayName = named === longDate(now) ? 'today' : named === longDate(now + day) ? 'tomorrow' : named;
  return `${dayName} at ${clockTime(time)}`;
}

/** `1 day`, `12 days`. */
export function countOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
