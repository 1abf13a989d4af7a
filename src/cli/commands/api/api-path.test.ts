import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readApiPath } from './api-path.ts';

it.each([
  ['/me', '/v1/me'],
  ['/v1/me', '/v1/me'],
  ['me/player', '/v1/me/player'],
  ['v1/me', '/v1/me'],
  ['/v1x/me', '/v1/v1x/me'],
  ['/me/player/recently-played?limit=10&after=1', '/v1/me/player/recently-played?limit=10&after=1'],
  ['/search?q=a:b//..%20c&type=track', '/v1/search?q=a:b//..%20c&type=track'],
  ['/users/%C3%BC/playlists', '/v1/users/%C3%BC/playlists'],
  ['/me#part', '/v1/me'],
])('%s is the path %s', (text, path) => {
  expect(readApiPath(text)).toBe(path);
});

it.each([
  '',
  '/',
  'https://api.spotify.com/v1/me',
  'HTTPS:/evil.example/',
  '//evil.example/v1/me',
  '/\\evil.example/v1/me',
  '\\\\evil.example',
  '/v1//evil.example',
  '/v1/../emulator',
  '/v1/%2E%2e/emulator',
  '/v1/.%2e/emulator',
  '/./me',
  '/me\n',
  '/me?a=\u0000',
  '/me/',
  'evil.example:443/me',
])('%j is not a path of the Web API', (text) => {
  expect(() => readApiPath(text)).toThrow(expect.objectContaining({ code: 'wrong_usage' }));
});

it('never leaves the Web API, and does not repeat what was typed', () => {
  const part = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '%2e',
    '%2F',
    ':',
    '@',
    '?',
    '#',
    'v1',
    'me',
    'evil.example',
    '\t',
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
      const text = parts.join('');
      try {
        const url = new URL(readApiPath(text), 'https://api.spotify.com');
        expect(url.origin).toBe('https://api.spotify.com');
        expect(url.pathname).toMatch(/^\/v1(?:\/|$)/);
      } catch (error) {
        expect(error).toMatchObject({ code: 'wrong_usage' });
        if (text.length > 12) expect(String((error as Error).message)).not.toContain(text);
      }
    }),
  );
});
