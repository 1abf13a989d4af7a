// @ts-check
/** Doubts as they were told, and the lost answers and killed claimants that each must come from. */
import { isLost, lostAt } from './turns.mjs';

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */
/** @typedef {{ line: number, from: number, to: number, causes: { at: number, what: string }[] }} Doubt from the first word of it until it was mended */

/** So long may a client speak of a doubt that was mended meanwhile, milliseconds. */
const grace = 3000;

/** A person's word, by a consent or by a try that went well. @param {LoggedEvent} happened */
const isMending = ({ event, ok }) => event === 'adopted' || (event === 'tried' && ok);

/** @param {LoggedEvent} happened */
const saysDoubt = ({ event, state, was, code }) =>
  (event === 'told' && state === 'in_doubt' && was !== 'in_doubt') ||
  (event === 'failed' && code === 'refresh_token_in_doubt');

/**
 * What doubts may come of: answers that were lost, requests that ran out of time before they arrived (their sender
 * cannot know that they had not), and claimants that were killed.
 * @param {readonly LoggedEvent[]} events in order
 * @param {Map<string, import('./turns.mjs').Turn>} turns
 * @param {readonly { line: number, at: number, pid: number }[]} killedClaimants
 * @returns {{ line: number, at: number, what: string }[]} in order
 */
export function causesOfDoubt(events, turns, killedClaimants) {
  const late = events.filter(
    ({ event, error, turn }) => event === 'lost' && error === 'TimeoutError' && !turns.has(turn),
  );
  return [
    ...[...turns.values()]
      .filter(isLost)
      .map((turn) => ({ line: turn.line, at: lostAt(turn), what: `lost ${turn.id}` })),
    ...late.map(({ line = -1, at, turn }) => ({ line, at, what: `never arrived ${turn}` })),
    ...killedClaimants.map(({ line, at, pid }) => ({ line, at, what: `killed ${pid}` })),
  ].toSorted((one, other) => one.at - other.at);
}

/**
 * From each cause until a person's word: then a call may fail for doubt.
 * @param {readonly LoggedEvent[]} events in order
 * @param {ReturnType<typeof causesOfDoubt>} causes
 * @returns {{ line: number, from: number, to: number }[]}
 */
export function spansOfDoubt(events, causes) {
  const mendings = events.filter(isMending);
  return causes.map(({ line, at }) => ({
    line,
    from: at,
    to: mendings.find((one) => one.line === line && one.at > at)?.at ?? Infinity,
  }));
}

/**
 * Doubts as they were told.
 * @param {readonly LoggedEvent[]} events in order
 * @param {ReturnType<typeof causesOfDoubt>} all
 */
export function doubtsIn(events, all) {
  /** @type {Doubt[]} */
  const doubts = [];
  for (const [line, happenedThere] of byLine(events)) {
    const causes = all.filter((cause) => cause.line === line);
    /** @type {Doubt | undefined} */
    let last;
    let lastEnd = -Infinity;
    /** From when on a cause may be new. */
    let since = -Infinity;
    /** When each client last began a call, or changed the record. @type {Map<number, number>} */
    const upToDate = new Map();
    /** When each client last could not read the store. @type {Map<number, number>} */
    const blindSince = new Map();
    /** Since when each client knows of the doubt. @type {Map<number, number>} */
    const knowsSince = new Map();
    for (const happened of happenedThere) {
      const { at, pid, event, was, state } = happened;
      if (event === 'calling' || (event === 'written' && happened.written)) upToDate.set(pid, at);
      if (event === 'not read') blindSince.set(pid, at);
      // Who asked before the last one was mended may still speak of that.
      const isBlind = (blindSince.get(pid) ?? -Infinity) > at - grace && at < lastEnd + grace;
      const isNews = saysDoubt(happened) && (upToDate.get(pid) ?? at) > lastEnd && !isBlind;
      if (isNews) knowsSince.set(pid, at);
      // A late answer ends a doubt too; but most who say that it is over have only now heard of a mending.
      const isOver = event === 'told' && was === 'in_doubt' && state !== 'in_doubt';
      if (isMending(happened)) {
        if (last && last.to === Infinity) last.to = at;
        last = undefined;
        lastEnd = at;
      } else if (isOver && last && (knowsSince.get(pid) ?? 0) >= last.from) {
        last.to = Math.min(last.to, at);
      } else if (isNews && last) {
        // Back again with no word in between: a person's try is under way, or the store took a mending back.
        last.to = Infinity;
      } else if (isNews) {
        last = { line, from: at, to: Infinity, causes: causes.filter((cause) => cause.at > since && cause.at <= at) };
        since = at;
        doubts.push(last);
      }
    }
  }
  return doubts;
}

/**
 * Lost answers after which a client sent again, though no person had said a word.
 * @param {readonly LoggedEvent[]} events in order @param {Map<string, import('./turns.mjs').Turn>} turns
 */
export function unheededIn(events, turns) {
  const proven = new Set(
    events.flatMap(({ event, step, line, family }) => (event === 'asked' && step > 0 ? `${line}.${family}` : [])),
  );
  const answering = events.filter(({ event }) => event === 'adopted' || event === 'asked' || event === 'end');
  return [...turns.values()]
    .filter((turn) => isLost(turn) && proven.has(`${turn.line}.${turn.family}`))
    .flatMap((turn) => {
      const since = lostAt(turn);
      const next = answering.find(
        ({ event, line, at, turn: id }) =>
          line === turn.line && at > since && (event === 'adopted' || (event === 'asked' && id !== turn.id)),
      );
      const isAskedAgain = next?.event === 'asked' && !next.person && next.family === turn.family;
      const end = answering.findLast(({ event, line }) => event === 'end' && line === turn.line);
      const isSilent = next === undefined && end?.state !== 'in_doubt';
      return isAskedAgain || isSilent ? [{ turn, next }] : [];
    });
}

/** @param {readonly LoggedEvent[]} events @returns {Map<number, LoggedEvent[]>} */
function byLine(events) {
  /** @type {Map<number, LoggedEvent[]>} */
  const lines = new Map();
  for (const happened of events) {
    if (happened.line === undefined) continue;
    const there = lines.get(happened.line) ?? [];
    lines.set(happened.line, there);
    there.push(happened);
  }
  return lines;
}
