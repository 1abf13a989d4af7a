/** One assignment in a `.env` file, with all that stands around its value. */
export interface Assignment {
  readonly kind: 'assignment';
  readonly name: string;
  /** Blanks and `export ` before the name. */
  readonly before: string;
  /** A comment behind the value, with the blanks before it; else empty. */
  readonly after: string;
  /** The whole of it, as it stands; several lines where a quoted value has several. */
  readonly text: string;
  /** The line break behind it: `\n`, `\r\n`, or empty at the end of the file. */
  readonly lineEnd: string;
}

/** An assignment that a `#` has taken out: a template's empty place, or what somebody wants to remember. */
export interface CommentedAssignment {
  readonly kind: 'commented';
  readonly name: string;
  readonly isEmpty: boolean;
  readonly text: string;
  readonly lineEnd: string;
}

/** Anything else. */
export interface OtherLine {
  readonly kind: 'other';
  readonly text: string;
  readonly lineEnd: string;
}

export type EnvLine = Assignment | CommentedAssignment | OtherLine;

const start = /^([ \t]*(?:export[ \t]+)?)([A-Za-z_][A-Za-z0-9_.-]*)(?:[ \t]*=[ \t]*|:[ \t]+)/;
const commented = /^[ \t]*#+[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)[ \t]*=[ \t]*(.*)$/;

/**
 * Takes a `.env` file apart without losing a character: put together again, the lines are the text. A quoted value may
 * have several lines, as dotenv, Node and shells read it; what looks like an assignment inside it is none.
 */
export function readEnvLines(text: string): readonly EnvLine[] {
  const lines: EnvLine[] = [];
  for (let at = 0; at < text.length;) {
    const line = lineAt(text, at);
    lines.push(line);
    at += line.text.length + line.lineEnd.length;
  }
  return lines;
}

function lineAt(text: string, at: number): EnvLine {
  const first = upToLineEnd(text, at);
  const head = start.exec(first.text);
  if (head) {
    const [all, before = '', name = ''] = head;
    const valueEnd = endOfValue(text, at + all.length, at + first.text.length);
    const { text: rest, lineEnd } = upToLineEnd(text, valueEnd);
    const after = /^[ \t]+#.*$/.test(rest) ? rest.trimEnd() : '';
    return { kind: 'assignment', name, before, after, text: text.slice(at, valueEnd) + rest, lineEnd };
  }
  const [, name, value = ''] = commented.exec(first.text) ?? [];
  if (name === undefined) return { kind: 'other', ...first };
  return { kind: 'commented', name, isEmpty: /^(""|'')?\s*(#.*)?$/.test(value), ...first };
}

function upToLineEnd(text: string, at: number): { readonly text: string; readonly lineEnd: string } {
  const breakAt = text.indexOf('\n', at);
  if (breakAt < 0) return { text: text.slice(at), lineEnd: '' };
  const isPair = breakAt > at && text[breakAt - 1] === '\r';
  return { text: text.slice(at, isPair ? breakAt - 1 : breakAt), lineEnd: isPair ? '\r\n' : '\n' };
}

/**
 * Where a value that begins at `at` ends: behind its closing quote, wherever that is; else before a comment or the line's
 * end. A quote that is never closed is a letter like any other.
 */
function endOfValue(text: string, at: number, lineEnd: number): number {
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
