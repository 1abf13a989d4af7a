import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRedirectUri } from '../../spotify/redirect-uri.ts';
import { isSurelyAllowed } from './own-address.ts';

describe('a redirect URI that is surely allowed', () => {
  it.each([
    'https://me.github.io/refrain/',
    'https://me.example:8443/a_b/c-d~e.f/',
    'http://127.0.0.1:8888/',
    'http://127.0.0.1/refrain/',
    'http://[::1]:8888/',
  ])('is allowed: %s', (uri) => {
    expect(isSurelyAllowed(uri)).toBe(true);
    expect(judgeRedirectUri(uri)).toEqual({ verdict: 'allowed' });
  });

  it.each([
    'http://localhost:8888/',
    'https://localhost/',
    'https://app.localhost/',
    'https://localhost./',
    'http://me.example/',
    'http://192.168.0.2:8888/',
    'http://127.0.0.1:8888/my-page/',
    'http://0.0.0.0:8888/',
    'file:///home/refrain/',
    'null/',
    'https://me.example/ä/',
    'https://me.example/a%20b/',
  ])('is left to the complete rules: %s', (uri) => {
    expect(isSurelyAllowed(uri)).toBe(false);
  });

  it('is also allowed by the complete rules', () => {
    const host = fc.constantFrom(
      'me.example',
      'localhost',
      'a.localhost',
      'localhost.',
      '127.0.0.1',
      '127.1',
      '[::1]',
      '0.0.0.0',
      'localhost.example',
    );
    const path = fc.stringMatching(/^(\/[a-z~*\\%@.-]{0,4}){1,3}$/);
    const uri = fc.tuple(fc.constantFrom('http', 'https'), host, fc.constantFrom('', ':8888'), path);
    fc.assert(
      fc.property(uri, ([scheme, name, port, rest]) => {
        const address = `${scheme}://${name}${port}${rest}`;
        fc.pre(isSurelyAllowed(address));
        expect(judgeRedirectUri(address)).toEqual({ verdict: 'allowed' });
      }),
    );
  });
});
