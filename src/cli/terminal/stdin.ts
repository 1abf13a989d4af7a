import type { Readable } from 'node:stream';
import { usageError } from '../context/usage-error.ts';

/** Bytes: far more than any secret has. */
const maxLength = 65_536;

/**
 * Reads all of standard input as text: UTF-8, or UTF-16 with its mark, as some Windows programs write it.
 * @throws RefrainError `wrong_usage` if it is too long to be a secret
 */
export async function readAll(stdin: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin as AsyncIterable<Buffer | string>) {
    const bytes = Buffer.from(chunk as Buffer);
    length += bytes.length;
    if (length > maxLength) throw usageError('Standard input is too long for a secret.');
    chunks.push(bytes);
  }
  const all = Buffer.concat(chunks);
  return new TextDecoder(encodingOf(all)).decode(all);
}

function encodingOf([first, second]: Buffer): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
