import type { Answer } from '../answer.ts';
import { graphemesOf } from './clean-text.ts';
import type { Look } from './look.ts';
import { columnsOf } from './script-classes.ts';
import { prepare, type Row } from './shown.ts';

/** The widest that a name and the artists get, in columns of a terminal. */
const nameColumns = 40;
const byColumns = 32;

/** The answer as aligned columns for a terminal. The link comes last, so a narrow terminal cuts it first. */
export function renderText(answer: Answer, look: Look = {}): string {
  const { title, isRanked, rows, notice, asOf } = prepare(answer, look);
  const cells = rows.map((row, at) => [
    ...(isRanked ? [`${at + 1}`.padStart(`${rows.length}`.length)] : []),
    cut(row.item.explicit ? `${row.name} [E]` : row.name, nameColumns),
    cut(row.secondLine.join(', '), byColumns),
    ...(isRanked ? [] : [timeOf(row)]),
    row.url ?? '',
  ]);
  return [title, '', ...(notice ?? align(cells)), ...(asOf ? ['', `As of ${asOf.short}`] : []), ''].join('\n');
}

const timeOf = ({ player, played }: Row): string =>
  player ? { playing: 'now', paused: 'paused' }[player] : (played?.short ?? '');

/** Pads each cell to the width of its column; a column without text is left out. */
function align(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => countColumns(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - countColumns(cell)))
      .filter((_, column) => widths[column])
      .join('  ')
      .trimEnd(),
  );
}

function countColumns(text: string): number {
  let columns = 0;
  for (const grapheme of graphemesOf(text)) columns += columnsOf(grapheme);
  return columns;
}

/** The text if it fits, else as many whole graphemes as fit before an ellipsis. */
function cut(text: string, columns: number): string {
  return take(text, columns) === text ? text : `${take(text, columns - 1).trimEnd()}…`;
}

/** The beginning of a text that takes at most this many columns. */
function take(text: string, columns: number): string {
  let left = columns;
  let end = 0;
  for (const grapheme of graphemesOf(text)) {
    left -= columnsOf(grapheme);
    if (left < 0) break;
    end += grapheme.length;
  }
  return text.slice(0, end);
}
