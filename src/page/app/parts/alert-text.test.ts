import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../errors/explanations.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { alertWords, mayPass } from './alert-text.ts';

const now = new Date(2026, 10, 24, 9, 30).getTime();

describe('what an alert says', () => {
  it('has a title, what happened, why and what to do, for every error there is', () => {
    for (const code of errorCodes) {
      const { title, happened, why, cure } = alertWords(new RefrainError(code), now);
      for (const words of [title, happened, why, cure]) expect(words, code).toMatch(/\S/);
    }
  });

  it('leads in practice to the emulator, and never to a page of Spotify’s', () => {
    const links = errorCodes.flatMap(
      (code) => alertWords(new RefrainError(code), now, 'http://127.0.0.1:4000').link ?? [],
    );
    expect(links.length).toBeGreaterThan(0);
    for (const { href, words } of links) {
      expect(href).toBe('http://127.0.0.1:4000');
      expect(words).toMatch(/practice/);
    }
  });

  it('gives Spotify’s own words as they came, apart from ours', () => {
    const said = '<script>alert(1)</script>';
    const words = alertWords(new RefrainError('authorization_refused', { spotifySaid: said }), now);
    expect(words.spotifySaid).toBe(said);
    expect(words.happened).not.toContain('script');
  });

  it('says until when Spotify wants a pause', () => {
    const retryAt = new Date(2026, 10, 24, 23, 5).getTime();
    expect(alertWords(new RefrainError('quota_exceeded', { retryAt }), now).cure).toContain('at 23:05');
    expect(alertWords(new RefrainError('quota_exceeded'), now).cure).not.toContain('again at');
  });

  it('tells nothing of a fault that is nobody’s error, for it may hold a secret', () => {
    const words = alertWords(new TypeError('AQ-refresh-token is not a function'), now);
    expect(JSON.stringify(words)).not.toContain('AQ-refresh-token');
    expect(words.cure).toMatch(/\S/);
  });
});

describe('trying again', () => {
  it('is offered where the cause may pass by itself', () => {
    for (const code of [
      'network',
      'timed_out',
      'spotify_unavailable',
      'rate_limited',
      'token_request_refused',
      'unsupported_grant_type',
    ] as const) {
      expect(mayPass(new RefrainError(code)), code).toBe(true);
    }
  });

  it('is not offered where the same request can only fail again', () => {
    for (const code of [
      'authorization_code_expired',
      'access_denied',
      'quota_exceeded',
      'client_secret_wrong',
    ] as const) {
      expect(mayPass(new RefrainError(code)), code).toBe(false);
    }
    expect(mayPass(new TypeError('x'))).toBe(false);
  });
});
