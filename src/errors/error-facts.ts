/** What the table of errors says about one code. */
export interface ErrorFacts {
  /** What happened and what to do, in one line. */
  readonly message: string;
  /**
   * Who or what can fix it.
   *
   * - `caller`: the caller changes a flag, a variable or an option
   * - `person`: a person signs in, approves, or changes something at Spotify or on this machine
   * - `time`: the same call may work later
   */
  readonly fixedBy: 'caller' | 'person' | 'time';
  /** What has become of the refresh token when an operation ends with this error. */
  readonly outcome: RefreshOutcome;
}

/**
 * What one refresh request did to the refresh token. Except after `maybe_used`, the token is untouched.
 *
 * - `not_sent`: no refresh token was sent
 * - `sent_unused`: Spotify got the request and did nothing with it
 * - `rejected`: Spotify read the request and refused it
 * - `maybe_used`: Spotify may have used the token, and the answer was lost or could not be saved
 */
export type RefreshOutcome = 'not_sent' | 'sent_unused' | 'rejected' | 'maybe_used';
