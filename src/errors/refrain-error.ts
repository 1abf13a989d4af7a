import { getErrorFacts, type ErrorCode } from './error-table.ts';

/** What the code that throws may add to what the table says. */
export interface RefrainErrorOptions {
  /** The error or parsed body behind this one. It must not hold a secret: it may be printed. */
  readonly cause?: unknown;
  /** Spotify's own text (an `error` code or a message). Control characters are removed, and it is cut short. */
  readonly spotifySaid?: string | undefined;
  /** What this case is about: a file, a flag, a host. Cleaned in the same way. */
  readonly detail?: string | undefined;
  /** What to do in this case, if the cure of `explain` would be wrong. */
  readonly cure?: string | undefined;
  /** When to try again, epoch milliseconds (from `Retry-After`). */
  readonly retryAt?: number | undefined;
}

/** One short line of plain text: no control or format characters, no half surrogates, at most 300 characters. */
function toPlainLine(said: string): string {
  const line = said.slice(0, 1000).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ');
  return Array.from(line.trim()).slice(0, 300).join('');
}

/** The same symbol in every realm and in every copy of this package. */
const brand: unique symbol = Symbol.for('refrain.RefrainError');

/**
 * The only error class of Refrain. `message` says in one line what happened and what to do; `explain` from
 * `refrain/errors` says more. It never carries a secret.
 */
export class RefrainError extends Error {
  override readonly name = 'RefrainError';
  readonly code: ErrorCode;
  /** Spotify's own text. */
  readonly spotifySaid: string | undefined;
  /** What this case is about. */
  readonly detail: string | undefined;
  /** When to try again, epoch milliseconds. */
  readonly retryAt: number | undefined;
  /** What to do in this case, if the cure of `explain` would be wrong. */
  readonly cure: string | undefined;

  constructor(code: ErrorCode, options: RefrainErrorOptions = {}) {
    super(getErrorFacts(code).message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.spotifySaid = options.spotifySaid === undefined ? undefined : toPlainLine(options.spotifySaid);
    this.detail = options.detail === undefined ? undefined : toPlainLine(options.detail);
    this.retryAt = options.retryAt;
    this.cure = options.cure;
  }

  /** @internal */
  get [brand](): true {
    return true;
  }
}

/** Whether a caught value is a `RefrainError`, of this or of another copy of the package. */
export function isRefrainError(value: unknown): value is RefrainError {
  return typeof value === 'object' && value !== null && brand in value;
}
