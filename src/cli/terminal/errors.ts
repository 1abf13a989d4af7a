import { describeCode, shortenPath } from '../../keeper/stores/file/file-system.ts';
import { traceOf } from '../../errors/error-trace.ts';
import { explain } from '../../errors/explain.ts';
import { isRefrainError, RefrainError } from '../../errors/refrain-error.ts';
import { getCure, isPause, type CureContext } from './cures.ts';
import { pauseEndText } from './dates.ts';
import { paint, wrap } from './text.ts';

/** An error as `--json` prints it. */
export interface ErrorDocument {
  readonly error: { readonly code: string; readonly message: string; readonly cure: string };
}

/**
 * What happened, in one sentence with the value of this case.
 * @param now epoch milliseconds, for the time until which Spotify accepts no requests; undefined: without the time
 */
export function whatHappened(error: RefrainError, now?: number): string {
  const { detail, retryAt } = error;
  const { title } = explain(error);
  if (detail && (error.code === 'wrong_usage' || detail.endsWith('.'))) return detail;
  if (detail) return endSentence(`${title}: ${detail}`);
  if (error.code === 'network') return `${title}${systemCode(error)}.`;
  return isPause(error) && retryAt !== undefined && now !== undefined
    ? `${title} until ${pauseEndText(retryAt, now)}.`
    : `${title}.`;
}

/** The system's code of a network failure, ` (ENOTFOUND)`. */
function systemCode({ cause }: RefrainError): string {
  const { code } = (cause ?? {}) as { code?: unknown };
  return typeof code === 'string' ? ` (${code})` : '';
}

const endSentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Spotify's own text, as a line. */
export function spotifySays({ spotifySaid }: RefrainError): readonly string[] {
  return spotifySaid ? [`Spotify says: ${spotifySaid}`] : [];
}

/** An error as one JSON document. It contains no secret. */
export function errorDocument(error: RefrainError, context: CureContext): ErrorDocument {
  const { retryAt } = error;
  const next = retryAt === undefined ? [] : [`Not before ${new Date(retryAt).toISOString()}.`];
  const message = [whatHappened(error), ...spotifySays(error).map(endSentence), ...next].join(' ');
  return { error: { code: error.code, message, cure: getCure(error, context) } };
}

/** How an error is formatted. */
export interface ErrorFormat extends CureContext {
  readonly colour: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The width of the terminal; undefined if there is none. */
  readonly columns?: number | undefined;
}

/** The longest error that is put on one line. */
const oneLine = 80;

/** An error for a terminal: one line of what happened, one of what to do. */
export function formatError(error: RefrainError, options: ErrorFormat): string {
  const what = whatHappened(error, options.now);
  if (error.code === 'interrupted') return wrap(`${what}\n`, options.columns);
  const { bold, accent } = paint(options.colour);
  const between = [
    // Only here the reason helps: it names what the user may have done.
    ...(error.code === 'refresh_token_suspect' ? [explain(error).reason] : []),
    ...spotifySays(error),
  ];
  const cure = getCure(error, options);
  const plain = `error: ${lowerFirst(what)}`;
  const isShort = between.length === 0 && plain.length + cure.length < oneLine;
  const text = isShort ? `${plain} ${cure}` : [plain, ...between, cure].join('\n');
  return wrap(`${text.replace('error:', accent(bold('error:')))}\n`, options.columns);
}

/** The text with a small first letter, unless it begins with a name. */
function lowerFirst(text: string): string {
  return /^(Spotify|Refrain|Node)\b/.test(text) || !/^\p{Lu}\p{Ll}*[ .,:]/u.test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}

/**
 * Anything that was thrown, as a `RefrainError`. Of a failed system call on a file, the path and the code are shown; of any
 * other error only its name: its message may hold a secret.
 */
export function toRefrainError(thrown: unknown): RefrainError {
  if (isRefrainError(thrown)) return thrown;
  const { name, code } = traceOf(thrown);
  const { path, syscall } = (thrown ?? {}) as NodeJS.ErrnoException;
  if (syscall === 'uv_cwd') {
    return new RefrainError('store_failed', {
      detail: `The current folder cannot be used: ${describeCode(thrown)}.`,
      cure: 'Run this again in another folder.',
      cause: { code },
    });
  }
  if (code !== undefined && typeof syscall === 'string' && typeof path === 'string') {
    return new RefrainError('store_failed', {
      detail: `${shortenPath(path)}: ${describeCode(thrown)}`,
      cause: { code },
    });
  }
  return new RefrainError('unexpected', { detail: code === undefined ? name : `${name} ${code}`, cause: thrown });
}
