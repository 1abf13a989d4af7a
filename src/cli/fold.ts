/**
 * Breaks lines between words, so that none is longer than the screen is wide; a word that is longer by itself stays whole.
 * @param columns undefined where there is no screen: nothing is changed
 */
export function fold(text: string, columns: number | undefined): string {
  if (columns === undefined || columns < 20) return text;
  return text
    .split('\n')
    .flatMap((line) => foldLine(line, columns))
    .join('\n');
}

function foldLine(line: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const next = current === '' ? word : `${current} ${word}`;
    if (current !== '' && widthOf(next) > columns) {
      lines.push(current);
      current = word;
    } else current = next;
  }
  return [...lines, current];
}

/** Columns that a text takes, its colours not counted. Our own words are Latin; what Spotify says may be wider. */
function widthOf(text: string): number {
  return text.replace(/\p{Cc}\[\d+m/gu, '').length;
}
