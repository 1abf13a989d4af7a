// What a keeper must do with one token, as short as possible: no record, no store, no claims, one caller at a time.
// Times are epoch milliseconds.

export type Fault =
  /** Nothing goes wrong. */
  | 'none'
  /** No connection, during the whole call. */
  | 'unreachable'
  /** The first request is handled, and its answer is lost. */
  | 'answer_lost'
  /** The first request is lost before it is handled, which the keeper cannot know. */
  | 'request_lost'
  /** Spotify says that the token is revoked, but it is not. */
  | 'called_revoked'
  /** Spotify asks for a pause of an hour. */
  | 'paused'
  /** The process is killed before Spotify has the request, or after it was handled. */
  | 'killed_before'
  | 'killed_after';

export type Ending = 'token' | 'nothing' | string;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export class ReferenceModel {
  readonly rotates: boolean;
  /** `spent`: Spotify has replaced it, and the new token was lost. */
  token: 'live' | 'spent' | 'forgotten' = 'live';
  inDoubt = false;
  refusals = 0;
  nextTryAt = 0;
  pausedUntil = 0;
  accessUntil: number;
  /** The least and the most requests of a call. A failed request is repeated up to three times. */
  sent = { least: 0, most: 0 };

  constructor(rotates: boolean, accessUntil: number) {
    this.rotates = rotates;
    this.accessUntil = accessUntil;
  }

  get state(): string {
    if (this.token === 'forgotten') return 'none';
    if (this.inDoubt) return 'in_doubt';
    return this.refusals > 0 ? 'suspect' : 'live';
  }

  /** Asks for an access token. */
  ask(fault: Fault, now: number): Ending {
    this.sent = { least: 0, most: 0 };
    if (this.token === 'forgotten') return 'not_logged_in';
    if (now < this.accessUntil - minute) return 'token';
    const stillValid = now < this.accessUntil;
    const refuse = (code: string) => (stillValid ? 'token' : code);
    if (this.inDoubt) return refuse('refresh_token_in_doubt');
    if (this.refusals > 0 && now < this.nextTryAt) return refuse('refresh_token_suspect');
    if (now < this.pausedUntil) return refuse('rate_limited');
    this.sent = { least: 1, most: 1 };

    switch (fault) {
      case 'none':
        return this.refreshed(now);
      case 'unreachable':
        this.sent.most = 4;
        return refuse('network');
      case 'called_revoked':
        this.refusals++;
        this.nextTryAt = now + (this.refusals === 1 ? 15 * minute : this.refusals === 2 ? 2 * hour : day);
        return refuse('refresh_token_suspect');
      case 'paused':
        this.pausedUntil = now + hour;
        return refuse('rate_limited');
      case 'answer_lost':
      case 'request_lost':
        if (!this.rotates) {
          this.sent = { least: 2, most: 2 };
          return this.refreshed(now);
        }
        this.inDoubt = true;
        if (fault === 'answer_lost') this.token = 'spent';
        return refuse('refresh_token_in_doubt');
      case 'killed_before':
      case 'killed_after':
        this.inDoubt = this.rotates;
        if (this.rotates && fault === 'killed_after') this.token = 'spent';
        return 'nothing';
    }
  }

  /** A person asks for one try, even if the token is uncertain. */
  tried(now: number): Ending {
    this.sent = { least: 1, most: 1 };
    if (this.token === 'spent') {
      this.refusals++;
      this.nextTryAt = now + day;
      return 'refresh_token_suspect';
    }
    return this.refreshed(now);
  }

  consented(now: number): void {
    this.token = 'live';
    this.refreshed(now);
  }

  forgotten(): void {
    this.token = 'forgotten';
    this.accessUntil = 0;
    this.clear();
  }

  private refreshed(now: number): Ending {
    this.clear();
    this.accessUntil = now + hour;
    return 'token';
  }

  private clear(): void {
    this.inDoubt = false;
    this.refusals = 0;
    this.pausedUntil = 0;
  }
}
