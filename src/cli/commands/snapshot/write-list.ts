import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer } from '../../../listening/answer.ts';
import type { Listening } from '../../../listening/listening.ts';
import { coverAddresses } from '../../../listening/views/covers.ts';
import { views } from '../../../listening/views/views.ts';
import { writeWholeFile } from '../serve/write-whole-file.ts';
import { confirm, decideFile, type WrittenFile } from './decide-file.ts';
import type { ManifestList } from './manifest.ts';
import { describeContent, toUnavailableAnswer, type SnapshotFile } from './snapshot-files.ts';

/** What happened to the files of a list. */
export interface WrittenList {
  /** Paths below the folder, with slashes. */
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Those of them that say that the list is not available. */
  readonly unavailable: readonly string[];
  readonly manifest: ManifestList;
}

/**
 * Writes those files of a list that have to change.
 * @param before what is known of the files that are there
 * @param covers gets the artwork of an answer
 * @param now epoch milliseconds
 * @throws an error of the system
 */
export async function writeList(
  {
    folder,
    answer,
    files,
  }: { readonly folder: string; readonly answer: Answer; readonly files: readonly SnapshotFile[] },
  before: ManifestList | undefined,
  { covers, now }: { readonly covers: Listening['covers']; readonly now: number },
): Promise<WrittenList> {
  const isFailing = answer.state === 'failing' || answer.state === 'warming';
  const shown = isFailing ? toUnavailableAnswer(answer) : answer;
  const fetchedAt = isFailing ? null : answer.fetchedAt;
  const results = await Promise.all(
    files.map(async (file) => {
      const path = join(folder, file.path);
      const last = (await isFile(path)) ? before?.[file.path] : undefined;
      const key = hash(describeContent(shown, file));
      const decision = decideFile(last, { key, isFailing }, now);
      const isUnavailable = isFailing && (decision === 'expire' || last?.key === key);
      const confirmedAt = last?.confirmedAt ?? null;
      const toResult = (made: Pick<WrittenFile, 'key' | 'missing'>, isWritten: boolean) => ({
        path: file.path,
        made: { ...made, confirmedAt: confirm({ confirmedAt, now, isWritten }, fetchedAt) },
        isUnavailable,
        isWritten,
      });
      if (last && decision === 'keep') return toResult(last, false);
      const { text, missing } = await draw(shown, file, covers);
      if (last && decision === 'retry_pictures' && missing >= last.missing) return toResult(last, false);
      await writeWholeFile(path, text);
      return toResult({ key, missing }, true);
    }),
  );
  const pathsOf = (chosen: typeof results) => chosen.map(({ path }) => path);
  return {
    written: pathsOf(results.filter((result) => result.isWritten)),
    unchanged: pathsOf(results.filter((result) => !result.isWritten)),
    unavailable: pathsOf(results.filter(({ isUnavailable }) => isUnavailable)),
    manifest: {
      ...before,
      ...Object.fromEntries(results.map(({ path, made }): [string, WrittenFile] => [path, made])),
    },
  };
}

async function draw(
  answer: Answer,
  { format, look }: SnapshotFile,
  getCovers: Listening['covers'],
): Promise<{ readonly text: string; readonly missing: number }> {
  if (format !== 'svg') return { text: views[format](answer, look), missing: 0 };
  const covers = await getCovers(answer, look);
  const missing = coverAddresses(answer, look).filter((address) => !covers.has(address)).length;
  return { text: views.svg(answer, { ...look, covers }), missing };
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (facts) => facts.isFile(),
    () => false,
  );
}
