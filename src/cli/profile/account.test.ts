import { expect, it } from 'vitest';
import { accountName } from './account.ts';

it('removes control characters from a name, and keeps emoji and other scripts', () => {
  const hostile = '\u001B[2J\u001B]0;x\u0007 Ev\u202Eil\nname \u009B31m';
  expect(accountName({ id: 'maya\u001B[1m', displayName: hostile })).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(accountName({ id: 'm', displayName: ' \u0007 ' })).toBe('m');
  const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467} \u0646\u0648\u0631';
  expect(accountName({ id: 'm', displayName: family })).toBe(`${family} (m)`);
});

it('shows the display name, and the ID if it differs', () => {
  expect(accountName({ id: 'maya', displayName: 'Maya' })).toBe('Maya (maya)');
  expect(accountName({ id: 'maya', displayName: 'maya' })).toBe('maya');
  expect(accountName({ id: 'maya' })).toBe('maya');
});
