import { expect, it } from 'vitest';
import { errorCodes } from './error-table.ts';
import { isAboutApp, isAboutToken } from './rejection.ts';

it('distinguishes a refusal of the token from one of the app', () => {
  expect(errorCodes.filter(isAboutToken).toSorted()).toEqual([
    'refresh_token_expired',
    'refresh_token_refused',
    'refresh_token_suspect',
  ]);
  expect(errorCodes.filter(isAboutApp).toSorted()).toEqual([
    'client_secret_wrong',
    'invalid_client',
    'invalid_request',
  ]);
});
