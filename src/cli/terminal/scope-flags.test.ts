import { expect, it } from 'vitest';
import { scopes } from '../../spotify/scopes.ts';
import { scopesWanted } from './scope-flags.ts';

it('is nothing where no flag says anything', () => {
  expect(scopesWanted({})).toBeUndefined();
});

it.each([
  [{ scope: [''] }, []],
  [{ scope: ['user-read-email', 'user-top-read'] }, ['user-top-read', 'user-read-email']],
  [{ scope: ['user-read-email,user-top-read user-top-read'] }, ['user-top-read', 'user-read-email']],
  [{ scope: ['all'] }, scopes.map(({ name }) => name)],
  [{ preset: ['Now playing'] }, ['user-read-currently-playing', 'user-read-playback-state']],
  [{ preset: ['profile'], scope: ['user-top-read'] }, ['user-top-read', 'user-read-private', 'user-read-email']],
  [{ preset: ['select all'] }, scopes.map(({ name }) => name)],
])('%j are %j', (given, expected) => {
  expect(scopesWanted(given)).toEqual(expected);
});

it.each([
  [{ scope: ['user-red-email'] }, 'Did you mean user-read-email?'],
  [{ scope: ['USER-READ-EMAIL'] }, 'Did you mean user-read-email'],
  [{ preset: ['now-plaing'] }, 'Did you mean now-playing?'],
  [{ preset: ['zzz'] }, 'listening-history'],
])('%j is wrong usage', (given, words) => {
  expect(() => scopesWanted(given)).toThrow(
    expect.objectContaining({ code: 'wrong_usage', detail: expect.stringContaining(words) }),
  );
});
