import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRedirectUri } from '../../spotify/redirect-uri.ts';
import { isSurelyAllowed } from './own-address.ts';

describe('an address that needs no closer look', () => {
  it.each([
    'https://me.github.io/refrain/',
    'https://me.example:8443/a_b/c-d~e.f/',
    'http://127.0.0.1:8888/',
    'http://127.0.0.1/refrain/',
    'http://[::1]:8888/',
  ])('is one: %s', (uri) => {
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
  ])('is none: %s', (uri) => {
    expect(isSurelyAllowed(uri)).toBe(false);
  });

  it('is never one that the whole rules refuse', () => {
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
        const whole = `${scheme}://${name}${port}${rest}`;
        fc.pre(isSurelyAllowed(whole));
        expect(judgeRedirectUri(whole)).toEqual({ verdict: 'allowed' });
      }),
    );
  });
});
