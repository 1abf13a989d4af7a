import { getErrorFacts } from '../../../errors/error-table.ts';
import type { RefrainError } from '../../../errors/refrain-error.ts';
import { getExitCode } from '../../context/exit-code.ts';
import { getCure } from '../../terminal/cures.ts';
import { spotifySays, whatHappened } from '../../terminal/errors.ts';
import type { Facts } from './facts.ts';

/** The checks, in order. Each one depends on the ones before it. */
export const checkNames = [
  'node',
  'network',
  'clock',
  'redirect_uri',
  'client_id',
  'client_secret',
  'refresh_token',
  'scopes',
  'premium',
  'user_list',
] as const;

export type CheckName = (typeof checkNames)[number];

/** `unknown`: the answer does not show whether it is right. `not_checked`: something before it is wrong. */
export type Verdict = 'ok' | 'wrong' | 'unknown' | 'not_checked';

/** The result of one check. */
export interface Check {
  readonly name: CheckName;
  readonly verdict: Verdict;
  /** One or two sentences on one line. */
  readonly message: string;
  /** What to do, if anything. */
  readonly cure: string | undefined;
  /** 0: nothing is wrong. 1: something is wrong, or could not be checked. 3: a person is needed. */
  readonly exitCode: 0 | 1 | 3;
}

/** What the text of an error depends on. */
type ErrorContext = Pick<Facts, 'refrain' | 'now'>;

export function ok(name: CheckName, message: string, cure?: string): Check {
  return { name, verdict: 'ok', message, cure, exitCode: 0 };
}

export function wrong(name: CheckName, message: string, cure: string, exitCode: 1 | 3 = 1): Check {
  return { name, verdict: 'wrong', message, cure, exitCode };
}

export function unknown(name: CheckName, message: string, cure?: string): Check {
  return { name, verdict: 'unknown', message, cure, exitCode: 0 };
}

export function notChecked(name: CheckName, reason: string): Check {
  return { name, verdict: 'not_checked', message: reason, cure: undefined, exitCode: 0 };
}

/** Something is wrong, and the error says why and what to do. */
export function toWrongCheck(name: CheckName, error: RefrainError, context: ErrorContext): Check {
  return wrong(name, describeError(error, context), getCure(error, context), getExitCode(error.code) === 3 ? 3 : 1);
}

/** The check could not be finished: an outage, a rate limit, a broken connection. */
export function toInconclusiveCheck(name: CheckName, error: RefrainError, context: ErrorContext): Check {
  const [message, cure] = [describeError(error, context), getCure(error, context)];
  return { name, verdict: 'unknown', message, cure, exitCode: 1 };
}

/** What happened, on one line: Refrain's text, then Spotify's own. */
export function describeError(error: RefrainError, { now }: Pick<Facts, 'now'>): string {
  return [whatHappened(error, now), ...spotifySays(error)].map(endSentence).join(' ');
}

const endSentence = (text: string) => text.replace(/([^.!?])$/, '$1.');

/**
 * Whether the error leaves the check without a result: it goes away with time, and Spotify did not refuse the request.
 * A refusal (`unsupported_grant_type`, `token_request_refused`) is a result, even if trying again may help.
 */
export function isInconclusive({ code }: RefrainError): boolean {
  const { fixedBy, outcome } = getErrorFacts(code);
  return fixedBy === 'time' && outcome !== 'rejected';
}
