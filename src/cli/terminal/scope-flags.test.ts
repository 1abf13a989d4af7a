import { expect, it } from 'vitest';
import { scopes } from '../../spotify/scopes.ts';
import { selectScopes } from './scope-flags.ts';

it('is undefined without flags', () => {
  expect(selectScopes({})).toBeUndefined();
});

it.each([
  [{ scope: [''] }, []],
  [{ scope: ['user-read-email', 'user-top-read'] }, ['user-top-read', 'user-read-email']],
  [{ scope: ['user-read-email,user-top-read user-top-read'] }, ['user-top-read', 'user-read-email']],
  [{ scope: ['all'] }, scopes.map(({ name }) => name)],
  [{ preset: ['Now playing'] }, ['user-read-currently-playing', 'user-read-playback-state']],
  [{ preset: ['profile'], scope: ['user-top-read'] }, ['user-top-read', 'user-read-private', 'user-read-email']],
  [{ preset: ['select all'] }, scopes.map(({ name }) => name)],
])('%j are %j', (flags, expected) => {
  expect(selectScopes(flags)).toEqual(expected);
});

it.each([
  [{ scope: ['user-red-email'] }, 'Did you mean user-read-email?'],
  [{ scope: ['USER-READ-EMAIL'] }, 'Did you mean user-read-email'],
  [{ preset: ['now-plaing'] }, 'Did you mean now-playing?'],
  [{ preset: ['zzz'] }, 'listening-history'],
])('%j is wrong usage', (flags, text) => {
  expect(() => selectScopes(flags)).toThrow(
    expect.objectContaining({ code: 'wrong_usage', detail: expect.stringContaining(text) }),
  );
});
