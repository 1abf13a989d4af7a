import type { Answer, AnswerState, Problem } from '../answer.ts';
import { isSameItem } from '../calls/to-item.ts';
import type { Item } from '../item.ts';
import { minute } from '../../text/durations.ts';
import { isPaused, type ListDecision, type KnownList, type Pause } from './decide.ts';
import type { ListId } from './list-key.ts';
import { getPlayerNow } from './player.ts';

/** A list, and what was decided for it. */
export interface DecidedList extends KnownList {
  readonly decision: ListDecision;
}

/** Everything that an answer is made of. */
export interface AnswerParts {
  readonly id: ListId;
  readonly own: DecidedList;
  /** The list of recent plays for `now-playing`, and the other way round. */
  readonly companion: DecidedList | undefined;
  readonly pause: Pause | undefined;
  readonly now: number;
  readonly publish: (item: Item) => boolean;
}

/** How long after its fetch the current track is shown above the recent plays, in milliseconds. */
const longestLive = 10 * minute;

/** Makes the answer for one list from what is known. Pure. */
export function composeAnswer(parts: AnswerParts): Answer {
  const { id, own, now } = parts;
  const { list, timeRange } = id;
  const fetchedAt = own.kept?.fetchedAt ?? null;
  const content =
    list === 'now-playing'
      ? composePlayer(parts)
      : list === 'recently-played'
        ? composeRecent(parts)
        : { ...silent, items: own.kept?.items.filter(parts.publish) ?? [] };
  const state = getState(own, content.items.length === 0 && (content.status === null || content.status === 'idle'));
  return { list, timeRange, state, ...content, fetchedAt, at: now, problem: getProblem(parts) };
}

/** The answer while the owner shares nothing. */
export function composeHidden({ list, timeRange }: Omit<ListId, 'key'>, now: number): Answer {
  return { list, timeRange, state: 'hidden', ...silent, items: [], fetchedAt: null, at: now, problem: null };
}

type Content = Pick<Answer, 'status' | 'startedAt' | 'progressMs' | 'items'>;

const silent = { status: null, startedAt: null, progressMs: null } as const;

function composePlayer({ own, companion, now, publish }: AnswerParts): Content {
  if (!own.kept) return { ...silent, items: [] };
  const { status, item, ended, startedAt, progressMs } = getPlayerNow(own.kept, now);
  if (item && publish(item)) return { status, startedAt, progressMs, items: [item] };
  const plays = [...(ended ? [ended] : []), ...(companion?.kept?.items ?? [])].filter(publish);
  const [last] = plays.toSorted((one, other) => (other.playedAt ?? 0) - (one.playedAt ?? 0));
  return { ...silent, status: item ? 'idle' : status, items: last ? [last] : [] };
}

function composeRecent({ own, companion, now, publish }: AnswerParts): Content {
  const plays = own.kept?.items ?? [];
  const content = { ...silent, items: mergeRepeats(plays.filter(publish)) };
  if (!own.kept || own.decision.do === 'wait' || !companion?.kept || companion.failure) return content;
  const { status, item, ended, startedAt, progressMs } = getPlayerNow(companion.kept, now);
  const putFirst = (newest: Item) => mergeRepeats([newest, ...content.items]).slice(0, 50);
  if (item && publish(item) && Math.abs(now - companion.kept.fetchedAt) < longestLive) {
    return { status, startedAt, progressMs, items: putFirst(item) };
  }
  const isNewest = ended?.playedAt && ended.playedAt > (plays[0]?.playedAt ?? 0) && publish(ended);
  return isNewest ? { ...content, items: putFirst(ended) } : content;
}

/** An item directly after itself counts once: the newest play. */
function mergeRepeats(items: readonly Item[]): readonly Item[] {
  return items.filter((item, index) => {
    const newer = items[index - 1];
    return !newer || !isSameItem(item, newer);
  });
}

/** How current a list is. */
export function getState({ kept, failure, decision }: DecidedList, isEmpty: boolean): AnswerState {
  if (failure || decision.do === 'wait') return 'failing';
  if (!kept) return 'warming';
  if (isEmpty) return 'empty';
  return decision.do === 'serve' ? 'fresh' : 'stale';
}

/** Prefers a problem that needs a person, then the problem that ends last, because visitors wait for that one. */
function getProblem({ own: { failure, decision }, pause, now }: AnswerParts): Problem | null {
  const isWaiting = decision.do === 'wait' && isPaused(pause, now) && failure?.retryAt !== null;
  if (isWaiting && pause.until > (failure?.retryAt ?? 0)) return { code: pause.code, retryAt: pause.until };
  return failure ? { code: failure.code, retryAt: failure.retryAt } : null;
}
