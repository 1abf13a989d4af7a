/** Who claims a refresh: a name in the record that others can look up. */
export interface ClaimantName {
  /** The machine since its last start; a random name where there is no telling. */
  readonly host: string;
  /** Process id, where there is one. */
  readonly pid?: number | undefined;
  /** When the process started, in whatever the platform counts: tells a process id that was given again. */
  readonly startedAt?: string | undefined;
}

/** One party among all that share a store. */
export interface Claimant {
  readonly name: ClaimantName;
  /** Whether another claimant lives; undefined where that can't be told from here (another machine). */
  isAlive(other: ClaimantName): Promise<boolean | undefined>;
}
