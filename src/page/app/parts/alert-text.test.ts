import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../errors/error-table.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { alertText, mayPass } from './alert-text.ts';

const now = new Date(2026, 10, 24, 9, 30).getTime();

describe('what an alert says', () => {
  it('has a title, a reason and a cure for every error', () => {
    for (const code of errorCodes) {
      const { title, reason, cure } = alertText(new RefrainError(code), now);
      for (const text of [title, reason, cure]) expect(text, code).toMatch(/\S/);
    }
  });

  it('links to the emulator in practice, and never to a page of Spotify’s', () => {
    const links = errorCodes.flatMap(
      (code) => alertText(new RefrainError(code), now, 'http://127.0.0.1:4000').link ?? [],
    );
    expect(links.length).toBeGreaterThan(0);
    for (const { href, text } of links) {
      expect(href).toBe('http://127.0.0.1:4000');
      expect(text).toMatch(/^Practice: /);
    }
  });

  it('keeps Spotify’s text unchanged and separate from ours', () => {
    const said = '<script>alert(1)</script>';
    const text = alertText(new RefrainError('authorization_refused', { spotifySaid: said }), now);
    expect(text.spotifySaid).toBe(said);
    expect(`${text.title}${text.reason}${text.cure}`).not.toContain('script');
  });

  it('says when Spotify accepts requests again', () => {
    const retryAt = new Date(2026, 10, 24, 23, 5).getTime();
    expect(alertText(new RefrainError('quota_exceeded', { retryAt }), now).cure).toContain('at 23:05');
    expect(alertText(new RefrainError('quota_exceeded'), now).cure).not.toContain('again at');
  });

  it('says that it cannot see how long a pause is, if the browser hides it', () => {
    const hidden = alertText(new RefrainError('rate_limited'), now).cure;
    expect(hidden).toMatch(/seconds.*hours.*can’t see/);
    const retryAt = new Date(2026, 10, 24, 9, 30, 4).getTime();
    expect(alertText(new RefrainError('rate_limited', { retryAt }), now).cure).not.toContain('hours');
  });

  it('shows no text of an unknown error, which may contain a secret', () => {
    const text = alertText(new TypeError('AQ-refresh-token is not a function'), now);
    expect(JSON.stringify(text)).not.toContain('AQ-refresh-token');
    expect(text.cure).toMatch(/\S/);
  });
});

describe('trying again', () => {
  it('is offered if time may fix it, but not for a quota, which takes hours', () => {
    expect(errorCodes.filter((code) => mayPass(new RefrainError(code))).toSorted()).toEqual([
      'answer_too_large',
      'answer_unreadable',
      'network',
      'rate_limited',
      'refresh_under_way',
      'spotify_unavailable',
      'timed_out',
      'token_request_refused',
      'unsupported_grant_type',
      'web_api_refused',
    ]);
    expect(mayPass(new TypeError('x'))).toBe(false);
  });
});
