import { isoDay, longDate as englishDate } from './dates.ts';

/** The texts of the events. `end` and `day` are dates. */
interface ReminderText {
  summary(end: string): string;
  summaryPractice(end: string): string;
  expires(end: string): string;
  approved(day: string): string;
  /** How to sign in again. The link follows, if there is one. */
  readonly signInAgain: string;
}

export interface ReminderCalendarOptions {
  readonly text: ReminderText;
  /** Writes a day in the language of the texts. Default: English. */
  readonly longDate?: (time: number) => string;
  /** When consent was given, epoch milliseconds; undefined if it is not known. */
  readonly authorizedAt?: number | undefined;
  /** When the refresh token expires, epoch milliseconds. */
  readonly refreshTokenExpiresAt: number;
  /**
   * The address of the page with the form filled in. Only the form's parameters of its query are kept. If
   * undefined, the events have no link.
   */
  readonly formUrl?: string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Whether the token is from the emulator. The events say so. */
  readonly isPractice?: boolean;
  /** The same for the same token, so that a second import replaces the events. It is in the file, so it must not be a secret. */
  readonly uidSeed: string;
}

/** Midnight of the day that is `days` calendar days before `at`, in this machine's time zone. */
function dayBefore(at: number, days: number): Date {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - days);
}

/** DATE, RFC 5545 section 3.3.4. */
const formatDate = (day: Date): string => isoDay(day.getTime()).replaceAll('-', '');

/** DATE-TIME in UTC, RFC 5545 section 3.3.5. */
const formatStamp = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

/** TEXT, RFC 5545 section 3.3.11. */
const escapeText = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

/** Folds a line at 75 octets, between characters, RFC 5545 section 3.1. */
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

/** Keeps only the parameters of the form. */
function cleanFormUrl(formUrl: string): string {
  const url = new URL(formUrl);
  const kept = [...url.searchParams].filter(([name]) =>
    ['client_id', 'grant', 'scope', 'lang', 'renew'].includes(name),
  );
  url.search = new URLSearchParams(kept).toString();
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}

function event(day: Date, name: string, link: string | undefined, options: ReminderCalendarOptions): readonly string[] {
  const { text, longDate = englishDate } = options;
  const end = longDate(options.refreshTokenExpiresAt);
  const summary = options.isPractice ? text.summaryPractice(end) : text.summary(end);
  const approved = options.authorizedAt === undefined ? [] : [text.approved(longDate(options.authorizedAt))];
  const description = `${[text.expires(end), ...approved].join(' ')}\n${text.signInAgain}${link === undefined ? '' : `\n${link}`}`;
  return [
    'BEGIN:VEVENT',
    `UID:${name}-${options.uidSeed.replace(/[^A-Za-z0-9-]/g, '-').slice(0, 100)}@refrain`,
    `DTSTAMP:${formatStamp(options.now)}`,
    `DTSTART;VALUE=DATE:${formatDate(day)}`,
    `DTEND;VALUE=DATE:${formatDate(new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1))}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    ...(link === undefined ? [] : [`URL:${link}`]),
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    // 9:00 on that day, local time.
    'TRIGGER:PT9H',
    `DESCRIPTION:${escapeText(summary)}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/**
 * A calendar file with two all-day events for each token, 30 and 7 days before it expires, each with an alarm and a link to
 * the filled-in form. A day that has passed is left out; if both have passed, there is one event today. The file holds no
 * token and no name of a person.
 * @throws {TypeError} if `formUrl` is not a URL
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export function reminderCalendar(...tokens: readonly ReminderCalendarOptions[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Refrain//Refresh token reminder//EN',
    'CALSCALE:GREGORIAN',
    ...tokens.flatMap(eventsOf),
    'END:VCALENDAR',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('');
}

function eventsOf(options: ReminderCalendarOptions): readonly string[] {
  const link = options.formUrl === undefined ? undefined : cleanFormUrl(options.formUrl);
  const today = dayBefore(options.now, 0);
  const ahead = [
    { name: 'month', day: dayBefore(options.refreshTokenExpiresAt, 30) },
    { name: 'week', day: dayBefore(options.refreshTokenExpiresAt, 7) },
  ].filter(({ day }) => day >= today);
  const events = ahead.length > 0 ? ahead : [{ name: 'now', day: today }];
  return events.flatMap(({ name, day }) => event(day, name, link, options));
}
