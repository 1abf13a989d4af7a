import { RefrainError } from '../errors/refrain-error.ts';

/** The largest answer that is read, in bytes. Spotify's have a few thousand. */
const maxAnswer = 1_000_000;

/**
 * Reads a body to its end.
 * @throws RefrainError `answer_too_large` above one megabyte, `answer_unreadable` if it does not consist of bytes
 */
export async function readText(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    if (!ArrayBuffer.isView(value)) throw new RefrainError('answer_unreadable');
    // Even an empty chunk counts, or a stream of tiny chunks would hardly end.
    length += Math.max(64, value.byteLength);
    if (length > maxAnswer) throw new RefrainError('answer_too_large');
    text += decoder.decode(value, { stream: true });
  }
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
