// @ts-check
/** Doubts as they were told, and the lost answers and killed claimants that each must come from. */
import { isLost, lostAt } from './turns.mjs';

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */
/** @typedef {{ at: number, what: string }} Cause */
/** @typedef {{ line: number, from: number, to: number, causes: Cause[] }} Doubt from the first word of it until it was mended */

/** What ends a doubt: a consent, a person's try that went well, or a late answer. @param {LoggedEvent} happened */
const endsDoubt = ({ event, ok, was, state }) =>
  event === 'adopted' || (event === 'tried' && ok) || (event === 'told' && was === 'in_doubt' && state !== 'in_doubt');

/** @param {LoggedEvent} happened */
const saysDoubt = ({ event, state, code }) =>
  (event === 'told' && state === 'in_doubt') || (event === 'failed' && code === 'refresh_token_in_doubt');

/**
 * @param {readonly LoggedEvent[]} events in order
 * @param {Map<string, import('./turns.mjs').Turn>} turns
 * @param {readonly { line: number, at: number, pid: number }[]} killedClaimants
 */
export function doubtsIn(events, turns, killedClaimants) {
  const lost = [...turns.values()].filter(isLost);
  /** @param {number} line @returns {Cause[]} */
  const causesOn = (line) =>
    [
      ...lost.filter((turn) => turn.line === line).map((turn) => ({ at: lostAt(turn), what: `lost ${turn.id}` })),
      ...killedClaimants.filter((one) => one.line === line).map(({ at, pid }) => ({ at, what: `killed ${pid}` })),
    ].toSorted((one, other) => one.at - other.at);

  /** @type {Doubt[]} */
  const doubts = [];
  for (const line of new Set(events.flatMap((one) => one.line ?? []))) {
    const causes = causesOn(line);
    /** @type {Doubt | undefined} */
    let standing;
    let lastEnd = -Infinity;
    /** Since when each client is in the call that it is in. @type {Map<number, number>} */
    const callingSince = new Map();
    for (const happened of events) {
      if (happened.line !== line) continue;
      const { at, pid, event } = happened;
      if (event === 'calling') callingSince.set(pid, at);
      if (endsDoubt(happened)) {
        if (standing) standing.to = at;
        standing = undefined;
        lastEnd = at;
      } else if (saysDoubt(happened) && !standing && (callingSince.get(pid) ?? at) > lastEnd) {
        standing = {
          line,
          from: at,
          to: Infinity,
          causes: causes.filter(
            (cause) => cause.at > (doubts.findLast((one) => one.line === line)?.from ?? -Infinity) && cause.at <= at,
          ),
        };
        doubts.push(standing);
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
  return [...turns.values()]
    .filter((turn) => isLost(turn) && proven.has(`${turn.line}.${turn.family}`))
    .flatMap((turn) => {
      const since = lostAt(turn);
      const next = events.find(
        ({ event, line, at, turn: id }) =>
          line === turn.line && at > since && (event === 'adopted' || (event === 'asked' && id !== turn.id)),
      );
      const isAskedAgain = next?.event === 'asked' && !next.person && next.family === turn.family;
      const end = events.findLast(({ event, line }) => event === 'end' && line === turn.line);
      const isSilent = next === undefined && end?.state !== 'in_doubt';
      return isAskedAgain || isSilent ? [{ turn, next }] : [];
    });
}
