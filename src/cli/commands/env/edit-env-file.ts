import { readEnvLines, type EnvLine } from './env-lines.ts';

/** A variable to be written. */
export interface Entry {
  readonly name: string;
  /** As it stands behind the `=`, quotes included. Undefined: left empty where it stands, and not put in where not. */
  readonly written: string | undefined;
}

export interface Edited {
  readonly text: string;
  /** The names whose lines are new or other than before. */
  readonly changed: readonly string[];
  /** The names that had a value and are empty now. */
  readonly emptied: readonly string[];
}

/**
 * A `.env` file with these variables set. Every other line, comment, line break and blank stays as it is.
 *
 * A variable that stands there is changed in its place, each time that it stands there; one that is only there as an
 * empty comment (`# NAME=`) takes that comment's place, and one that is there as a comment with a value comes behind it.
 * What is new comes at the end, in the order given.
 */
export function editEnvFile(text: string, entries: readonly Entry[]): Edited {
  const before = readEnvLines(text);
  const lineBreak = before.find(({ lineEnd }) => lineEnd !== '')?.lineEnd ?? '\n';
  let lines = before;
  const changed: string[] = [];
  const emptied: string[] = [];
  for (const entry of entries) {
    const after = withEntry(lines, entry, lineBreak);
    if (joined(after) !== joined(lines)) (entry.written === undefined ? emptied : changed).push(entry.name);
    lines = after;
  }
  return { text: joined(lines), changed, emptied };
}

const joined = (lines: readonly EnvLine[]) => lines.map(({ text, lineEnd }) => text + lineEnd).join('');

function withEntry(lines: readonly EnvLine[], { name, written }: Entry, lineBreak: string): readonly EnvLine[] {
  if (lines.some((line) => line.kind === 'assignment' && line.name === name)) {
    return lines.map((line) =>
      line.kind === 'assignment' && line.name === name
        ? { ...line, text: `${line.before}${name}=${written ?? ''}${line.after}` }
        : line,
    );
  }
  if (written === undefined) return lines;
  const assigned = { kind: 'assignment', name, before: '', after: '', text: `${name}=${written}` } as const;
  const at = lines.findLastIndex((line) => line.kind === 'commented' && line.name === name);
  const comment = lines[at];
  if (comment?.kind !== 'commented') return [...closed(lines, lineBreak), { ...assigned, lineEnd: lineBreak }];
  if (comment.isEmpty) return lines.with(at, { ...assigned, lineEnd: comment.lineEnd });
  return [
    ...closed(lines.slice(0, at + 1), lineBreak),
    { ...assigned, lineEnd: comment.lineEnd },
    ...lines.slice(at + 1),
  ];
}

/** The lines with the last of them ended, so that another may follow. */
function closed(lines: readonly EnvLine[], lineBreak: string): readonly EnvLine[] {
  const last = lines.at(-1);
  return last?.lineEnd === '' ? [...lines.slice(0, -1), { ...last, lineEnd: lineBreak }] : lines;
}
