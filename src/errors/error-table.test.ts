import { describe, expect, it } from 'vitest';
import type { ErrorFacts } from './error-facts.ts';
import { errorCodes, errorTable } from './error-table.ts';

const codesThat = (is: (facts: ErrorFacts) => boolean) => errorCodes.filter((code) => is(errorTable[code])).toSorted();

describe('the table of errors', () => {
  it('has a message, who fixes it, and an outcome for every code', () => {
    expect(errorCodes.length).toBeGreaterThan(60);
    for (const code of errorCodes) {
      expect(errorTable[code], code).toEqual({
        message: expect.stringMatching(/^\p{Lu}.*[.]$/u),
        fixedBy: expect.stringMatching(/^(caller|person|time)$/),
        outcome: expect.stringMatching(/^(not_sent|sent_unused|rejected|maybe_used)$/),
      });
    }
  });

  it('knows which errors time may fix', () => {
    expect(codesThat(({ fixedBy }) => fixedBy === 'time')).toEqual([
      'answer_too_large',
      'answer_unreadable',
      'network',
      'quota_exceeded',
      'rate_limited',
      'refresh_under_way',
      'spotify_unavailable',
      'timed_out',
      'token_request_refused',
      'unsupported_grant_type',
      'web_api_refused',
    ]);
  });

  it('knows which errors refuse a refresh token and leave it as it was', () => {
    expect(codesThat(({ outcome }) => outcome === 'rejected')).toEqual([
      'client_secret_wrong',
      'invalid_client',
      'invalid_request',
      'refresh_token_expired',
      'refresh_token_refused',
      'refresh_token_suspect',
      'token_request_refused',
      'unsupported_grant_type',
    ]);
    expect(codesThat(({ outcome }) => outcome === 'sent_unused')).toEqual(['quota_exceeded', 'rate_limited']);
  });

  it('never calls a token untouched if an answer may have been lost', () => {
    for (const code of [
      'network',
      'timed_out',
      'spotify_unavailable',
      'answer_unreadable',
      'answer_too_large',
    ] as const) {
      expect(errorTable[code].outcome).toBe('maybe_used');
    }
  });
});
