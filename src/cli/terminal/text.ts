import columnsOf from 'fast-string-width';
import type { CommandContext } from '../context/context.ts';

/**
 * Breaks lines between words so that they fit the screen. A word longer than the screen stays whole, and so does a command
 * in backticks that fits on a line: a user copies it. Continuation lines keep the indent of their first line. Wide
 * characters count as two columns, and styles as none.
 * @param columns undefined if there is no screen: the text stays as it is
 * @param hanging extra blanks before each continuation line
 */
export function wrap(text: string, columns: number | undefined, hanging = 0): string {
  if (columns === undefined) return text;
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, columns, hanging))
    .join('\n');
}

function wrapLine(line: string, columns: number, hanging: number): readonly string[] {
  if (columnsOf(line) <= columns) return [line];
  const indent = /^ */.exec(line)?.[0] ?? '';
  const hangingIndent = indent + ' '.repeat(hanging);
  const lines: string[] = [];
  let current = '';
  for (const word of wordsOf(line.slice(indent.length), columns - hangingIndent.length)) {
    const next = current === '' ? word : `${current} ${word}`;
    const before = lines.length === 0 ? indent : hangingIndent;
    if (current !== '' && before.length + columnsOf(next) > columns) {
      lines.push(before + current);
      current = word;
    } else current = next;
  }
  return [...lines, (lines.length === 0 ? indent : hangingIndent) + current];
}

/** The text on one line: what does not fit is replaced by an ellipsis. Wide characters count as two columns. */
export function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let shown = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (columnsOf(shown + segment) >= columns) break;
    shown += segment;
  }
  return `${shown}\u2026`;
}

/** The words of a line. A text in backticks is one word if it fits in the columns. */
function wordsOf(line: string, columns: number): readonly string[] {
  const hasPairs = line.split('`').length % 2 === 1;
  // A blank is between words if an even number of backticks follows.
  const words = line.split(hasPairs ? / (?=[^`]*(?:`[^`]*`[^`]*)*$)/ : ' ');
  return words.flatMap((word) => (columnsOf(word) > columns ? word.split(' ') : [word]));
}

/** A function that wraps text for standard error, if that is a terminal. */
export function wrapFor({
  stderr,
  stderrIsTerminal,
}: Pick<CommandContext, 'stderr' | 'stderrIsTerminal'>): (text: string) => string {
  const columns = stderrIsTerminal ? (stderr.columns ?? 80) : undefined;
  return (text) => wrap(text, columns);
}

/** `a`, `a and b`, `a, b and c`. */
export function listOf(items: readonly string[], conjunction = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} ${conjunction} ${last}` : last;
}

/** Styles for text on a terminal; each returns the text unchanged if colours are off. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  /** The only colour: marks what needs the user's attention. */
  accent(text: string): string;
}

/** @param colour true on a terminal without NO_COLOR */
export function paint(colour: boolean): Paint {
  const createStyle = (open: number, close: number) => (text: string) =>
    colour ? `\u001B[${open}m${text}\u001B[${close}m` : text;
  return { bold: createStyle(1, 22), dim: createStyle(2, 22), accent: createStyle(33, 39) };
}
