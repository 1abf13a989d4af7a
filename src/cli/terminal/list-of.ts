/** `a`, `a and b`, `a, b and c`. */
export function listOf(things: readonly string[], word = 'and'): string {
  const last = things.at(-1) ?? '';
  return things.length > 1 ? `${things.slice(0, -1).join(', ')} ${word} ${last}` : last;
}
