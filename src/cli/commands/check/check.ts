import type { RefrainError } from '../../../errors/refrain-error.ts';
import { cureOf } from '../../terminal/cures.ts';
import { exitCodeOf } from '../../context/exit-code.ts';
import type { CommandText } from '../../context/command-text.ts';

/** What is looked at, in this order: each needs those before it. */
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

/** `unknown`: it was looked at, and Spotify does not tell. `not_checked`: something before it is wrong. */
export type Verdict = 'ok' | 'wrong' | 'unknown' | 'not_checked';

export interface Check {
  readonly name: CheckName;
  readonly verdict: Verdict;
  /** One sentence or two, without a line break. */
  readonly message: string;
  /** What to do; undefined where there is nothing to be done. */
  readonly cure: string | undefined;
  /** What a script learns: 0 all well, 1 something is wrong, 3 a person is needed. */
  readonly exitCode: 0 | 1 | 3;
}

export function ok(name: CheckName, message: string, cure?: string): Check {
  return { name, verdict: 'ok', message, cure, exitCode: 0 };
}

export function wrong(name: CheckName, message: string, cure: string, exitCode: 1 | 3 = 1): Check {
  return { name, verdict: 'wrong', message, cure, exitCode };
}

/** Spotify does not tell, as it always does not. */
export function untold(name: CheckName, message: string, cure?: string): Check {
  return { name, verdict: 'unknown', message, cure, exitCode: 0 };
}

export function notChecked(name: CheckName, why: string): Check {
  return { name, verdict: 'not_checked', message: why, cure: undefined, exitCode: 0 };
}

/** What happened, in the words of the error and Spotify's own. */
export function messageOf(error: RefrainError): string {
  const said = error.spotifySaid?.replace(/([^.!?])$/, '$1.');
  const detail = error.detail?.replace(/([^.!?])$/, '$1.');
  return [error.message, ...(detail ? [detail] : []), ...(said ? [`Spotify says: ${said}`] : [])].join(' ');
}

/** A refusal, with its cure. */
export function wrongBy(name: CheckName, error: RefrainError, refrain: CommandText): Check {
  return wrong(name, messageOf(error), cureOf(error, { refrain }), exitCodeOf(error.code) === 3 ? 3 : 1);
}

/** Trouble that says nothing about what was looked at: an outage, a pause, a broken connection. */
export function inconclusive(name: CheckName, error: RefrainError, refrain: CommandText): Check {
  return { name, verdict: 'unknown', message: messageOf(error), cure: cureOf(error, { refrain }), exitCode: 1 };
}

const troubles: readonly string[] = [
  'network',
  'timed_out',
  'rate_limited',
  'quota_exceeded',
  'spotify_unavailable',
  'answer_unreadable',
  'answer_too_large',
  'refresh_under_way',
];

/** Whether an error says nothing about what was asked. */
export function isTrouble({ code }: RefrainError): boolean {
  return troubles.includes(code);
}
