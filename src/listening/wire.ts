import { RefrainError } from '../errors/refrain-error.ts';

// Answers are read leniently: a wrong field is left out, a wrong item is left out, and the rest of the answer is kept.
// https://developer.spotify.com/documentation/web-api/references/changes/february-2026 lists fields that were removed.

/** The fields of an object; undefined if the value is not an object. */
export function toFields(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

/** Undefined for an empty text, and for everything that is not a text. */
export const toText = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** Milliseconds; null for what cannot be a duration. */
export const toDuration = (value: unknown): number | null =>
  typeof value === 'number' && value >= 0 && value < Infinity ? value : null;

/** What `read` makes of each entry, without those it cannot read. Empty if the value is not a list. */
export function toList<Entry>(value: unknown, read: (entry: unknown) => Entry | undefined): readonly Entry[] {
  return Array.isArray(value) ? value.map(read).filter((entry) => entry !== undefined) : [];
}

/** The same for the `items` of an answer. @throws RefrainError `answer_unreadable` if it has no list of them */
export function readItems<Entry>(
  { items }: Readonly<Record<string, unknown>>,
  read: (entry: unknown) => Entry | undefined,
): readonly Entry[] {
  if (!Array.isArray(items)) throw new RefrainError('answer_unreadable');
  return toList(items, read);
}
