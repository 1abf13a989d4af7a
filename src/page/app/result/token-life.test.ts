import { describe, expect, it } from 'vitest';
import { refreshTokenEnd } from '../../../grants/token-set.ts';
import { tokenLife } from './token-life.ts';

// Local times throughout: the bar is drawn in the reader's time zone, whichever that is.
const consent = new Date(2026, 10, 24, 12).getTime();
const end = refreshTokenEnd(consent);
const dayAfter = (days: number) => new Date(2026, 10, 24 + days, 13).getTime();

describe('the life of a refresh token, drawn to scale', () => {
  it('begins with all its days, and a bar for each month that begins inside', () => {
    const life = tokenLife(consent, end, consent);
    expect([life.day, life.daysLeft, life.phase]).toEqual([0, 180, 'young']);
    expect(life.months.map(({ name }) => name)).toEqual(['Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May']);
    // Noon of 24 November to the midnight before 1 December: six days and a half.
    expect(life.months[0]?.day).toBeCloseTo(6.5, 1);
    expect(life.months.every(({ day }) => day > 0 && day < 180)).toBe(true);
  });

  it('has no bar for the month that consent was given in, even on its first day', () => {
    const first = new Date(2026, 11, 1, 9).getTime();
    expect(tokenLife(first, refreshTokenEnd(first), first).months.map(({ name }) => name)).toEqual([
      'Jan',
      'Feb',
      'Mar',
      'Apr',
      'May',
    ]);
  });

  it('moves on by whole days', () => {
    expect(tokenLife(consent, end, consent + 23 * 3_600_000).day).toBe(0);
    const life = tokenLife(consent, end, dayAfter(96));
    expect([life.day, life.daysLeft, life.phase]).toEqual([96, 84, 'young']);
  });

  it('turns to renewing thirty days before the end, on the day that it names', () => {
    expect(tokenLife(consent, end, dayAfter(149)).phase).toBe('young');
    expect(tokenLife(consent, end, dayAfter(151)).phase).toBe('renew');
    const named = new Date(tokenLife(consent, end, consent).renewFrom);
    const last = new Date(end);
    expect(new Date(named.getFullYear(), named.getMonth(), named.getDate() + 30).toDateString()).toBe(
      last.toDateString(),
    );
  });

  it('is over at its end and stays inside the bar', () => {
    expect(tokenLife(consent, end, end - 1).phase).toBe('renew');
    const life = tokenLife(consent, end, end + 86_400_000 * 40);
    expect([life.day, life.daysLeft, life.phase]).toEqual([180, 0, 'over']);
  });

  it('does not fall out on the left where the clock was set back', () => {
    expect(tokenLife(consent, end, consent - 86_400_000).day).toBe(0);
  });
});
