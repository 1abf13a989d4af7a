import { listOf } from './text.ts';

/** The edit distance: how many letters to insert, delete, change or swap with their neighbour. */
function distanceOf(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const changed = one[i - 1] === other[j - 1] ? 0 : 1;
      const above = rows[i - 1] ?? [];
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + changed);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    rows.push(row);
  }
  return rows[one.length]?.[other.length] ?? 0;
}

/**
 * The known names that are most similar to what was typed, ignoring case, the most similar first. A name that contains
 * the typed text counts as similar, so `top` finds `user-top-read`.
 */
export function closestMatch(typed: string, known: readonly string[], most = 3): readonly string[] {
  const wanted = typed.toLowerCase().slice(0, 200);
  if (wanted === '') return [];
  return known
    .map((name) => {
      const lower = name.toLowerCase();
      const contained = wanted.length >= 3 && lower.includes(wanted);
      return { name, distance: contained ? 0 : distanceOf(wanted, lower) / Math.max(wanted.length, lower.length) };
    })
    .filter(({ distance }) => distance <= 0.4)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ name }) => name);
}

/** ` Did you mean a, b or c?`, with a blank in front; empty if no known name is similar. */
export function didYouMean(typed: string, known: readonly string[]): string {
  const matches = closestMatch(typed, known);
  return matches.length === 0 ? '' : ` Did you mean ${listOf(matches, 'or')}?`;
}
