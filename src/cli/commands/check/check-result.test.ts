import { expect, it } from 'vitest';
import { errorCodes } from '../../../errors/error-table.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { isInconclusive } from './check-result.ts';

it('knows the errors that leave a check without a result', () => {
  expect(errorCodes.filter((code) => isInconclusive(new RefrainError(code))).toSorted()).toEqual([
    'answer_too_large',
    'answer_unreadable',
    'network',
    'quota_exceeded',
    'rate_limited',
    'refresh_under_way',
    'spotify_unavailable',
    'timed_out',
    'web_api_refused',
  ]);
});
