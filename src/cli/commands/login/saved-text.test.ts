import { describe as group, expect, it } from 'vitest';
import { describe } from '../../../keeper/record/describe.ts';
import { createCommandText } from '../../context/command-text.ts';
import { formatReplacementNote, formatSavedLogin } from './saved-text.ts';

const account = { id: 'maya.lindqvist', accountId: undefined, displayName: 'Maya Lindqvist' };
const refreshTokenExpiresAt = Date.parse('2027-05-23T12:00:00Z');
const inProfile = (profile: string) => ({
  profile,
  refrain: createCommandText({ profile, childEnvironment: {}, packageFolder: new URL('file:///refrain/') }),
});

group('formatSavedLogin', () => {
  const firstSeen = { claimFirstSeenAt: 0, pauseFirstSeenAt: 0, refusalFirstSeenAt: 0, accessFirstSeenAt: 0 };
  const state = describe(undefined, { now: 0, isClaimantAlive: true, ...firstSeen }, false);
  const saved = { state, account: undefined, accountError: undefined };
  const options = { ...inProfile('default'), platform: 'linux', colour: false, now: 0 } as const;

  it('says who is logged in, and until when', () => {
    const [line] = formatSavedLogin(
      { ...saved, account, state: { ...state, refreshTokenExpiresAt, daysLeft: 180 } },
      options,
    ).split('\n');
    expect(line).toBe('Logged in as Maya Lindqvist (profile “default”). Valid until 23 May 2027 (180 days).');
  });

  it('says if account and expiry are unknown', () => {
    expect(formatSavedLogin(saved, options)).toMatch(
      /^Logged in \(profile “default”\)\. Expiry unknown \(no consent date\)\./,
    );
  });

  it('explains on Windows what protects the file', () => {
    expect(formatSavedLogin(saved, { ...options, platform: 'win32' })).toContain('takes the place of 0600');
    expect(formatSavedLogin(saved, options)).not.toContain('Windows');
  });
});

group('formatReplacementNote', () => {
  it('names the account, the expiry and the other ways', () => {
    const note = formatReplacementNote({ state: 'live', account, refreshTokenExpiresAt }, inProfile('work'));
    expect(note).toContain('“work”');
    expect(note).toContain('Maya Lindqvist (maya.lindqvist), valid until 23 May 2027');
    expect(note).toContain('refrain renew --profile work');
  });

  it('leaves out what is unknown', () => {
    const unknown = { state: 'unknown', account: undefined, refreshTokenExpiresAt: undefined } as const;
    expect(formatReplacementNote(unknown, inProfile('default'))).toMatch(/already has a token\. [^]* refrain renew\n/);
  });

  it.each(['none', 'expired'] as const)('is empty if the state is %s', (state) => {
    expect(formatReplacementNote({ state, account, refreshTokenExpiresAt }, inProfile('default'))).toBe('');
  });
});
