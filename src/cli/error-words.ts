import { RefrainError } from '../spotify/refrain-error.ts';
import { cureOf, type CureContext } from './cures.ts';
import { momentOf } from './dates.ts';
import { fold } from './fold.ts';
import { paint } from './paint.ts';

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

/** An error as one JSON document; no secret is in it. */
export function errorDocument(error: RefrainError, context: CureContext): ErrorDocument {
  const message = [whatHappened(error), ...details(error)].join(' ');
  return { error: { code: error.code, message, cure: cureOf(error, context) } };
}

/** How errors are worded. */
export interface Wording extends CureContext {
  readonly colour: boolean;
  /** Epoch milliseconds, by which a next time is told. */
  readonly now: number;
  /** How wide the screen is; undefined where there is none. */
  readonly columns?: number | undefined;
}

/** An error in words for a terminal: a heading, what happened, what to do. */
export function errorWords(error: RefrainError, given: Wording): string {
  const { bold, accent } = paint(given.colour);
  const lines =
    error.code === 'interrupted'
      ? [whatHappened(error)]
      : error.code === 'wrong_usage'
        ? [bold(whatHappened(error)), cureOf(error, given)]
        : [
            accent(bold(error.title)),
            whatHappened(error),
            ...details(error),
            ...(error.retryAt === undefined ? [] : [`Next try: ${momentOf(error.retryAt, given.now)}.`]),
            bold(cureOf(error, given)),
          ];
  return fold(`${lines.join('\n')}\n`, given.columns);
}

/** Anything that was thrown, as one of ours: what is not known is told by its name alone, for its words may hold anything. */
export function asRefrainError(thrown: unknown): RefrainError {
  if (thrown instanceof RefrainError) return thrown;
  const { name, code } = (thrown ?? {}) as { name?: unknown; code?: unknown };
  const told = [name, code].filter((word) => typeof word === 'string' && /^[A-Za-z_0-9]{1,40}$/.test(word));
  return new RefrainError('unexpected', { detail: told.join(' ') || 'Error', cause: thrown });
}
