import { describe, expect, it } from 'vitest';
import { readCallbackRequest, type CallbackRequest } from './callback-request.ts';

const read = (more: Partial<CallbackRequest>) =>
  readCallbackRequest({
    method: 'GET',
    target: '/?code=a&state=b',
    host: '127.0.0.1:8888',
    purpose: undefined,
    ...more,
  });

describe('what the loopback server is asked', () => {
  it('is an answer of Spotify’s', () => {
    const reading = read({});
    expect(reading.kind === 'callback' && String(reading.parameters)).toBe('code=a&state=b');
    expect(read({ target: '/?error=access_denied&state=b' }).kind).toBe('callback');
  });

  it.each(['127.0.0.1:1', '127.0.0.1', 'localhost:8888', '[::1]:8888', 'LOCALHOST'])('comes to %s', (host) => {
    expect(read({ host }).kind).toBe('callback');
  });

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:8888', '0.0.0.0', '', undefined])(
    'does not come to %s',
    (host) => {
      expect(read({ host })).toMatchObject({ kind: 'refused', status: 421 });
    },
  );

  it.each(['POST', 'PUT', 'OPTIONS', ''])('is refused by %s', (method) => {
    expect(read({ method })).toMatchObject({ kind: 'refused', status: 405 });
  });

  it.each(['prefetch', 'prefetch;prerender', 'Preview', 'prerender'])(
    'is no answer where a browser looks ahead: %s',
    (purpose) => {
      expect(read({ purpose })).toMatchObject({ kind: 'refused', status: 503 });
    },
  );

  it('is nothing yet for HEAD, and for the bare address', () => {
    expect(read({ method: 'HEAD' }).kind).toBe('waiting');
    expect(read({ target: '/' }).kind).toBe('waiting');
    expect(read({ target: '/?utm=1' }).kind).toBe('waiting');
  });

  it.each([
    '/favicon.ico',
    '/callback?code=a&state=b',
    '//evil.example/?code=a',
    'http://evil.example/?code=a',
    '*',
    '',
  ])('is no answer at %j', (target) => {
    expect(read({ target }).kind).toBe('refused');
  });

  it('is where a tab ends', () => {
    expect(read({ target: '/end' }).kind).toBe('end');
    expect(read({ target: '/used' }).kind).toBe('used');
  });
});
