import { RefrainError } from '../errors/refrain-error.ts';

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
