import { expect, it } from 'vitest';
import { accountName, isAnother } from './whose.ts';

it.each([
  [{ id: 'a' }, { id: 'a' }, false],
  [{ id: 'a' }, { id: 'b' }, true],
  [{ id: 'a', accountId: '1' }, { id: 'b', accountId: '1' }, false],
  [{ id: 'a', accountId: '1' }, { id: 'a', accountId: '2' }, true],
  [{ id: 'a', accountId: '1' }, { id: 'a' }, false],
  [undefined, { id: 'a' }, undefined],
  [{ id: 'a' }, undefined, undefined],
])('%j and %j are different: %s', (one, other, expected) => {
  expect(isAnother(one, other)).toBe(expected);
});

it('names an account as a person knows it', () => {
  expect(accountName({ id: 'maya', displayName: 'Maya' })).toBe('Maya (maya)');
  expect(accountName({ id: 'maya', displayName: 'maya' })).toBe('maya');
  expect(accountName({ id: 'maya' })).toBe('maya');
});
