import { createCommandText } from '../../context/command-text.ts';
import { describe, expect, it } from 'vitest';
import type { KeptState } from '../../../keeper/record/state.ts';
import { spotify } from '../../../spotify/endpoints.ts';
import { errorCodes } from '../../../errors/explanations.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { checkNames } from './check.ts';
import type { AuthorizeAnswer, Facts } from './facts.ts';
import { exitCodeFor, judge } from './judge.ts';

const now = Date.UTC(2026, 10, 24, 10);
const answer: AuthorizeAnswer = {
  status: 303,
  location: 'https://accounts.spotify.com/login?continue=x',
  text: '',
  date: now,
  sentAt: now,
  receivedAt: now + 200,
};
const kept: KeptState = {
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
  warned: undefined,
  notes: {},
};
const well: Facts = {
  isInVariableAlone: false,
  refrain: createCommandText({ profile: 'default', childEnvironment: {} }),
  now,
  nodeVersion: '20.19.0',
  unusedProxy: undefined,
  endpoints: spotify,
  accounts: answer,
  api: { status: 401, date: now, sentAt: now, receivedAt: now },
  clientId: kept.clientId,
  redirectUri: { sent: 'http://127.0.0.1:8888/', registered: 'http://127.0.0.1/' },
  kept,
  secret: 'not needed',
  secretAnswer: undefined,
  refresh: 'done',
  account: { id: 'maya' },
};
const line = (facts: Partial<Facts>, name: string) => judge({ ...well, ...facts }).find((one) => one.name === name)!;
const network = (code: string) => new RefrainError('network', { cause: { code } });

describe('judging what was learnt', () => {
  it('is all well with Spotify itself, but for the redirect URI, of which nobody tells before sign-in', () => {
    const checks = judge(well);
    expect(checks.map(({ name }) => name)).toEqual(checkNames);
    expect(checks.filter(({ verdict }) => verdict !== 'ok').map(({ name }) => name)).toEqual(['redirect_uri']);
    expect(exitCodeFor(checks)).toBe(0);
  });

  it('gives a cure for whatever is wrong, whichever error comes at whichever place', () => {
    for (const code of errorCodes) {
      const error = new RefrainError(code, { retryAt: now + 3_600_000 });
      for (const facts of [
        { refresh: error, account: undefined },
        { secret: 'there', secretAnswer: error, refresh: undefined, account: undefined },
        { account: error },
        { kept: error, refresh: undefined, account: undefined },
        { accounts: error },
        { api: error },
      ] as const) {
        const checks = judge({ ...well, ...facts });
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
  ])('judges Node %s: %s', (nodeVersion, verdict) => {
    expect(line({ nodeVersion }, 'node').verdict).toBe(verdict);
  });

  it.each([
    ['ENOTFOUND', /cannot be looked up/],
    ['ECONNREFUSED', /refused/],
    ['UND_ERR_CONNECT_TIMEOUT', /in time/],
    ['SELF_SIGNED_CERT_IN_CHAIN', /not Spotify/],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', /not Spotify/],
    ['CERT_HAS_EXPIRED', /not valid today/],
    ['EHOSTUNREACH', /cannot be reached/],
  ])('tells %s in words', (code, words) => {
    const { verdict, message } = line({ api: network(code) }, 'network');
    expect(verdict).toBe('wrong');
    expect(message).toContain('api.spotify.com');
    expect(message).toMatch(words);
  });

  it('names a proxy that Node does not use', () => {
    expect(line({ accounts: network('ENOTFOUND'), unusedProxy: 'HTTPS_PROXY' }, 'network').cure).toContain(
      'HTTPS_PROXY',
    );
  });

  it('takes a minute for no wrong clock, and a missing Date for no verdict', () => {
    expect(line({ accounts: { ...answer, date: now - 60_000 } }, 'clock').verdict).toBe('ok');
    expect(line({ accounts: { ...answer, date: now - 180_000 } }, 'clock').message).toContain('3 minutes ahead');
    expect(line({ accounts: { ...answer, date: undefined } }, 'clock').verdict).toBe('unknown');
  });

  it('knows the app by a refusal of its token, and not before', () => {
    const refused = { refresh: new RefrainError('refresh_token_suspect'), account: undefined };
    expect(line(refused, 'client_id').verdict).toBe('ok');
    const unasked = { kept: { ...kept, state: 'none' as const }, refresh: undefined, account: undefined };
    expect(line(unasked, 'client_id').verdict).toBe('unknown');
    expect(line({ ...unasked, clientId: 'abc' }, 'client_id').message).toContain('does not look like one');
  });

  it('says how soon a token ends, and that nobody knows', () => {
    expect(line({ kept: { ...kept, state: 'expiring', daysLeft: 3 } }, 'refresh_token').cure).toContain(
      'refrain renew',
    );
    const unknown = { ...kept, state: 'unknown', daysLeft: undefined, refreshTokenExpiresAt: undefined } as const;
    expect(line({ kept: unknown }, 'refresh_token').message).toContain('Nobody knows');
  });

  it('names the profile in cures', () => {
    const refresh = new RefrainError('refresh_token_expired');
    const refrain = createCommandText({ profile: 'work', childEnvironment: {} });
    expect(line({ refresh, refrain }, 'refresh_token').cure).toContain('--profile work');
  });
});
