/**
 * Practice: a ready source of invented listening history, so that a program runs without an account and without a network.
 *
 * @example
 * ```ts
 * import { createHandler } from 'refrain/handler';
 * import { practice } from 'refrain/practice';
 *
 * const handler = createHandler({ keeper: practice() });
 * ```
 *
 * @packageDocumentation
 */
export { practice, type Practice, type PracticeOptions } from './practice.ts';
