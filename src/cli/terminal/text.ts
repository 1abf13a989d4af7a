/**
 * Breaks lines between words, so that none is longer than the screen is wide; a word that is longer by itself stays whole.
 * What a line is indented by, its further lines are too.
 * @param columns undefined where there is no screen: nothing is changed
 * @param hanging blanks before each further line, besides
 */
export function wrap(text: string, columns: number | undefined, hanging = 0): string {
  if (columns === undefined || columns < 20) return text;
  return text
    .split('\n')
    .flatMap((line) => foldLine(line, columns, hanging))
    .join('\n');
}

function foldLine(line: string, columns: number, hanging: number): readonly string[] {
  if (widthOf(line) <= columns) return [line];
  const indent = /^ */.exec(line)?.[0] ?? '';
  const further = indent + ' '.repeat(hanging);
  const lines: string[] = [];
  let current = '';
  for (const word of line.slice(indent.length).split(' ')) {
    const next = current === '' ? word : `${current} ${word}`;
    const before = lines.length === 0 ? indent : further;
    if (current !== '' && before.length + widthOf(next) > columns) {
      lines.push(before + current);
      current = word;
    } else current = next;
  }
  return [...lines, (lines.length === 0 ? indent : further) + current];
}

/** Columns that a text takes, its colours not counted. Our own words are Latin; what Spotify says may be wider. */
function widthOf(text: string): number {
  return text.replace(/\p{Cc}\[\d+m/gu, '').length;
}
