import ICAL from 'ical.js';
import { afterEach, describe, expect, it } from 'vitest';
import { reminderCalendar, type ReminderCalendarOptions } from './calendar.ts';

const day = 24 * 60 * 60 * 1000;
const authorizedAt = Date.UTC(2026, 10, 24, 10, 2, 11);
const base = {
  text: {
    summary: (end: string) => `Renew the Spotify refresh token, which expires on ${end}`,
    summaryPractice: (end: string) => `Practice: Renew the Spotify refresh token, which expires on ${end}`,
    expires: (end: string) => `The refresh token expires on ${end}.`,
    approved: (day: string) => `You approved it on ${day}.`,
    signInAgain: 'Sign in again:',
  },
  authorizedAt,
  refreshTokenExpiresAt: authorizedAt + 180 * day,
  formUrl: 'https://me.github.io/refrain/?client_id=3f9c&grant=authorization_code_pkce&scope=user-top-read',
  now: authorizedAt,
  uidSeed: '3f9c-1764000000000',
} satisfies ReminderCalendarOptions;

/** The events, as a calendar library reads them. */
function eventsOf(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      allDay: event.startDate.isDate && event.endDate.isDate,
      summary: event.summary,
      description: event.description,
      url: String(component.getFirstPropertyValue('url')),
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      transparency: component.getFirstPropertyValue('transp'),
      alarms: component
        .getAllSubcomponents('valarm')
        .map((alarm) => [
          alarm.getFirstPropertyValue('action'),
          String(alarm.getFirstPropertyValue('trigger')),
          alarm.getFirstPropertyValue('description'),
        ]),
    };
  });
}

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('reminder calendar', () => {
  it('has an all-day event 30 and 7 days before the end, each with an alarm in the morning', () => {
    process.env.TZ = 'UTC';
    const events = eventsOf(reminderCalendar(base));
    expect(events.map(({ start, end, allDay }) => [start, end, allDay])).toEqual([
      ['2027-04-23', '2027-04-24', true],
      ['2027-05-16', '2027-05-17', true],
    ]);
    for (const event of events) {
      expect(event.summary).toBe('Renew the Spotify refresh token, which expires on 23 May 2027');
      expect(event.alarms).toEqual([['DISPLAY', 'PT9H', event.summary]]);
      expect(event.transparency).toBe('TRANSPARENT');
      expect(event.stamp).toBe('2026-11-24T10:02:11Z');
    }
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(2);
  });

  it.each([
    ['Pacific/Kiritimati', '2027-04-24'],
    ['Pacific/Honolulu', '2027-04-23'],
    ['Europe/Berlin', '2027-04-23'],
  ])('counts days in the local time zone: %s', (timeZone, start) => {
    process.env.TZ = timeZone;
    const [first] = eventsOf(reminderCalendar(base));
    expect(first?.start).toBe(start);
  });

  it('counts calendar days across a change of the clocks', () => {
    process.env.TZ = 'Europe/Berlin';
    // 00:30 on 20 April, summer time; 30 days of 24 hours earlier it is 20 March, 23:30.
    const events = eventsOf(reminderCalendar({ ...base, refreshTokenExpiresAt: Date.UTC(2027, 3, 19, 22, 30) }));
    expect(events.map(({ start }) => start)).toEqual(['2027-03-21', '2027-04-13']);
  });

  it('links to the filled-in form, and keeps no other parameter', () => {
    const formUrl = `${base.formUrl}&code=AQsecret&refresh_token=AQtoken&name=Ada#access_token=BQ`;
    const text = reminderCalendar({ ...base, formUrl });
    for (const { url, description } of eventsOf(text)) {
      expect(url).toBe(base.formUrl);
      expect(description.split('\n')).toContain(base.formUrl);
    }
    expect(text.replace(/\r\n /g, '')).not.toMatch(/AQ|BQ|Ada/);
  });

  it.each([
    ['very long', 'x'.repeat(4000)],
    ['in many scripts', 'ünï-日本語-🎵👩‍👩‍👧-'.repeat(40)],
    ['full of separators', 'a,b;c\\d:e"f\r\nBEGIN:VEVENT\r\n'.repeat(10)],
  ])('does not shorten a link that is %s', (_what, clientId) => {
    const url = new URL('https://me.example/r%C3%A9frain/ünï,;/');
    url.searchParams.set('client_id', clientId);
    const events = eventsOf(reminderCalendar({ ...base, formUrl: url.href }));
    expect(events).toHaveLength(2);
    for (const event of events) {
      expect(new URL(event.url).searchParams.get('client_id')).toBe(url.searchParams.get('client_id'));
      expect(event.description.split('\n').at(-1)).toBe(event.url);
    }
  });

  it('has lines of at most 75 octets that end with CRLF and cut no character', () => {
    const text = reminderCalendar({ ...base, formUrl: `${base.formUrl}&scope=${'🎵'.repeat(50)}` });
    expect(text.endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n\uFFFD]/);
    }
  });

  it('replaces its events when it is imported again', () => {
    const uids = (options: ReminderCalendarOptions) => eventsOf(reminderCalendar(options)).map(({ uid }) => uid);
    expect(uids({ ...base, now: base.now + day })).toEqual(uids(base));
    expect(uids({ ...base, uidSeed: 'another' })).not.toEqual(uids(base));
    expect(uids({ ...base, uidSeed: 'a\r\nBEGIN:VEVENT' })).toHaveLength(2);
  });

  it('leaves out a day that has passed, and reminds today if both have', () => {
    process.env.TZ = 'UTC';
    const at = (now: number) => eventsOf(reminderCalendar({ ...base, now })).map(({ start }) => start);
    expect(at(Date.UTC(2027, 3, 23, 22))).toEqual(['2027-04-23', '2027-05-16']);
    expect(at(Date.UTC(2027, 3, 24))).toEqual(['2027-05-16']);
    expect(at(Date.UTC(2027, 4, 20, 12))).toEqual(['2027-05-20']);
  });

  it('names practice in the summary', () => {
    for (const { summary } of eventsOf(reminderCalendar({ ...base, isPractice: true }))) {
      expect(summary).toMatch(/^Practice: /);
    }
    for (const { summary } of eventsOf(reminderCalendar(base))) expect(summary).not.toContain('Practice');
  });

  it('has no link if there is no form to link to', () => {
    for (const { url, description } of eventsOf(reminderCalendar({ ...base, formUrl: undefined }))) {
      expect(url).toBe('null');
      expect(description).toMatch(/Sign in again:$/);
    }
  });

  it('leaves out the day of consent if it is not known', () => {
    const [event] = eventsOf(reminderCalendar({ ...base, authorizedAt: undefined }));
    expect(event?.description).not.toContain('You approved it on');
    expect(eventsOf(reminderCalendar(base))[0]?.description).toContain('You approved it on 24 November 2026.');
  });
});
