import { longestKept } from '../../../listening/lists/decide.ts';

/** What is known of a file from the last run. */
export interface WrittenFile {
  /** A hash of what it was made from. */
  readonly key: string;
  /** How many pictures could not be fetched for it. */
  readonly missing: number;
  /** When its items were last fetched, to a day, epoch milliseconds. Null if they are not shown any more. */
  readonly confirmedAt: number | null;
}

/** What this run would write. */
export interface NextFile {
  readonly key: string;
  /** Whether the list could not be fetched: the file would say that it is not available. */
  readonly isFailing: boolean;
}

/**
 * What happens to a file. `keep`: it stays as it is. `retry_pictures`: it stays, unless pictures that it lacks can be
 * fetched now. `write`: it is made from the new items. `expire`: it says that the list is not available.
 */
export type FileDecision = 'keep' | 'retry_pictures' | 'write' | 'expire';

/**
 * Decides what happens to one file. Pure.
 * @param last undefined if the file is not there, or if another program has made it
 * @param now epoch milliseconds
 */
export function decideFile(last: WrittenFile | undefined, next: NextFile, now: number): FileDecision {
  if (last?.key === next.key) return last.missing > 0 ? 'retry_pictures' : 'keep';
  if (!next.isFailing) return 'write';
  return last && isRecent(last.confirmedAt, now) ? 'keep' : 'expire';
}

/** Whether items may still be shown. */
function isRecent(confirmedAt: number | null, now: number): boolean {
  return confirmedAt !== null && Math.abs(now - confirmedAt) <= longestKept;
}

/** How exactly the manifest says when items were fetched, milliseconds: an unchanged file changes it once a day. */
const exactness = 24 * 60 * 60 * 1000;

/** When the items of a file were last fetched, after this run. Pure. @param fetchedAt null if the fetch failed */
export function confirm(
  {
    confirmedAt,
    now,
    isWritten,
  }: { readonly confirmedAt: number | null; readonly now: number; readonly isWritten: boolean },
  fetchedAt: number | null,
): number | null {
  if (fetchedAt === null) return isRecent(confirmedAt, now) ? confirmedAt : null;
  const isExact = confirmedAt !== null && confirmedAt <= fetchedAt && fetchedAt - confirmedAt < exactness;
  return isExact && !isWritten ? confirmedAt : fetchedAt;
}
