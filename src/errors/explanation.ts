/** What an error means, in plain English. */
export interface Explanation {
  /** What happened, as a heading. */
  readonly title: string;
  /** The likely reason. */
  readonly reason: string;
  /** What to do next. */
  readonly cure: string;
}
