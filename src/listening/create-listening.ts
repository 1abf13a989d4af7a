import { systemClock } from '../keeper/platform/clock.ts';
import { minute } from '../text/durations.ts';
import type { Answer } from './answer.ts';
import type { Item } from './item.ts';
import { createCovers } from './covers/create-covers.ts';
import type { ListeningForHandler, ListeningOptions, ListOptions } from './listening.ts';
import { lastsUntilFixed } from './lists/apply-failure.ts';
import { composeAnswer, composeHidden } from './lists/compose.ts';
import { getHealth } from './lists/health.ts';
import { toListKey, type ListKey } from './lists/list-key.ts';
import { createListMemory, type ListEntry } from './lists/list-memory.ts';
import { getPlayerNow } from './lists/player.ts';
import { createRefresh } from './lists/refresh-list.ts';
import { SharedWork } from './lists/shared-work.ts';
import { tryFor } from './lists/try-for.ts';

/** How long a first answer may take, in milliseconds. Image proxies remember failures, so it must not take longer. */
const firstAnswerTime = 2500;

/** How long a prepared answer is used, in milliseconds. Then its ages are too old. */
const preparedFor = minute;
/** The same while something plays. Then its progress is too old. */
const preparedForPlaying = 10_000;

/** An answer that is used for all visitors as long as it is current. */
interface PreparedAnswer {
  readonly answer: Answer;
  /** The revision of the lists that it was made from. */
  readonly revision: number;
  /** When it must be made again, epoch milliseconds. */
  readonly until: number;
}

/**
 * Creates the lists of one account, for any number of visitors. It asks Spotify only when a visitor looks, and once for
 * all visitors. It shows a good answer until there is a newer one.
 *
 * @example
 * ```ts
 * const listening = createListening({ keeper });
 * const { items } = await listening.get('recently-played');
 * ```
 */
export function createListening(options: ListeningOptions): ListeningForHandler {
  const { keeper, clock = systemClock, hasPlayer = true } = options;
  const memory = createListMemory(options, clock);
  const { refresh, readState } = createRefresh(memory, keeper, clock);
  const { imageOrigin, isPractice } = keeper;
  const covers = createCovers({
    fetchImage: options.fetchImage ?? keeper.fetchImage ?? ((url, init) => fetch(url, init)),
    imageOrigin,
    clock,
    track: (work) => memory.track(work),
  });
  const refreshes = new SharedWork<ListEntry>(clock);
  const prepared = new Map<ListKey, PreparedAnswer>();

  function isHidden(): boolean {
    try {
      return options.hidden?.() ?? false;
    } catch {
      return true;
    }
  }

  function isPublished(item: Item): boolean {
    try {
      // A program without types can pass an async function, whose promise must not count as true.
      return !options.publish || options.publish(item) === true;
    } catch {
      return false;
    }
  }

  /** Starts a refresh if one is due. @returns the refresh that is running; undefined if there is none */
  function startRefresh(entry: ListEntry): Promise<void> | undefined {
    memory.forgetOld(entry);
    const running = refreshes.find(entry)?.work;
    if (running || (entry.isLoaded && memory.decide(entry).do !== 'fetch')) return running;
    return memory.track(refreshes.replace(entry, () => refresh(entry)));
  }

  const { 'now-playing': player, 'recently-played': recent } = memory.entries;
  /** The list that begins with what plays now. */
  const merged = hasPlayer ? recent : undefined;

  /** Whether the last play is needed, because nothing is playing. */
  function needsLastPlay(): boolean {
    if (!player.kept) return false;
    const { item } = getPlayerNow(player.kept, clock.now());
    return !item || !isPublished(item);
  }

  /** Starts the refreshes that are due: of a list, and of the list that is combined with it. */
  function startRefreshes(entry: ListEntry): Promise<unknown> | undefined {
    const own = startRefresh(entry);
    if (entry === merged) {
      const other = startRefresh(player);
      return own && other ? Promise.all([own, other]) : own;
    }
    if (entry !== player) return own;
    const startRecent = () => (needsLastPlay() ? startRefresh(recent) : undefined);
    return own ? memory.track(own.then(startRecent)) : startRecent();
  }

  function hasContent(entry: ListEntry): boolean {
    if (!entry.kept) return false;
    return entry !== player || !needsLastPlay() || recent.isLoaded;
  }

  function compose(entry: ListEntry): PreparedAnswer {
    const now = clock.now();
    const { pause, revision } = memory;
    const combined = entry === player ? recent : entry === merged ? player : undefined;
    const withDecision = (list: ListEntry) => ({ ...list, decision: memory.decide(list) });
    const own = withDecision(entry);
    const companion = combined && withDecision(combined);
    const answer = isHidden()
      ? composeHidden(entry.id, now)
      : composeAnswer({ id: entry.id, own, companion, pause, now, publish: isPublished });
    const ends = [
      now + (answer.status === 'playing' ? preparedForPlaying : preparedFor),
      own.decision.until,
      companion?.decision.until ?? 0,
      answer.status !== null && player.kept ? getPlayerNow(player.kept, now).until : 0,
    ];
    const until = Math.min(...ends.filter((end) => end > now));
    return { answer: { ...answer, ...(isPractice && { isPractice }) }, revision, until };
  }

  /**
   * The answer that needs no wait; undefined if there is nothing to show yet.
   * @param mustBeNow whether the time of the answer must be now; if not, the same object may be returned again
   */
  function peek(entry: ListEntry, mustBeNow: boolean): Answer | undefined {
    const now = clock.now();
    const last = prepared.get(entry.id.key);
    const isCurrent = last && last.revision === memory.revision && now >= last.answer.at && now < last.until;
    if (isCurrent && isHidden() === (last.answer.state === 'hidden')) {
      return mustBeNow && last.answer.at !== now ? { ...last.answer, at: now } : last.answer;
    }
    entry.isAsked = true;
    if (!isHidden() && startRefreshes(entry) && !hasContent(entry)) return undefined;
    const next = compose(entry);
    prepared.set(entry.id.key, next);
    return next.answer;
  }

  async function wait(entry: ListEntry): Promise<void> {
    const work = startRefreshes(entry);
    if (!work) return;
    const left = (refreshes.find(entry)?.startedAt ?? clock.now()) + firstAnswerTime - clock.now();
    await tryFor(() => work, Math.max(0, left), clock);
  }

  const find = (list: Answer['list'], { timeRange }: ListOptions = {}) => memory.entries[toListKey(list, timeRange)];

  return {
    async get(list, listOptions) {
      try {
        const entry = find(list, listOptions);
        const answer = peek(entry, true);
        if (answer) return answer;
        await wait(entry);
        return compose(entry).answer;
      } catch {
        // Only a program without types can ask for a list that does not exist.
        const nothing = composeHidden({ list, timeRange: null }, clock.now());
        return { ...nothing, state: 'failing', problem: { code: 'unexpected', retryAt: null } };
      }
    },
    peek: (list, listOptions) => peek(find(list, listOptions), false),
    pending: () => memory.pending(),
    retry() {
      for (const entry of Object.values(memory.entries)) {
        if (entry.failure && lastsUntilFixed(entry.failure.code)) entry.failure = undefined;
      }
      memory.revision++;
    },
    covers,
    health: async () => ({
      ...getHealth(memory, await readState(), clock.now()),
      ...(isPractice && { practice: true }),
    }),
    async clear() {
      await readState();
      await memory.erase();
    },
  };
}
