/** A piece of a text: plain, or with its markup. `link` names a link; its address is not part of the catalogue. */
export type InlinePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly link: string };

const markup = /\*\*(.+?)\*\*|`(.+?)`|\[(.+?)\]\((\w+)\)/;

/** Splits a text of the catalogue at its markup: `**bold**`, `` `code` `` and `[text](name of a link)`. */
export function parseInline(text: string): InlinePiece[] {
  const pieces: InlinePiece[] = [];
  let rest = text;
  for (let match = markup.exec(rest); match; match = markup.exec(rest)) {
    const [whole, bold, code, linked, link] = match;
    if (match.index > 0) pieces.push({ kind: 'text', text: rest.slice(0, match.index) });
    if (bold !== undefined) pieces.push({ kind: 'bold', text: bold });
    else if (code !== undefined) pieces.push({ kind: 'code', text: code });
    else if (linked !== undefined && link !== undefined) pieces.push({ kind: 'link', text: linked, link });
    rest = rest.slice(match.index + whole.length);
  }
  if (rest) pieces.push({ kind: 'text', text: rest });
  return pieces;
}
