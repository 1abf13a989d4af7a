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

/**
 * A refresh token without what a pipe or a paste brings along: line breaks, blanks, quotes, the name before it in a
 * `.env` file or in Spotify's answer.
 */
export function tidyToken(given: string): string {
  const named = /refresh_token["']?[ \t]*[:=][ \t]*(?:"([^"]*)"|'([^']*)'|(\S*))/i.exec(given);
  const token = named ? (named[1] ?? named[2] ?? named[3] ?? '') : given;
  return token.replace(/[\s\p{Cf}\p{Cc}"'`\u201c\u201d\u2018\u2019]+/gu, '');
}
