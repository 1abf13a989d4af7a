// @ts-check
/** Spent tokens that were sent again: the one thing that must not happen. */
import { isInLoss, wasForgotten } from './failovers.mjs';
import { isLost } from './turns.mjs';

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */

/**
 * @param {readonly LoggedEvent[]} events in order
 * @param {readonly import('./failovers.mjs').Loss[]} losses
 * @param {Map<string, import('./turns.mjs').Turn>} turns
 */
export function reusesIn(events, losses, turns) {
  /** When each token was spent, and in which turn. @type {Map<string, LoggedEvent>} */
  const spent = new Map();
  /** Families of which a second token was seen: their line is known to rotate. @type {Set<string>} */
  const proven = new Set();
  /** @type {Set<string>} */
  const revoked = new Set();
  const found = {
    /** @type {LoggedEvent[]} */ plain: [],
    /** @type {LoggedEvent[]} */ ofPerson: [],
    /** @type {LoggedEvent[]} */ afterLoss: [],
    /** @type {LoggedEvent[]} */ beforeRotationWasKnown: [],
  };
  /** Whether a store forgot what a person's own try had brought: it ends with a word once that is saved. @param {LoggedEvent} spent */
  const wasTryForgotten = ({ line: there = -1, at }) => {
    const savedAt = events.find((one) => one.event === 'tried' && one.line === there && one.at > at)?.at ?? Infinity;
    return [at, savedAt].some((moment) => isInLoss(losses, there, moment));
  };
  for (const happened of events) {
    const { event, line = -1, family: number, step, token, person } = happened;
    const family = `${line}.${number}`;
    if (event === 'asked' && step > 0) proven.add(family);
    if (event === 'reused') revoked.add(family);
    const before = spent.get(token);
    if (event === 'rotated') spent.set(token, happened);
    // Sent, whether or not the server came to judge it; but what was once refused may be asked about.
    if (event !== 'asked' || !before || revoked.has(family)) continue;
    const spending = turns.get(before.turn);
    const isForgotten = before.person ? wasTryForgotten(before) : spending && wasForgotten(losses, spending);
    const isUnproven = step === 0 && !proven.has(family);
    if (person) found.ofPerson.push(happened);
    else if (isForgotten) found.afterLoss.push(happened);
    // A lost answer may be asked for again where nothing has shown yet that the line rotates.
    else if (isUnproven && spending && isLost(spending)) found.beforeRotationWasKnown.push(happened);
    else found.plain.push(happened);
  }
  return found;
}
