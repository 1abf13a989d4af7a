import type { Answer } from '../answer.ts';
import { fitNames, fitText } from './text/fit-text.ts';
import type { Look } from './look.ts';
import { measureText } from './text/measure-text.ts';
import { columnsOf } from './text/script-classes.ts';
import { prepare, type Row } from './shown.ts';

const terminal = { size: 1, widthOf: columnsOf };

/** The widest that a name and the artists get, in columns of a terminal. */
const nameColumns = 40;
const byColumns = 32;

/** The answer as aligned columns for a terminal. The link comes last, so a narrow terminal cuts it first. */
export function renderText(answer: Answer, look: Look = {}): string {
  const { title, isRanked, rows, notice, asOf } = prepare(answer, look);
  const cells = rows.map((row, at) => [
    ...(isRanked ? [`${at + 1}`.padStart(`${rows.length}`.length)] : []),
    enclose(fitText(row.item.explicit ? `${row.name} [E]` : row.name, nameColumns, terminal)),
    enclose(fitNames(row.secondLine, byColumns, terminal)),
    ...(isRanked ? [] : [timeOf(row)]),
    row.url ?? '',
  ]);
  return [title, '', ...(notice ?? align(cells)), ...(asOf ? ['', `As of ${asOf.short}`] : []), ''].join('\n');
}

const timeOf = ({ player, played }: Row): string => (player === 'playing' ? 'now' : (player ?? played?.short ?? ''));

/**
 * Puts a mark that runs from left to right (LRM) on each side of a text in Hebrew, Arabic and similar scripts. Without it, a
 * terminal that orders such letters would order the columns beside them too.
 * @see https://www.unicode.org/reports/tr9/#Implicit_Directional_Marks
 */
const enclose = (text: string): string => (/[\u0590-\u08ff]/.test(text) ? `\u200e${text}\u200e` : text);

/** Pads each cell to the width of its column; a column without text is left out. */
function align(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => measureText(row[column] ?? '', terminal))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - measureText(cell, terminal)))
      .filter((_, column) => widths[column])
      .join('  ')
      .trimEnd(),
  );
}
