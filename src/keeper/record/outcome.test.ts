import { expect, it } from 'vitest';
import { RefrainError } from '../../errors/refrain-error.ts';
import { getFailureOutcome } from './outcome.ts';

/** All errors of a refresh request. */
const outcomes = {
  not_sent: ['client_id_missing', 'endpoint_refused'],
  sent_unused: ['rate_limited', 'quota_exceeded'],
  rejected: [
    'refresh_token_expired',
    'refresh_token_suspect',
    'refresh_token_refused',
    'invalid_client',
    'client_secret_wrong',
    'invalid_request',
    'unsupported_grant_type',
    'token_request_refused',
  ],
  maybe_used: ['network', 'timed_out', 'spotify_unavailable', 'answer_unreadable', 'answer_too_large'],
} as const;

it.each(Object.entries(outcomes))('is %s for %j', (outcome, codes) => {
  for (const code of codes) expect(getFailureOutcome(new RefrainError(code), false)).toBe(outcome);
});

it('is not_sent if it is proved that the request was not sent', () => {
  expect(getFailureOutcome(new RefrainError('network'), true)).toBe('not_sent');
  expect(getFailureOutcome(new RefrainError('timed_out'), true)).toBe('not_sent');
});
