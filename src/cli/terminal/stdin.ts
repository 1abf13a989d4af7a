import type { Readable } from 'node:stream';
import { usageError } from '../context/usage-error.ts';

/** Characters: far more than any secret has. */
const maxLength = 65_536;

/**
 * Reads all of standard input as text.
 * @throws RefrainError `wrong_usage` if it is too long to be a secret
 */
export async function readAll(stdin: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stdin.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > maxLength) throw usageError('Standard input is too long for a secret.');
  }
  return text;
}
