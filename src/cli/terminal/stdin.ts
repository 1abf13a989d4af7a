import type { Readable } from 'node:stream';
import { usageError } from '../context/usage-error.ts';

/** Bytes: far more than any secret has. */
const most = 65_536;

/**
 * All of standard input, as text.
 * @throws RefrainError `wrong_usage` where it is far too long to be a secret
 */
export async function readAll(stdin: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stdin.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > most) throw usageError('Standard input is far too long for that.');
  }
  return text;
}
