import { describe, expect, it } from 'vitest';
import { readCallbackRequest, type CallbackRequest } from './callback-request.ts';

const read = (changes: Partial<CallbackRequest>, callbackPath = '/callback') =>
  readCallbackRequest(
    { method: 'GET', target: '/callback?code=a&state=b', host: '127.0.0.1:8888', purpose: undefined, ...changes },
    callbackPath,
  );

describe('readCallbackRequest', () => {
  it('reads a callback with a code or an error', () => {
    const reading = read({});
    expect(reading.kind === 'callback' && String(reading.parameters)).toBe('code=a&state=b');
    expect(read({ target: '/callback?error=access_denied&state=b' }).kind).toBe('callback');
  });

  it.each(['127.0.0.1:1', '127.0.0.1', 'localhost:8888', '[::1]:8888', 'LOCALHOST'])('accepts the host %s', (host) => {
    expect(read({ host }).kind).toBe('callback');
  });

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:8888', '0.0.0.0', '', undefined])(
    'refuses the host %s',
    (host) => {
      expect(read({ host })).toMatchObject({ kind: 'refused', status: 421 });
    },
  );

  it.each(['POST', 'PUT', 'OPTIONS', ''])('refuses the method %s', (method) => {
    expect(read({ method })).toMatchObject({ kind: 'refused', status: 405 });
  });

  it.each(['prefetch', 'prefetch;prerender', 'Preview', 'prerender'])('refuses a prefetch: %s', (purpose) => {
    expect(read({ purpose })).toMatchObject({ kind: 'refused', status: 503 });
  });

  it('reads HEAD and the address without parameters as waiting', () => {
    expect(read({ method: 'HEAD' }).kind).toBe('waiting');
    expect(read({ target: '/callback' }).kind).toBe('waiting');
    expect(read({ target: '/callback?utm=1' }).kind).toBe('waiting');
  });

  it.each([
    '/favicon.ico',
    '/',
    '/?code=a&state=b',
    '/callback/?code=a&state=b',
    '//evil.example/?code=a',
    'http://evil.example/?code=a',
    '*',
    '',
  ])('refuses the target %j', (target) => {
    expect(read({ target }).kind).toBe('refused');
  });

  it.each(['/', '/end', '/used', '/a/b'])('reads a callback at the path %s', (path) => {
    expect(read({ target: `${path}?code=a&state=b` }, path).kind).toBe('callback');
  });

  it('knows the addresses of the result pages', () => {
    expect(read({ target: '/end' }).kind).toBe('result');
    expect(read({ target: '/used' }).kind).toBe('used');
  });
});
