/**
 * A refresh token without what a paste brings along: the line breaks of a terminal, blanks seen and unseen, quotes, the
 * name before it in a `.env` file, and the other lines of that file or of Spotify's answer. A token has none of these.
 */
export function tidyToken(pasted: string): string {
  const named = /refresh_token["']?[ \t]*[:=][ \t]*(?:"([^"]*)"|'([^']*)'|(\S*))/i.exec(pasted);
  const token = named ? (named[1] ?? named[2] ?? named[3] ?? '') : pasted;
  return token.replace(/[\s\p{Cf}\p{Cc}"'`“”‘’]+/gu, '');
}
