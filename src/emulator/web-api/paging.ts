/** A whole number from a query, within bounds; `undefined` for anything else. */
export function wholeNumber(
  value: string | undefined,
  { initial, least, most }: { initial: number; least: number; most: number },
): number | undefined {
  if (value === undefined) return initial;
  if (!/^\d{1,15}$/.test(value)) return undefined;
  const number = Number(value);
  return number >= least && number <= most ? number : undefined;
}
