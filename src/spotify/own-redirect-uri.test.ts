import { expect, it } from 'vitest';
import { ownRedirectUriOf } from './own-redirect-uri.ts';

it.each([
  ['https://me.github.io/refrain/index.html?scope=all#top', undefined, { sent: 'https://me.github.io/refrain/' }],
  ['http://127.0.0.1:8890/', undefined, { sent: 'http://127.0.0.1:8890/' }],
  ['http://127.0.0.1:8888/?scope=all', '/callback', { sent: 'http://127.0.0.1:8888/callback' }],
  ['http://127.0.0.1:8888/callback?code=AQ', '/callback', { sent: 'http://127.0.0.1:8888/callback' }],
  [
    'http://127.0.0.1:8889/',
    '/callback',
    { sent: 'http://127.0.0.1:8889/callback', withoutPort: 'http://127.0.0.1/callback' },
  ],
  ['http://[::1]:8889/', '/callback', { sent: 'http://[::1]:8889/callback', withoutPort: 'http://[::1]/callback' }],
  ['https://example.com/', '/callback', { sent: 'https://example.com/callback' }],
])('finds the redirect URI of the page %s with the callback path %s', (page, callbackPath, expected) => {
  expect(ownRedirectUriOf(page, callbackPath)).toEqual(expected);
});
