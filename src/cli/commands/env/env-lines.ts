/** One assignment in a `.env` file, with the text around its value. */
interface Assignment {
  readonly kind: 'assignment';
  readonly name: string;
  /** Spaces and `export ` before the name. */
  readonly before: string;
  /** The comment after the value, with the spaces before it, or an empty string. */
  readonly after: string;
  /** The whole assignment. A quoted value may have several lines. */
  readonly text: string;
  /** The line break: `\n`, `\r\n`, or an empty string at the end of the file. */
  readonly lineEnd: string;
}

/** An assignment in a comment: an empty one from a template, or an old value. */
interface CommentedAssignment {
  readonly kind: 'commented';
  readonly name: string;
  readonly isEmpty: boolean;
  readonly text: string;
  readonly lineEnd: string;
}

/** Any other line. */
interface OtherLine {
  readonly kind: 'other';
  readonly text: string;
  readonly lineEnd: string;
}

export type EnvLine = Assignment | CommentedAssignment | OtherLine;

const start = /^([ \t]*(?:export[ \t]+)?)([A-Za-z_][A-Za-z0-9_.-]*)(?:[ \t]*=[ \t]*|:[ \t]+)/;
const commented = /^[ \t]*#+[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)[ \t]*=[ \t]*(.*)$/;

/**
 * Splits a `.env` file into lines without losing a character. A quoted value may have several lines, as in dotenv, Node
 * and shells; text inside it is never read as an assignment.
 */
export function readEnvLines(text: string): readonly EnvLine[] {
  const lines: EnvLine[] = [];
  for (let at = 0; at < text.length;) {
    const line = readLine(text, at);
    lines.push(line);
    at += line.text.length + line.lineEnd.length;
  }
  return lines;
}

function readLine(text: string, at: number): EnvLine {
  const first = readToLineEnd(text, at);
  const head = start.exec(first.text);
  if (head) {
    const [all, before = '', name = ''] = head;
    const valueEnd = findValueEnd(text, at + all.length, at + first.text.length);
    const { text: rest, lineEnd } = readToLineEnd(text, valueEnd);
    const after = /^[ \t]+#.*$/.test(rest) ? rest.trimEnd() : '';
    return { kind: 'assignment', name, before, after, text: text.slice(at, valueEnd) + rest, lineEnd };
  }
  const [, name, value = ''] = commented.exec(first.text) ?? [];
  if (name === undefined) return { kind: 'other', ...first };
  return { kind: 'commented', name, isEmpty: /^(""|'')?\s*(#.*)?$/.test(value), ...first };
}

function readToLineEnd(text: string, at: number): { readonly text: string; readonly lineEnd: string } {
  const breakAt = text.indexOf('\n', at);
  if (breakAt < 0) return { text: text.slice(at), lineEnd: '' };
  const isPair = breakAt > at && text[breakAt - 1] === '\r';
  return { text: text.slice(at, isPair ? breakAt - 1 : breakAt), lineEnd: isPair ? '\r\n' : '\n' };
}

/**
 * Finds the end of a value that starts at `at`: after its closing quote, even on a later line, or before a comment or the
 * end of the line. A quote that is never closed is an ordinary character.
 */
function findValueEnd(text: string, at: number, lineEnd: number): number {
  const quote = text[at];
  if (quote === '"' || quote === "'" || quote === '`') {
    for (let next = at + 1; next < text.length; next += 1) {
      if (text[next] === '\\' && quote !== "'") next += 1;
      else if (text[next] === quote) return next + 1;
    }
  }
  const comment = /[ \t]+#/.exec(text.slice(at, lineEnd));
  return comment ? at + comment.index : lineEnd;
}
