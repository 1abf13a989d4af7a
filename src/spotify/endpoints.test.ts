import { describe, expect, it } from 'vitest';
import { endpointsFrom, isSafeForSecrets, spotify } from './endpoints.ts';

describe('endpointsFrom', () => {
  it.each([{}, { accountsUrl: undefined, apiUrl: '' }, { accountsUrl: '  ' }])(
    'gives Spotify’s endpoints for %j',
    (addresses) => {
      expect(endpointsFrom(addresses)).toEqual(spotify);
    },
  );

  it('replaces one endpoint without the other', () => {
    expect(endpointsFrom({ apiUrl: 'http://127.0.0.1:4000' })).toEqual({ ...spotify, apiUrl: 'http://127.0.0.1:4000' });
  });

  it.each([
    ['https://accounts.example.com', 'https://accounts.example.com'],
    ['https://accounts.example.com/', 'https://accounts.example.com'],
    ['HTTPS://Accounts.Example.com:443', 'https://accounts.example.com'],
    ['http://127.0.0.1:8889', 'http://127.0.0.1:8889'],
    ['http://[::1]:8889/', 'http://[::1]:8889'],
    ['http://localhost:8889', 'http://localhost:8889'],
  ])('accepts %s', (address, accountsUrl) => {
    expect(endpointsFrom({ accountsUrl: address }).accountsUrl).toBe(accountsUrl);
  });

  it.each([
    'accounts.example.com',
    'http://accounts.example.com',
    'http://192.168.1.5',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'https://example.com/api',
    'https://example.com?',
    'https://example.com/#',
    'https://me:pass@example.com',
    'file:///etc',
    'javascript:alert(1)',
    '//example.com',
  ])('refuses %s', (address) => {
    const refused = expect.objectContaining({ code: 'endpoint_refused' });
    expect(() => endpointsFrom({ accountsUrl: address })).toThrow(refused);
    expect(() => endpointsFrom({ apiUrl: address })).toThrow(refused);
  });
});

it.each([
  ['https://accounts.spotify.com', true],
  ['http://127.0.0.2:8889', true],
  ['http://localhost', true],
  ['http://example.com', false],
  ['ftp://127.0.0.1', false],
])('%s is safe for secrets: %s', (url, isSafe) => {
  expect(isSafeForSecrets(new URL(url))).toBe(isSafe);
});
