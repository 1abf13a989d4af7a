import { describe, expect, it } from 'vitest';
import { createCommandText } from '../../context/command-text.ts';
import { oddClientIdWords, replacedWords } from './login-notes.ts';

const inProfile = (profile: string) => ({ profile, refrain: createCommandText({ profile, childEnvironment: {} }) });
const account = { id: 'maya.lindqvist', accountId: undefined, displayName: 'Maya Lindqvist' };
const end = Date.parse('2027-05-23T12:00:00Z');

describe('what a login is told of the token that it replaces', () => {
  it('says whose it is, until when, and what there is instead', () => {
    const words = replacedWords({ state: 'live', account, refreshTokenExpiresAt: end }, inProfile('work'));
    expect(words).toContain('\u201cwork\u201d');
    expect(words).toContain('Maya Lindqvist (maya.lindqvist), until 23 May 2027');
    expect(words).toContain('refrain renew --profile work');
  });

  it('leaves out what is not known', () => {
    const unknown = { state: 'unknown', account: undefined, refreshTokenExpiresAt: undefined } as const;
    expect(replacedWords(unknown, inProfile('default'))).toMatch(/keeps a token already\. .* refrain renew\./);
  });

  it.each(['none', 'expired'] as const)('says nothing where the token that stands there is %s', (state) => {
    expect(replacedWords({ state, account, refreshTokenExpiresAt: end }, inProfile('default'))).toBe('');
  });
});

it('says what is odd about a client ID, and nothing of one as Spotify gives them out', () => {
  expect(oddClientIdWords('0ac71ce0decade5eed0facade0c0ffee')).toBe('');
  expect(oddClientIdWords('0AC71CE0DECADE5EED0FACADE0C0FFEE')).toBe('');
  expect(oddClientIdWords('abc')).toContain('A client ID has 32 characters; this has 3.');
  expect(oddClientIdWords('z'.repeat(32))).toContain('A client ID has only 0\u20139 and a\u2013f.');
});
