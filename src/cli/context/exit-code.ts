import { getErrorFacts, type ErrorCode } from '../../errors/error-table.ts';
import type { ErrorFacts } from '../../errors/error-facts.ts';
import { authorizeErrors } from '../../errors/table/authorize-errors.ts';
import { callbackErrors } from '../../errors/table/callback-errors.ts';
import { pageErrors } from '../../errors/table/page-errors.ts';
import { webApiErrors } from '../../errors/table/web-api-errors.ts';

/** 0 done, 1 failed, 2 wrong usage, 3 a person is needed, 130 ended by Ctrl-C. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

const byFixer: Readonly<Record<ErrorFacts['fixedBy'], ExitCode>> = { caller: 2, person: 3, time: 1 };

/** The groups of errors that end with 1: during a sign-in a person is present already, and the others end no command. */
const failures: readonly object[] = [callbackErrors, authorizeErrors, webApiErrors, pageErrors];

/** Other codes that differ from the table. Exit code 3 tells a script: call a person to sign in or to check the app. */
const others: Partial<Record<ErrorCode, ExitCode>> = {
  // The person said no, and only that person can change it.
  access_denied: 3,
  // The person is at the keyboard, and the sign-in failed.
  account_mismatch: 1,
  login_timed_out: 1,
  port_taken: 1,
  port_not_permitted: 1,
  // The cause is on this machine, and no sign-in fixes it.
  store_failed: 1,
  store_unsafe: 1,
  record_corrupt: 1,
  record_newer: 1,
  program_missing: 1,
  value_not_kept: 1,
  unexpected: 1,
  // A sign-in may or may not fix it.
  invalid_request: 1,
  // The number that a shell gives to a program ended by Ctrl-C.
  interrupted: 130,
};

/** The exit code for an error. */
export function getExitCode(code: ErrorCode): ExitCode {
  return (
    others[code] ?? (failures.some((group) => Object.hasOwn(group, code)) ? 1 : byFixer[getErrorFacts(code).fixedBy])
  );
}

/** Whether a scheduled job cannot continue until a person signs in or checks the app. */
export function needsPerson(code: ErrorCode): boolean {
  const isOfWebApi = Object.hasOwn(webApiErrors, code);
  return getExitCode(code) === 3 || (isOfWebApi && getErrorFacts(code).fixedBy === 'person');
}
