import type { ErrorCode } from './error-table.ts';

/** What an error means, in plain English. */
export interface Explanation {
  /** What happened, as a heading. */
  readonly title: string;
  /** The likely reason. */
  readonly reason: string;
  /** What to do next. */
  readonly cure: string;
}

/** An error to explain: a `RefrainError`, or a code and nothing else. */
export interface ErrorToExplain {
  readonly code: ErrorCode;
  readonly cure?: string | undefined;
}

/** Explanations by code: all of them, or those of the errors that a program can meet. */
export type Explanations = Readonly<Partial<Record<ErrorCode, Explanation>> & { readonly unexpected: Explanation }>;

/** Explains an error with the given explanations. A code without one, as of a newer copy of the package, is unexpected. */
export function explainWith(explanations: Explanations, { code, cure }: ErrorToExplain): Explanation {
  const explanation = explanations[code] ?? explanations.unexpected;
  return cure === undefined ? explanation : { ...explanation, cure };
}
