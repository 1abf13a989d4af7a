/**
 * What an error of Refrain means, in plain English: a title, the reason and the cure. It is a module of its own, so that
 * a program that does not show errors to people does not have to ship the text.
 *
 * @example
 * ```ts
 * import { explain } from 'refrain/errors';
 *
 * const { title, cure } = explain(error);
 * console.error(`${title}. ${cure}`);
 * ```
 *
 * @packageDocumentation
 */
import type { ErrorCode } from './error-table.ts';
import { explainWith, type ErrorToExplain, type Explanation } from './explanation.ts';
import { authorizeProse } from './prose/authorize-prose.ts';
import { callbackProse } from './prose/callback-prose.ts';
import { commandProse } from './prose/command-prose.ts';
import { keeperProse } from './prose/keeper-prose.ts';
import { pageProse } from './prose/page-prose.ts';
import { tokenProse } from './prose/token-prose.ts';
import { webApiProse } from './prose/web-api-prose.ts';

export type { Explanation };

const explanations: Readonly<Record<ErrorCode, Explanation>> = {
  ...callbackProse,
  ...authorizeProse,
  ...tokenProse,
  ...webApiProse,
  ...pageProse,
  ...keeperProse,
  ...commandProse,
};

/**
 * Explains an error to a person.
 * @param error a `RefrainError`, or a code and nothing else
 */
export function explain(error: ErrorToExplain): Explanation {
  return explainWith(explanations, error);
}
