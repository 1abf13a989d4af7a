export interface ReminderCalendarOptions {
  /** When consent was given, epoch milliseconds; undefined: not known, and not said. */
  readonly authorizedAt?: number | undefined;
  /** When the refresh token ends, epoch milliseconds. */
  readonly refreshTokenExpiresAt: number;
  /** The page's own address that fills the form again. Of its query only `client_id`, `grant` and `scope` are kept. */
  readonly formUrl: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Of a token of the emulator's: said in the events. */
  readonly isPractice?: boolean;
  /** The same for the same token, so that importing the file twice does not remind twice. No secret: it is in the file. */
  readonly uidSeed: string;
}

const dayNames = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** Midnight, days before `at`, where the reader is: days are counted on the calendar, since a day is not always 24 h. */
function dayBefore(at: number, days: number): Date {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - days);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** DATE, RFC 5545 section 3.3.4. */
const asDate = (day: Date): string =>
  `${String(day.getFullYear()).padStart(4, '0')}${two(day.getMonth() + 1)}${two(day.getDate())}`;

/** DATE-TIME in UTC, RFC 5545 section 3.3.5. */
const asStamp = (at: number): string => `${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}`;

/** TEXT, RFC 5545 section 3.3.11. */
const asText = (words: string): string => words.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

/** Lines of at most 75 octets, cut between characters, RFC 5545 section 3.1. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function onlyTheForm(formUrl: string): string {
  const url = new URL(formUrl);
  const kept = [...url.searchParams].filter(([name]) => ['client_id', 'grant', 'scope'].includes(name));
  url.search = new URLSearchParams(kept).toString();
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}

function event(day: Date, name: string, link: string, options: ReminderCalendarOptions): readonly string[] {
  const end = dayNames.format(options.refreshTokenExpiresAt);
  const summary = `${options.isPractice ? 'Practice: ' : ''}Renew the Spotify refresh token, which ends on ${end}`;
  const consent =
    options.authorizedAt === undefined ? '' : ` It was given on ${dayNames.format(options.authorizedAt)}.`;
  const description =
    `The refresh token ends on ${end}: six months after its consent, however often it is refreshed.${consent}\n` +
    `Sign in again with the form filled in as before:\n${link}`;
  return [
    'BEGIN:VEVENT',
    `UID:${name}-${options.uidSeed.replace(/[^A-Za-z0-9-]/g, '-').slice(0, 100)}@refrain`,
    `DTSTAMP:${asStamp(options.now)}`,
    `DTSTART;VALUE=DATE:${asDate(day)}`,
    `DTEND;VALUE=DATE:${asDate(new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1))}`,
    `SUMMARY:${asText(summary)}`,
    `DESCRIPTION:${asText(description)}`,
    `URL:${link}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    // Nine in the morning of that day, where the reader is.
    'TRIGGER:PT9H',
    `DESCRIPTION:${asText(summary)}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/**
 * A calendar file with two all-day events, 30 and 7 days before the refresh token ends, each with an alarm and a link
 * that fills the form again. A day that has passed is left out; where both have, one event stands on today.
 * Holds no token and no name of a person.
 * @throws {TypeError} if `formUrl` is no address
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export function reminderCalendar(options: ReminderCalendarOptions): string {
  const link = onlyTheForm(options.formUrl);
  const today = dayBefore(options.now, 0);
  const ahead = [
    { name: 'month', day: dayBefore(options.refreshTokenExpiresAt, 30) },
    { name: 'week', day: dayBefore(options.refreshTokenExpiresAt, 7) },
  ].filter(({ day }) => day >= today);
  const events = ahead.length > 0 ? ahead : [{ name: 'now', day: today }];
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Refrain//Refresh token reminder//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap(({ name, day }) => event(day, name, link, options)),
    'END:VCALENDAR',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('');
}
