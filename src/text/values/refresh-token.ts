/**
 * A refresh token from what was typed, pasted or piped: the token itself, or a text that names it (a `.env` file, YAML,
 * the JSON of Spotify's token endpoint). Line breaks, blanks, invisible characters and quotes are removed: a refresh
 * token has none.
 * @returns an empty string if the text holds no token
 */
export function readRefreshToken(text: string): string {
  const named = /refresh_token["']?[ \t]*[:=][ \t]*(?:"([^"]*)"|'([^']*)'|(\S*))/i.exec(text);
  const token = named ? (named[1] ?? named[2] ?? named[3] ?? '') : text;
  return token.replace(/[\s\p{Cf}\p{Cc}"'`\u201c\u201d\u2018\u2019]+/gu, '');
}
