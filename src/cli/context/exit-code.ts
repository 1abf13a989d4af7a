import type { ErrorCode } from '../../errors/error-table.ts';

/** 0 done, 1 failed, 2 wrong usage, 3 a person is needed, 130 ended by Ctrl-C. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

const others: Partial<Record<ErrorCode, ExitCode>> = {
  wrong_usage: 2,
  endpoint_refused: 2,
  accounts_url_mismatch: 2,
  client_id_mismatch: 2,
  client_id_missing: 2,
  client_secret_missing: 2,

  not_logged_in: 3,
  refresh_token_expired: 3,
  refresh_token_suspect: 3,
  refresh_token_refused: 3,
  refresh_token_in_doubt: 3,
  invalid_client: 3,
  client_secret_wrong: 3,
  access_denied: 3,

  interrupted: 130,
};

/** What a script learns of an error: the exit code that it ends with. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  return others[code] ?? 1;
}
