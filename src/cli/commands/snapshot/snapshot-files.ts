import type { Answer, ListName } from '../../../listening/answer.ts';
import { itemLimit, limitOf, type Look } from '../../../listening/views/look.ts';
import type { SnapshotFlags, SnapshotFormat } from './flags.ts';

/** One file of a list. */
export interface SnapshotFile {
  /** Below the folder of the snapshot, with slashes: `top/tracks-light.svg`. */
  readonly path: string;
  readonly format: SnapshotFormat;
  readonly look: Look;
}

type LookFlags = Pick<SnapshotFlags, 'limit' | 'width'>;

/** The files of a list. An SVG is written three times: a page chooses between light and dark, or lets the card follow. */
export function filesOf(
  list: ListName,
  formats: readonly SnapshotFormat[],
  { limit, width }: LookFlags,
): readonly SnapshotFile[] {
  const look = { limit, times: 'date' } as const;
  return formats.flatMap((format): readonly SnapshotFile[] => {
    if (format !== 'svg') return [{ path: `${list}.${format}`, format, look }];
    const card = (ending: string, theme: Look['theme']) => ({
      path: `${list}${ending}.svg`,
      format,
      look: { ...look, width, theme },
    });
    return [card('', 'auto'), card('-light', 'light'), card('-dark', 'dark')];
  });
}

/** The answer of a list whose items are too old to be shown, or were never fetched. */
export function toUnavailableAnswer(answer: Answer): Answer {
  const nothing = { items: [], status: null, startedAt: null, progressMs: null, fetchedAt: null };
  return { ...answer, state: 'failing', ...nothing };
}

/** What a file depends on, as a text: the items that it shows, the status, and the options. Not when they were fetched. */
export function describeContent(
  { list, timeRange, status, items, state, problem }: Answer,
  file: SnapshotFile,
): string {
  const { format, look } = file;
  const shown = items.slice(0, limitOf(look, format === 'json' ? itemLimit.json : itemLimit.default));
  const failure = state === 'failing' ? { needsPerson: problem?.retryAt === null } : null;
  return JSON.stringify([format, look, list, timeRange, status, shown, failure]);
}
