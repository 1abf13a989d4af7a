import { expect, it } from 'vitest';
import { reminderCalendar } from '../../../text/calendar.ts';
import { howToRenew } from './how-to-renew.ts';

const day = 24 * 60 * 60 * 1000;
const fileAt = (address: string) =>
  reminderCalendar({
    ...howToRenew(`${address}?client_id=3f9c&scope=user-top-read`),
    refreshTokenExpiresAt: 180 * day,
    now: 0,
    uidSeed: 'a',
  }).replaceAll('\r\n ', '');

it.each(['http://127.0.0.1:8888/', 'http://[::1]:8890/', 'http://localhost:8888/'])(
  'says how to start Refrain again, without a link, for a page at %s',
  (address) => {
    const file = fileAt(address);
    expect(file).toMatch(/npm start.*refrain page/);
    expect(file).toContain('?client_id=3f9c&scope=user-top-read');
    expect(file).not.toMatch(/http|^URL/m);
  },
);

it('links to the filled-in form of a page on a host', () => {
  expect(fileAt('https://me.github.io/refrain/')).toMatch(
    /^URL:https:\/\/me\.github\.io\/refrain\/\?client_id=3f9c&scope=user-top-read/m,
  );
});
