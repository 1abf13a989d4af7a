import { readEnvLines, type EnvLine } from './env-lines.ts';

/** A variable to set. */
export interface EnvEntry {
  readonly name: string;
  /** The text after the `=`, with its quotes. Undefined clears the variable if the file has it. */
  readonly value: string | undefined;
}

/** A `.env` file after an edit. */
export interface EditedEnvFile {
  readonly text: string;
  /** Names whose lines are new or changed. */
  readonly changed: readonly string[];
  /** Names that had a value and are empty now. */
  readonly emptied: readonly string[];
}

/**
 * Sets variables in a `.env` file and keeps everything else as it is: other lines, comments, line breaks and spaces.
 *
 * A variable is changed in every line that sets it. If it is only in an empty comment (`# NAME=`), it replaces that
 * comment; if it is in a comment with a value, it goes below. New variables go to the end, in the order of `entries`.
 */
export function editEnvFile(text: string, entries: readonly EnvEntry[]): EditedEnvFile {
  const original = readEnvLines(text);
  const lineBreak = original.find(({ lineEnd }) => lineEnd !== '')?.lineEnd ?? '\n';
  let lines = original;
  const changed: string[] = [];
  const emptied: string[] = [];
  for (const entry of entries) {
    const edited = setEntry(lines, entry, lineBreak);
    if (joinLines(edited) !== joinLines(lines)) (entry.value === undefined ? emptied : changed).push(entry.name);
    lines = edited;
  }
  return { text: joinLines(lines), changed, emptied };
}

const joinLines = (lines: readonly EnvLine[]) => lines.map(({ text, lineEnd }) => text + lineEnd).join('');

function setEntry(lines: readonly EnvLine[], { name, value }: EnvEntry, lineBreak: string): readonly EnvLine[] {
  if (lines.some((line) => line.kind === 'assignment' && line.name === name)) {
    return lines.map((line) =>
      line.kind === 'assignment' && line.name === name
        ? { ...line, text: `${line.before}${name}=${value ?? ''}${line.after}` }
        : line,
    );
  }
  if (value === undefined) return lines;
  const assignment = { kind: 'assignment', name, before: '', after: '', text: `${name}=${value}` } as const;
  const index = lines.findLastIndex((line) => line.kind === 'commented' && line.name === name);
  const comment = lines[index];
  if (comment?.kind !== 'commented') return [...endLastLine(lines, lineBreak), { ...assignment, lineEnd: lineBreak }];
  if (comment.isEmpty) return lines.with(index, { ...assignment, lineEnd: comment.lineEnd });
  return [
    ...endLastLine(lines.slice(0, index + 1), lineBreak),
    { ...assignment, lineEnd: comment.lineEnd },
    ...lines.slice(index + 1),
  ];
}

/** Adds a line break to the last line if it has none, so that another line can follow. */
function endLastLine(lines: readonly EnvLine[], lineBreak: string): readonly EnvLine[] {
  const last = lines.at(-1);
  return last?.lineEnd === '' ? [...lines.slice(0, -1), { ...last, lineEnd: lineBreak }] : lines;
}
