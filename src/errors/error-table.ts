import type { ErrorFacts } from './error-facts.ts';
import { authorizeErrors } from './table/authorize-errors.ts';
import { callbackErrors } from './table/callback-errors.ts';
import { commandErrors } from './table/command-errors.ts';
import { keeperErrors } from './table/keeper-errors.ts';
import { pageErrors } from './table/page-errors.ts';
import { tokenErrors } from './table/token-errors.ts';
import { webApiErrors } from './table/web-api-errors.ts';

const table = {
  ...callbackErrors,
  ...authorizeErrors,
  ...tokenErrors,
  ...webApiErrors,
  ...pageErrors,
  ...keeperErrors,
  ...commandErrors,
};

/** The closed list of what can go wrong. */
export type ErrorCode = keyof typeof table;

/** The one table of errors, for page, command and library. Other lists of codes are derived from it. */
export const errorTable: Readonly<Record<ErrorCode, ErrorFacts>> = table;

/** The facts of a code. An error of a newer copy of this package may have a code that this one does not know. */
export function getErrorFacts(code: ErrorCode): ErrorFacts {
  return errorTable[code] ?? errorTable.unexpected;
}

/** Every error code, in the order of use: sign-in, token endpoint, Web API, page, keeper, command. */
export const errorCodes = Object.keys(table) as readonly ErrorCode[];
