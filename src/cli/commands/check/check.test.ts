import { createCommandText } from '../../context/command-text.ts';
import { describe, expect, it } from 'vitest';
import type { KeptState } from '../../../keeper/record/state.ts';
import { spotify } from '../../../spotify/endpoints.ts';
import { errorCodes } from '../../../errors/error-table.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { checkNames } from './check-result.ts';
import type { AuthorizeAnswer, Facts } from './facts.ts';
import { checkAll, exitCodeFor } from './check.ts';

const now = Date.UTC(2026, 10, 24, 10);
const answer: AuthorizeAnswer = {
  status: 303,
  location: 'https://accounts.spotify.com/login?continue=x',
  text: '',
  date: now,
  sentAt: now,
  receivedAt: now + 200,
};
const token: KeptState = {
  state: 'live',
  clientId: '3f9c0b7e5a2d4c18b6e1f07a9d245c83',
  accountsUrl: spotify.accountsUrl,
  grant: 'authorization_code_pkce',
  scopes: ['user-top-read'],
  askedScopes: ['user-top-read'],
  account: undefined,
  authorizedAt: now,
  firstSeenAt: now,
  refreshTokenExpiresAt: now + 180 * 86_400_000,
  daysLeft: 180,
  accessTokenExpiresAt: undefined,
  rotates: false,
  nextTryAt: undefined,
  refusal: undefined,
  unsaved: false,
  restoredAt: undefined,
  seedIgnored: false,
  warned: undefined,
  notes: {},
};
const well: Facts = {
  profile: 'default',
  refrain: createCommandText({ profile: 'default', childEnvironment: {}, packageFolder: new URL('file:///refrain/') }),
  now,
  nodeVersion: '20.19.0',
  unusedProxy: undefined,
  endpoints: spotify,
  accounts: answer,
  api: { status: 401, date: now, sentAt: now, receivedAt: now },
  clientId: token.clientId,
  appSource: 'token',
  redirectUri: { sent: 'http://127.0.0.1:8888/callback', registered: 'http://127.0.0.1:8888/callback' },
  token,
  secret: 'not needed',
  secretAnswer: undefined,
  refresh: 'done',
  account: { id: 'maya' },
};
const line = (facts: Partial<Facts>, name: string) => checkAll({ ...well, ...facts }).find((one) => one.name === name)!;
const network = (code: string) => new RefrainError('network', { cause: { code } });

