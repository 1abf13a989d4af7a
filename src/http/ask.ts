import type { ErrorCode } from '../errors/error-table.ts';
import { RefrainError } from '../errors/refrain-error.ts';

/** How a request is sent: passed in, so that a test, a proxy or another runtime can stand in. */
export interface Sending {
  readonly fetch: typeof fetch;
  /** The end of one request, its answer read whole. Default: ten seconds from the call. */
  readonly deadline?: (() => AbortSignal) | undefined;
}

/** The longest answer that is read, in bytes; Spotify's have a few thousand. */
const longestAnswer = 1_000_000;

// Only a browser needs these, and not every runtime knows them (Cloudflare Workers throw at `credentials`). Looked up
// at the first request: on Node the mere name of `Request` loads all of its HTTP client.
let discretion: RequestInit | undefined;
const discreetly = (): RequestInit =>
  (discretion ??= Object.fromEntries(
    Object.entries({ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' }).filter(
      ([name]) => name in Request.prototype,
    ),
  ));

/**
 * Sends one request, once, and reads its answer whole, within the deadline and a megabyte, whatever `fetch` does with
 * the signal. Redirects are not followed; no cookie, referrer or cache takes part.
 *
 * @returns an answer that is all in memory
 * @throws RefrainError `timed_out`, `network`, `answer_too_large`, `answer_unreadable` (a redirect, a cut)
 */
export async function ask(url: string, init: RequestInit, sending: Sending): Promise<Response> {
  const { fetch, deadline = () => AbortSignal.timeout(10_000) } = sending;
  const signal = deadline();
  if (signal.aborted) throw new RefrainError('timed_out');
  let onAbort = () => {};
  const end = new Promise<never>((_, reject) => {
    onAbort = () => reject(new RefrainError('timed_out'));
    signal.addEventListener('abort', onAbort);
  });
  const inTime: Timed = (work) => Promise.race([work, end]);
  let trouble: ErrorCode = 'network';
  try {
    // In a function of its own, so that what it throws at once is told like what it throws later.
    const response = await inTime((async () => fetch(url, { ...init, ...discreetly(), redirect: 'manual', signal }))());
    trouble = 'answer_unreadable';
    return await readWhole(response, inTime);
  } catch (error) {
    if (error instanceof RefrainError) throw error;
    throw new RefrainError(signal.aborted ? 'timed_out' : trouble, { cause: traceOf(error) });
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

type Timed = <T>(work: Promise<T>) => Promise<T>;

async function readWhole(response: Response, inTime: Timed): Promise<Response> {
  const { status, headers, body } = response;
  const reader = body?.getReader();
  try {
    // 0 is a browser's word for a redirect that it was told not to follow.
    if (status < 200 || (status >= 300 && status < 400)) throw new RefrainError('answer_unreadable');
    const text = reader ? await readText(reader, inTime) : '';
    return new Response(text === '' ? null : text, { status, headers });
  } catch (error) {
    reader?.cancel().catch(() => {});
    throw error;
  }
}

async function readText(reader: ReadableStreamDefaultReader<Uint8Array>, inTime: Timed): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await inTime(reader.read());
    if (done) return text + decoder.decode();
    if (!ArrayBuffer.isView(value)) throw new RefrainError('answer_unreadable');
    // Even an empty chunk counts, or a stream of crumbs would hardly end.
    length += Math.max(64, value.byteLength);
    if (length > longestAnswer) throw new RefrainError('answer_too_large');
    text += decoder.decode(value, { stream: true });
  }
}

/** What may be told of an error that somebody else made: its name and its code, for its message may hold anything. */
function traceOf(error: unknown): { name: string; code?: string } {
  const { name, code, cause } = (error ?? {}) as { name?: unknown; code?: unknown; cause?: { code?: unknown } };
  const known = [code, cause?.code].find((given) => typeof given === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(given));
  const told = typeof name === 'string' && /^[A-Za-z]{1,40}$/.test(name) ? name : 'Error';
  return { name: told, ...(typeof known === 'string' ? { code: known } : {}) };
}
