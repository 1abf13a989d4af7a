import { RefrainError } from '../../errors/refrain-error.ts';
import { cureOf, type CureContext } from './cures.ts';
import { momentOf } from './dates.ts';
import { wrap, paint } from './text.ts';

/** An error as `--json` prints it. */
export interface ErrorDocument {
  readonly error: { readonly code: string; readonly message: string; readonly cure: string };
}

/** What happened: the table's sentence, or where it says too little the detail of this one case. */
export function whatHappened(error: RefrainError): string {
  if (error.code === 'wrong_usage' && error.detail) return error.detail;
  if (error.code === 'network') return `Spotify could not be reached${codeBehind(error)}.`;
  return error.message;
}

/** The system's code behind a failure of the network, ` (ENOTFOUND)`. */
function codeBehind({ cause }: RefrainError): string {
  const { code } = (cause ?? {}) as { code?: unknown };
  return typeof code === 'string' ? ` (${code})` : '';
}

/** What is known of this one case besides, each a line. */
export function details(error: RefrainError): readonly string[] {
  return [
    ...(error.detail && error.code !== 'wrong_usage' ? [endingWell(error.detail)] : []),
    ...(error.spotifySaid ? [`Spotify says: ${error.spotifySaid}`] : []),
  ];
}

const endingWell = (text: string) => (/[.!?:)]$/.test(text) ? text : `${text}.`);

/**
 * When it may be tried again, as a line, where that is known.
 * @param now epoch milliseconds, by which the day is named
 */
export function nextTry({ retryAt }: RefrainError, now: number): readonly string[] {
  return retryAt === undefined ? [] : [`Next try: ${momentOf(retryAt, now)}.`];
}

/** An error as one JSON document; no secret is in it. */
export function errorDocument(error: RefrainError, context: CureContext): ErrorDocument {
  const { retryAt } = error;
  // A program reads the time, and no dates in words.
  const next = retryAt === undefined ? [] : [`Next try: ${new Date(retryAt).toISOString()}.`];
  const message = [whatHappened(error), ...details(error), ...next].join(' ');
  return { error: { code: error.code, message, cure: cureOf(error, context) } };
}

/** How errors are worded. */
export interface ErrorFormat extends CureContext {
  readonly colour: boolean;
  /** Epoch milliseconds, by which a next time is told. */
  readonly now: number;
  /** How wide the screen is; undefined where there is none. */
  readonly columns?: number | undefined;
}

/** An error in words for a terminal: a heading, what happened, what to do. */
export function formatError(error: RefrainError, given: ErrorFormat): string {
  const { bold, accent } = paint(given.colour);
  const lines =
    error.code === 'interrupted'
      ? [whatHappened(error)]
      : error.code === 'wrong_usage'
        ? [bold(whatHappened(error)), cureOf(error, given)]
        : [
            ...headed(error).map((line, index) => (index === 0 ? accent(bold(line)) : line)),
            ...details(error),
            ...nextTry(error, given.now),
            bold(cureOf(error, given)),
          ];
  return wrap(`${lines.join('\n')}\n`, given.columns);
}

/** The title and what happened, or that alone where it begins with the title's words. */
function headed(error: RefrainError): readonly string[] {
  const happened = whatHappened(error);
  return happened.startsWith(error.title) ? [happened] : [error.title, happened];
}

/** Anything that was thrown, as one of ours: what is not known is told by its name alone, for its words may hold anything. */
export function toRefrainError(thrown: unknown): RefrainError {
  if (thrown instanceof RefrainError) return thrown;
  const { name, code } = (thrown ?? {}) as { name?: unknown; code?: unknown };
  const told = [name, code].filter((word) => typeof word === 'string' && /^[A-Za-z_0-9]{1,40}$/.test(word));
  return new RefrainError('unexpected', { detail: told.join(' ') || 'Error', cause: thrown });
}
