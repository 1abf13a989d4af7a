import { expect, it } from 'vitest';
import { errorCodes, errorTable } from '../../../errors/error-table.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { isInconclusive } from './check-result.ts';

it('leaves a check without a result for every error that time may fix, except refusals', () => {
  const inconclusive = errorCodes.filter((code) => isInconclusive(new RefrainError(code)));
  const conclusive = errorCodes.filter((code) => !inconclusive.includes(code));
  expect(inconclusive.filter((code) => errorTable[code].fixedBy !== 'time')).toEqual([]);
  expect(conclusive.filter((code) => errorTable[code].fixedBy === 'time').toSorted()).toEqual([
    'token_request_refused',
    'unsupported_grant_type',
  ]);
});