describe('checkAll', () => {
  it('finds nothing wrong, except that Spotify does not check the redirect URI before sign-in', () => {
    const checks = checkAll(well);
    expect(checks.map(({ name }) => name)).toEqual(checkNames);
    expect(checks.filter(({ verdict }) => verdict !== 'ok').map(({ name }) => name)).toEqual(['redirect_uri']);
    expect(exitCodeFor(checks)).toBe(0);
  });

  it('has a cure for each error at each step', () => {
    for (const code of errorCodes) {
      const error = new RefrainError(code, { retryAt: now + 3_600_000 });
      for (const facts of [
        { refresh: error, account: undefined },
        { secret: 'present', secretAnswer: error, refresh: undefined, account: undefined },
        { account: error },
        { token: error, refresh: undefined, account: undefined },
        { accounts: error },
        { api: error },
      ] as const) {
        const checks = checkAll({ ...well, ...facts });
        expect(checks.map(({ name }) => name)).toEqual(checkNames);
        for (const { verdict, message, cure, exitCode } of checks) {
          expect(message).not.toBe('');
          expect(verdict === 'wrong' ? Boolean(cure) && exitCode !== 0 : true).toBe(true);
        }
        expect(exitCodeFor(checks), code).not.toBe(0);
      }
    }
  });

  it.each([
    ['18.20.0', 'wrong'],
    ['20.18.3', 'wrong'],
    ['20.19.0', 'ok'],
    ['26.0.0', 'ok'],
  ])('checks Node %s: %s', (nodeVersion, verdict) => {
    expect(line({ nodeVersion }, 'node').verdict).toBe(verdict);
  });

  it.each([
    ['ENOTFOUND', /name lookup failed/],
    ['ECONNREFUSED', /connection refused/],
    ['UND_ERR_CONNECT_TIMEOUT', /timed out/],
    ['SELF_SIGNED_CERT_IN_CHAIN', /not Spotify/],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', /not Spotify/],
    ['CERT_HAS_EXPIRED', /not valid today/],
    ['EHOSTUNREACH', /connection failed/],
  ])('explains %s', (code, text) => {
    const { verdict, message } = line({ api: network(code) }, 'network');
    expect(verdict).toBe('wrong');
    expect(message).toContain('api.spotify.com');
    expect(message).toMatch(text);
  });

  it('names a proxy that Node ignores', () => {
    expect(line({ accounts: network('ENOTFOUND'), unusedProxy: 'HTTPS_PROXY' }, 'network').cure).toContain(
      'HTTPS_PROXY',
    );
  });

  it('allows a clock to be a minute off, and needs a Date', () => {
    expect(line({ accounts: { ...answer, date: now - 60_000 } }, 'clock').verdict).toBe('ok');
    expect(line({ accounts: { ...answer, date: now - 180_000 } }, 'clock').message).toContain('3 minutes fast');
    expect(line({ accounts: { ...answer, date: undefined } }, 'clock').verdict).toBe('unknown');
  });

  it('knows the app once Spotify has refused its token', () => {
    const refused = { refresh: new RefrainError('refresh_token_suspect'), account: undefined };
    expect(line(refused, 'client_id').verdict).toBe('ok');
    const unasked = { token: new RefrainError('not_logged_in'), refresh: undefined, account: undefined };
    expect(line(unasked, 'client_id').verdict).toBe('unknown');
    expect(line({ ...unasked, clientId: 'abc' }, 'client_id').message).toContain('has 32 characters; this has 3');
  });

  it('says when a token expires, or that it is unknown', () => {
    expect(line({ token: { ...token, state: 'expiring', daysLeft: 3 } }, 'refresh_token').cure).toContain(
      'refrain renew',
    );
    const unknown = { ...token, state: 'unknown', daysLeft: undefined, refreshTokenExpiresAt: undefined } as const;
    expect(line({ token: unknown }, 'refresh_token').message).toContain('Expiry unknown');
  });

  it('does not call a token ok after its end date', () => {
    const over = { token: { ...token, state: 'expiring', daysLeft: 0 } } as const;
    expect(line(over, 'refresh_token')).toMatchObject({ verdict: 'wrong', exitCode: 3 });
    expect(line(over, 'refresh_token').message).toContain('180 days ended');
  });

  it('gives the usual causes of an early rejection', () => {
    const refresh = new RefrainError('refresh_token_suspect', { spotifySaid: 'invalid_grant' });
    expect(line({ refresh, account: undefined }, 'refresh_token').message).toMatch(
      /removed the app’s access, or changed your password/,
    );
  });

  it('gives the end of a rate limit to the second', () => {
    const account = new RefrainError('rate_limited', { retryAt: now + 7300 });
    expect(line({ account }, 'premium').message).toMatch(/until \d\d:00:08\./);
  });

  it.each([
    ['', /Rate limited by Spotify until \d\d:00:08\./],
    ['{"error":"QUOTA_EXCEEDED"}', /until \d\d:00:08\./],
  ])('says that Spotify asks to wait before it shows its sign-in: %j', (text, says) => {
    const accounts = { ...answer, location: undefined, status: 429, text, retryAt: now + 7300 };
    expect(line({ accounts }, 'redirect_uri')).toMatchObject({ verdict: 'unknown', exitCode: 1 });
    expect(line({ accounts }, 'redirect_uri').message).toMatch(says);
    expect(line({ accounts: { ...accounts, retryAt: undefined } }, 'redirect_uri').message).not.toContain('clear');
  });

  it('is sure of a redirect URI only if the server sends the browser exactly there, or is not Spotify', () => {
    const verdict = (answered: Partial<AuthorizeAnswer>, endpoints = spotify) =>
      line({ accounts: { ...answer, location: undefined, ...answered }, endpoints }, 'redirect_uri').verdict;
    expect(verdict({ location: 'http://127.0.0.1:8888/callback?code=a' })).toBe('ok');
    expect(verdict({ location: 'http://127.0.0.1:8888/callback/other?code=a' })).toBe('unknown');
    expect(verdict({ status: 200 })).toBe('unknown');
    const emulator = { accountsUrl: 'http://127.0.0.1:8889', apiUrl: 'http://127.0.0.1:8889' };
    expect(verdict({ status: 200 }, emulator)).toBe('ok');
  });

  it('names the app if it is not that of the token, and does not conclude from the token', () => {
    const other = { clientId: 'f'.repeat(32), appSource: 'last login' } as const;
    expect(line(other, 'redirect_uri').cure).toContain('client ID ffffffff…');
    expect(line(other, 'client_id')).toMatchObject({ verdict: 'unknown', message: expect.stringContaining('ffff') });
  });

  it('names the profile in cures', () => {
    const refresh = new RefrainError('refresh_token_expired');
    const refrain = createCommandText({
      profile: 'work',
      childEnvironment: {},
      packageFolder: new URL('file:///refrain/'),
    });
    expect(line({ refresh, refrain }, 'refresh_token').cure).toContain('--profile work');
  });
});
