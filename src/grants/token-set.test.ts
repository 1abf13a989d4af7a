import { format, inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { refreshTokenEnd, TokenSet } from './token-set.ts';

const consent = Date.UTC(2026, 10, 24, 10);
const tokens = new TokenSet({
  grant: 'authorization_code_pkce',
  accessToken: 'BQ-access',
  refreshToken: 'AQ-refresh',
  scopes: ['user-top-read'],
  askedScopes: ['user-top-read', 'user-read-email'],
  authorizedAt: consent,
  obtainedAt: consent + 1000,
  accessTokenExpiresAt: consent + 3_601_000,
});

describe('TokenSet', () => {
  it('gives its tokens by name', () => {
    expect([tokens.accessToken, tokens.refreshToken]).toEqual(['BQ-access', 'AQ-refresh']);
  });

  it.each([
    ['JSON', () => JSON.stringify({ tokens })],
    ['String()', () => String(tokens)],
    ['a template', () => `${tokens}`],
    ['joining', () => [tokens].join()],
    ['console.log', () => format(tokens)],
    ['console.log within', () => format('%o %O %s %j', { tokens }, [tokens], tokens, { tokens })],
    ['inspect', () => inspect({ tokens }, { depth: null, showHidden: true, getters: true })],
    ['inspect without its hook', () => inspect(tokens, { customInspect: false, showHidden: true })],
    ['spreading', () => JSON.stringify({ ...tokens })],
    ['cloning', () => JSON.stringify(structuredClone({ ...tokens }))],
    ['an error’s cause', () => inspect(new Error('x', { cause: tokens }))],
  ])('shows no token to %s', (_, print) => {
    expect(print()).not.toMatch(/BQ-access|AQ-refresh/);
  });

  it('shows its other fields when printed', () => {
    expect(JSON.parse(JSON.stringify(tokens))).toMatchObject({
      grant: 'authorization_code_pkce',
      accessToken: '[redacted]',
      refreshToken: '[redacted]',
      authorizedAt: consent,
      scopes: ['user-top-read'],
    });
    expect(inspect(tokens)).toContain('user-top-read');
  });

  it('expires 180 days after consent, also after a refresh', () => {
    expect(new Date(tokens.refreshTokenExpiresAt ?? 0).toISOString()).toBe('2027-05-23T10:00:00.000Z');
    expect(refreshTokenEnd(consent)).toBe(tokens.refreshTokenExpiresAt);
  });

  it('has no expiry without a date of consent or a refresh token', () => {
    const bare = { accessToken: 'BQ', obtainedAt: consent };
    expect(new TokenSet({ ...bare, refreshToken: 'AQ' }).refreshTokenExpiresAt).toBeUndefined();
    expect(new TokenSet({ ...bare, authorizedAt: consent }).refreshTokenExpiresAt).toBeUndefined();
  });

  it.each([
    ['authorization_code_pkce', undefined, true],
    ['authorization_code', undefined, true],
    ['authorization_code', 'AQ', false],
    ['temporary', undefined, false],
    ['client_credentials', undefined, false],
    [undefined, 'AQ', false],
  ] as const)('knows whether an expected refresh token is missing (%s, %s)', (grant, refreshToken, lacks) => {
    const set = new TokenSet({ grant, accessToken: 'BQ', refreshToken, obtainedAt: consent });
    expect(set.lacksRefreshToken).toBe(lacks);
  });
});
