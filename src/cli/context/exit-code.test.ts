import { expect, it } from 'vitest';
import { errorCodes } from '../../errors/error-table.ts';
import { getExitCode } from './exit-code.ts';

const codesWith = (exitCode: number) => errorCodes.filter((code) => getExitCode(code) === exitCode).toSorted();

it('is 2 if the command line or the environment must change', () => {
  expect(codesWith(2)).toEqual([
    'accounts_url_mismatch',
    'client_id_mismatch',
    'client_id_missing',
    'client_secret_missing',
    'endpoint_refused',
    // A store of one's own, so never the command's.
    'store_not_atomic',
    'wrong_usage',
  ]);
});

it('is 3 if a person must sign in or check the app', () => {
  expect(codesWith(3)).toEqual([
    'access_denied',
    'client_secret_wrong',
    'invalid_client',
    'not_logged_in',
    'refresh_token_expired',
    'refresh_token_in_doubt',
    'refresh_token_refused',
    'refresh_token_suspect',
  ]);
});

it('is 130 after Ctrl-C, and 1 for everything else', () => {
  expect(codesWith(130)).toEqual(['interrupted']);
  expect(codesWith(1)).toHaveLength(errorCodes.length - 7 - 8 - 1);
});
