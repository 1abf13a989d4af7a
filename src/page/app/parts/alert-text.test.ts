import { describe, expect, it } from 'vitest';
import { errorCodes, errorTable, type ErrorCode } from '../../../errors/error-table.ts';
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

  it('links to nothing in practice', () => {
    expect(errorCodes.flatMap((code) => alertText(new RefrainError(code), now, true).link ?? [])).toEqual([]);
  });

  it('keeps Spotify’s text unchanged and separate from ours', () => {
    const said = '<script>alert(1)</script>';
    const text = alertText(new RefrainError('authorization_refused', { spotifySaid: said }), now);
    expect(text.spotifySaid).toBe(said);
    expect(`${text.title}${text.reason}${text.cure}`).not.toContain('script');
  });

  it('says when Spotify accepts requests again', () => {
    const retryAt = new Date(2026, 10, 24, 23, 5).getTime();
    for (const code of ['quota_exceeded', 'rate_limited', 'spotify_unavailable'] as const) {
      expect(alertText(new RefrainError(code, { retryAt }), now).cure).toContain('at 23:05');
    }
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

describe('an error that a new sign-in cures', () => {
  const textOf = (code: ErrorCode) => alertText(new RefrainError(code), now);
  const brief = errorCodes.filter((code) => textOf(code).isBrief);

  it('has the button, and no text that repeats it', () => {
    expect(brief).toContain('authorization_code_expired');
    for (const code of brief) expect(textOf(code).isCuredBySignIn, code).toBe(true);
  });

  it('is each one of the page whose cure says so', () => {
    const elsewhere = new Set<ErrorCode>([
      // Their cure has a button of its own on the page, or begins in the form.
      'access_token_expired',
      'scope_missing',
      'scope_illegal',
      'secret_in_link',
      // Of the keeper and the command.
      'refresh_token_in_doubt',
      'account_mismatch',
    ]);
    const saysSo = errorCodes.filter((code) => /connect again|approve once more/i.test(textOf(code).cure));
    expect(saysSo.filter((code) => !elsewhere.has(code) && !textOf(code).isCuredBySignIn)).toEqual([]);
  });

  it('is a notice and not an error if only leaving the page was the cause', () => {
    expect(errorCodes.filter((code) => textOf(code).isNotice)).toEqual(['tokens_wiped', 'code_lost']);
  });

  it('keeps its whole text if something else may be the cure', () => {
    for (const code of ['redirect_uri_mismatch', 'user_not_registered', 'client_unknown'] as const) {
      expect(textOf(code).isBrief, code).toBe(false);
    }
  });
});

describe('trying again', () => {
  it('waits if waiting is the cure', () => {
    const at = (code: ErrorCode, retryAt?: number) =>
      alertText(new RefrainError(code, retryAt === undefined ? {} : { retryAt }), now).againAt;
    expect(at('rate_limited')).toBe(now + 30_000);
    expect(at('rate_limited', now + 4000)).toBe(now + 4000);
    expect(at('spotify_unavailable', now + 60_000)).toBe(now + 60_000);
    expect(at('spotify_unavailable')).toBeUndefined();
    expect(at('network')).toBeUndefined();
  });

  it('is what the cure says first, if it is offered at once', () => {
    const atOnce = errorCodes.filter((code) => {
      const error = new RefrainError(code);
      return mayPass(error) && alertText(error, now).againAt === undefined;
    });
    expect(atOnce).toContain('spotify_unavailable');
    // No cure says to wait before it says to try again.
    const waiting = /^(?:(?!try again).)*\b(?:wait\b|in a minute)/i;
    for (const code of atOnce) expect(alertText(new RefrainError(code), now).cure, code).not.toMatch(waiting);
  });

  it('is offered if time may fix it, but not for a quota, which takes hours', () => {
    const byTime = errorCodes.filter((code) => errorTable[code].fixedBy === 'time');
    const passing = errorCodes.filter((code) => mayPass(new RefrainError(code)));
    expect(passing).toEqual(byTime.filter((code) => code !== 'quota_exceeded'));
    expect(mayPass(new TypeError('x'))).toBe(false);
  });
});
