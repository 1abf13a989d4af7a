import { explanations, type ErrorCode } from './explanations.ts';

/** What a thrower may add to what the table says of a code. */
export interface RefrainErrorOptions {
  /** The error or parsed body behind this one. It must hold no secret: it may be printed. */
  readonly cause?: unknown;
  /** Spotify's own word for it (an `error` code or a message), shown as it came; control characters are taken out, and it is cut short. */
  readonly spotifySaid?: string;
  /** What it concerns in this one case: a file, a flag, a host. Shown below the message, cleaned in the same way. */
  readonly detail?: string;
  /** What to do in this one case, where the table's cure would be wrong. */
  readonly cure?: string;
  /** When it is worth trying again, epoch milliseconds (from `Retry-After`). */
  readonly retryAt?: number;
}

/** One short line of plain text: no control, formatting or half characters, at most 300. */
function printable(said: string): string {
  const line = said.slice(0, 1000).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ');
  return Array.from(line.trim()).slice(0, 300).join('');
}

/**
 * The one family of errors. `message` says what happened, `why` the likely reason, `cure` what to do next;
 * all three come from one table, so that page, command and handler tell the same story. Never carries a secret.
 */
export class RefrainError extends Error {
  override readonly name = 'RefrainError';
  readonly code: ErrorCode;
  readonly title: string;
  readonly why: string;
  readonly cure: string;
  readonly spotifySaid: string | undefined;
  readonly detail: string | undefined;
  /** Epoch milliseconds. */
  readonly retryAt: number | undefined;

  constructor(code: ErrorCode, options: RefrainErrorOptions = {}) {
    const { title, message, why, cure } = explanations[code];
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.title = title;
    this.why = why;
    this.cure = options.cure ?? cure;
    this.spotifySaid = options.spotifySaid === undefined ? undefined : printable(options.spotifySaid);
    this.detail = options.detail === undefined ? undefined : printable(options.detail);
    this.retryAt = options.retryAt;
  }
}

/** Whether a caught value is a `RefrainError`. */
export function isRefrainError(value: unknown): value is RefrainError {
  return value instanceof RefrainError;
}
