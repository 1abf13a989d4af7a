import { describe, expect, it } from 'vitest';
import { refreshTokenEnd } from '../../../grants/token-set.ts';
import { tokenLife } from './token-life.ts';

// Local times: the bar is drawn in the user's time zone.
const consent = new Date(2026, 10, 24, 12).getTime();
const end = refreshTokenEnd(consent);
const dayAfter = (days: number) => new Date(2026, 10, 24 + days, 13).getTime();

describe('tokenLife', () => {
  it('begins with 180 days, and has a bar for each month that begins inside', () => {
    const life = tokenLife(consent, end, consent);
    expect([life.day, life.daysLeft, life.phase]).toEqual([0, 180, 'early']);
    expect(life.months.map(({ name }) => name)).toEqual(['Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May']);
    // Noon of 24 November to the midnight before 1 December: six days and a half.
    expect(life.months[0]?.day).toBeCloseTo(6.5, 1);
    expect(life.months.every(({ day }) => day > 0 && day < 180)).toBe(true);
  });

  it('has no bar for the month of consent, even if consent was on its first day', () => {
    const first = new Date(2026, 11, 1, 9).getTime();
    expect(tokenLife(first, refreshTokenEnd(first), first).months.map(({ name }) => name)).toEqual([
      'Jan',
      'Feb',
      'Mar',
      'Apr',
      'May',
    ]);
  });

  it('counts whole days', () => {
    expect(tokenLife(consent, end, consent + 23 * 3_600_000).day).toBe(0);
    const life = tokenLife(consent, end, dayAfter(96));
    expect([life.day, life.daysLeft, life.phase]).toEqual([96, 84, 'early']);
  });

  it('changes to renewing 30 days before the end, on the day that it names', () => {
    expect(tokenLife(consent, end, dayAfter(149)).phase).toBe('early');
    expect(tokenLife(consent, end, dayAfter(151)).phase).toBe('renew');
    const named = new Date(tokenLife(consent, end, consent).renewFrom);
    const last = new Date(end);
    expect(new Date(named.getFullYear(), named.getMonth(), named.getDate() + 30).toDateString()).toBe(
      last.toDateString(),
    );
  });

  it('expires at the end and stays inside the bar', () => {
    expect(tokenLife(consent, end, end - 1).phase).toBe('renew');
    const life = tokenLife(consent, end, end + 86_400_000 * 40);
    expect([life.day, life.daysLeft, life.phase]).toEqual([180, 0, 'expired']);
  });

  it('is never before day 0, if the clock was set back', () => {
    expect(tokenLife(consent, end, consent - 86_400_000).day).toBe(0);
  });
});
