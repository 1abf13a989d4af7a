/** A program of at most ten lines, to read at a glance. It does not handle errors; the whole program does. */
export interface ShortProgram {
  readonly name: 'refrain' | 'JavaScript' | 'Python' | 'curl';
  readonly text: string;
}

/** The most lines of a program, and the most characters of a line, that fit into the box on the page. */
const maxSize = { lines: 10, characters: 74 } as const;

/** Joins the parts of a program, with empty lines between them if there is room. */
export function joinParts(...parts: readonly (readonly string[])[]): string {
  const filled = parts.filter((lines) => lines.length > 0);
  const fits = filled.flat().length + filled.length - 1 <= maxSize.lines;
  return filled.map((lines) => lines.join('\n')).join(fits ? '\n\n' : '\n');
}
