// @ts-check
/** Spent tokens that were sent again: the one thing that must not happen. */
import { wasForgotten } from './failovers.mjs';
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
  const found = {
    /** @type {LoggedEvent[]} */ plain: [],
    /** @type {LoggedEvent[]} */ ofPerson: [],
    /** @type {LoggedEvent[]} */ afterLoss: [],
    /** @type {LoggedEvent[]} */ beforeRotationWasKnown: [],
  };
  for (const happened of events) {
    const { event, line = -1, family, step, token, person, at } = happened;
    if (event === 'asked' && step > 0) proven.add(`${line}.${family}`);
    if (event === 'rotated') spent.set(token, happened);
    if (event !== 'reused') continue;
    const before = spent.get(token);
    const spending = turns.get(before?.turn);
    const isUnproven = step === 0 && !proven.has(`${line}.${family}`);
    if (person) found.ofPerson.push(happened);
    else if (wasForgotten(losses, line, before?.at ?? at)) found.afterLoss.push(happened);
    // A lost answer may be asked for again where nothing has shown yet that the line rotates.
    else if (isUnproven && spending && isLost(spending)) found.beforeRotationWasKnown.push(happened);
    else found.plain.push(happened);
  }
  return found;
}
