import { RefrainError } from '../../../errors/refrain-error.ts';
import { listNames, type Answer, type ListName } from '../../../listening/answer.ts';
import type { ListeningForHandler } from '../../../listening/listening.ts';
import { scopeOf, toListKey } from '../../../listening/lists/list-key.ts';
import type { ChosenList, SnapshotFlags } from './flags.ts';

/** The lists that are written if none is named. What plays now would have ended before a visitor sees the file. */
const defaultLists: readonly ListName[] = listNames.filter((list) => list !== 'now-playing');

/**
 * Chooses the lists that are written: those that are named, otherwise those that the token allows.
 * @param folder `scopes`: what the token allows; undefined if it is not known. `known`: the lists that are in the folder.
 * They count as named, so that a missing scope is noticed
 */
export function chooseLists(
  { list: named, timeRange = 'medium_term' }: Pick<SnapshotFlags, 'list' | 'timeRange'>,
  { scopes, known }: { readonly scopes: readonly string[] | undefined; readonly known: readonly ListName[] },
): readonly ChosenList[] {
  if (named) return named.map((one) => ({ list: one.list, timeRange: one.timeRange ?? timeRange }));
  const isGranted = (list: ListName) => scopes?.includes(scopeOf(toListKey(list))) ?? false;
  const chosen = defaultLists.filter((list) => known.includes(list) || isGranted(list));
  return chosen.map((list) => ({ list, timeRange }));
}

/** Gets lists as they are now, however long it takes. It never rejects. */
export async function fetchLists(
  listening: Pick<ListeningForHandler, 'get' | 'pending'>,
  lists: readonly ChosenList[],
): Promise<readonly Answer[]> {
  const getAll = () => Promise.all(lists.map(({ list, timeRange }) => listening.get(list, { timeRange })));
  // The first answers do not wait for Spotify for long, or are older ones.
  await getAll();
  await listening.pending();
  return getAll();
}

/** Answers for lists that cannot be asked for, because there is no access token. */
export function toFailedAnswers(
  lists: readonly ChosenList[],
  { error, needsPerson, now }: { readonly error: RefrainError; readonly needsPerson: boolean; readonly now: number },
): readonly Answer[] {
  const problem = { code: error.code, retryAt: needsPerson ? null : (error.retryAt ?? now) };
  const nothing = { status: null, startedAt: null, progressMs: null, fetchedAt: null, items: [] };
  return lists.map(({ list, timeRange }) => ({
    list,
    timeRange: list.startsWith('top/') ? timeRange : null,
    state: 'failing',
    at: now,
    problem,
    ...nothing,
  }));
}

/** The error of a list that could not be fetched. Undefined if it was. */
export function errorOf({ state, problem, list }: Answer): RefrainError | undefined {
  if (state !== 'failing' && state !== 'warming') return undefined;
  const { code = 'timed_out', retryAt = null } = problem ?? {};
  if (code === 'scope_missing') {
    const detail = `The token lacks the scope ${scopeOf(toListKey(list))}, which ${list} needs.`;
    return new RefrainError(code, { detail });
  }
  return new RefrainError(code, retryAt === null ? {} : { retryAt });
}
