import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isRefrainError } from '../../../errors/refrain-error.ts';
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

it('never leaves the Web API', () => {
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
  const urlOf = (text: string) => {
    try {
      return new URL(readApiPath(text), 'https://api.spotify.com');
    } catch (error) {
      if (isRefrainError(error) && error.code === 'wrong_usage') return undefined;
      throw error;
    }
  };
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
      const { href } = urlOf(parts.join('')) ?? { href: 'https://api.spotify.com/v1' };
      expect(href).toMatch(/^https:\/\/api\.spotify\.com\/v1(?:[/?]|$)/);
    }),
  );
});
