import type { ErrorCode } from '../errors/error-table.ts';
import { traceOf } from '../errors/error-trace.ts';
import { isRefrainError, RefrainError } from '../errors/refrain-error.ts';
import { untilAborted } from './deadline.ts';

/** How a request is sent. A test, a proxy or another runtime can pass its own. */
export interface Sending {
  readonly fetch: typeof fetch;
  /** Aborts when the whole answer must have been read. Default: ten seconds after the call. */
  readonly deadline?: (() => AbortSignal) | undefined;
}

// Only browsers need these, and some runtimes reject them (Cloudflare Workers throw at `credentials`). They are looked up
// at the first request, because on Node even the name `Request` loads the whole HTTP client.
let privateInit: RequestInit | undefined;
const privateRequestInit = (): RequestInit =>
  (privateInit ??= Object.fromEntries(
    Object.entries({ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' }).filter(
      ([name]) => name in Request.prototype,
    ),
  ));

/**
 * Sends one request, once, and reads the whole answer, within the deadline and one megabyte, even if `fetch`
 * ignores the signal. It does not follow redirects, and uses no cookie, referrer or cache.
 *
 * @returns an answer that is completely in memory
 * @throws RefrainError `timed_out`, `network`, `answer_too_large`, `answer_unreadable` (a redirect, or a cut answer)
 */
export async function ask(url: string, init: RequestInit, sending: Sending): Promise<Response> {
  const { fetch, deadline = () => AbortSignal.timeout(10_000) } = sending;
  const signal = deadline();
  if (signal.aborted) throw new RefrainError('timed_out');
  const inTime = <Value>(work: Promise<Value>) => untilAborted(work, signal, () => new RefrainError('timed_out'));
  let code: ErrorCode = 'network';
  try {
    // In a function of its own, so that a `fetch` that throws at once is handled like one that rejects.
    const send = async () => fetch(url, { ...init, ...privateRequestInit(), redirect: 'manual', signal });
    const response = await inTime(send());
    code = 'answer_unreadable';
    return await readWhole(response, inTime);
  } catch (error) {
    if (isRefrainError(error)) throw error;
    throw new RefrainError(signal.aborted ? 'timed_out' : code, { cause: traceOf(error) });
  }
}

async function readWhole(
  response: Response,
  inTime: <Value>(work: Promise<Value>) => Promise<Value>,
): Promise<Response> {
  const { status, headers, body } = response;
  const reader = body?.getReader();
  try {
    // A browser gives 0 for a redirect that it may not follow.
    if (status < 200 || (status >= 300 && status < 400)) throw new RefrainError('answer_unreadable');
    const bytes = reader && (await inTime(readBytes(reader)));
    return new Response(bytes?.length ? bytes : null, { status, headers });
  } catch (error) {
    reader?.cancel().catch(() => {});
    throw error;
  }
}

/** The largest answer that is read, in bytes. Spotify's have a few thousand. */
const maxAnswer = 1_000_000;
/** A stream of tiny chunks would hardly end. */
const maxChunks = 15_000;

/**
 * Reads a body to its end.
 * @throws RefrainError `answer_too_large` above one megabyte, `answer_unreadable` if it does not consist of bytes
 */
export async function readBytes(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return join(chunks, length);
    if (!ArrayBuffer.isView(value)) throw new RefrainError('answer_unreadable');
    length += value.byteLength;
    if (length > maxAnswer || chunks.push(value) > maxChunks) throw new RefrainError('answer_too_large');
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/**
 * Parses a text that must be a JSON object.
 * @throws RefrainError `answer_unreadable` if it is anything else
 */
export function parseJsonObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // A parser's message quotes the text, which may hold a token.
  }
  throw new RefrainError('answer_unreadable');
}
