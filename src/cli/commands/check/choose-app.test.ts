import { expect, it } from 'vitest';
import type { KeptState } from '../../../keeper/record/state.ts';
import { chooseApp } from './choose-app.ts';

const last = { profile: 'default', accountsUrl: '', clientId: 'last', redirectUri: 'http://127.0.0.1:9/cb' };
const savedOf = (notes: Record<string, string>) => ({ clientId: 'saved', notes }) as unknown as KeptState;
const saved = savedOf({ redirectUri: 'http://127.0.0.1:7/cb' });
const none = { flag: undefined, variable: undefined };
const standard = 'http://127.0.0.1:8888/callback';

it.each([
  ['nothing', none, undefined, undefined, [undefined, 'none', standard]],
  ['the flag', { flag: 'flag', variable: 'variable' }, saved, last, ['flag', 'flag', standard]],
  [
    'the flag, with the ID of the token',
    { ...none, flag: 'saved' },
    saved,
    last,
    ['saved', 'token', 'http://127.0.0.1:7/cb'],
  ],
  [
    'the flag, with the ID of the last login',
    { ...none, flag: 'last' },
    saved,
    last,
    ['last', 'flag', last.redirectUri],
  ],
  ['the variable', { ...none, variable: 'variable' }, saved, last, ['variable', 'variable', standard]],
  ['the last login', none, saved, last, ['last', 'last login', last.redirectUri]],
  ['the last login without a token', none, undefined, last, ['last', 'last login', last.redirectUri]],
  [
    'the token, if the last login had another profile',
    none,
    saved,
    { ...last, profile: 'work' },
    ['saved', 'token', 'http://127.0.0.1:7/cb'],
  ],
  [
    'the last login of another profile without a token',
    none,
    undefined,
    { ...last, profile: 'work' },
    ['last', 'last login', last.redirectUri],
  ],
  ['the token of version 0.1', none, savedOf({}), undefined, ['saved', 'token', 'http://127.0.0.1/']],
] as const)('chooses the app of %s', (_, named, token, login, [clientId, appSource, redirectUri]) => {
  expect(chooseApp(named, token, { last: login, profile: 'default' })).toEqual({ clientId, appSource, redirectUri });
});

it('names the redirect URI of a login for the token of a variable, which has no profile to renew', () => {
  const { redirectUri } = chooseApp(none, savedOf({}), { last: undefined, profile: undefined });
  expect(redirectUri).toBe(standard);
});
