/** A program of at most ten lines, to read at a glance. It handles no errors: the whole program does. */
export interface ShortProgram {
  readonly name: 'refrain' | 'JavaScript' | 'Python' | 'curl';
  readonly text: string;
}

/** The most lines that a short program has, and the most characters that a line has: what fits into its box on the page. */
export const shortest = { lines: 10, characters: 74 } as const;

/** Joins the parts of a program, with an empty line between them if there is room for it. */
export function joinParts(...parts: readonly (readonly string[])[]): string {
  const filled = parts.filter((lines) => lines.length > 0);
  const fits = filled.flat().length + filled.length - 1 <= shortest.lines;
  return filled.map((lines) => lines.join('\n')).join(fits ? '\n\n' : '\n');
}
