// @ts-check
/** Spent tokens that were sent again: the one thing that must not happen. */
import { wasForgotten } from './failovers.mjs';

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */

/**
 * @param {readonly LoggedEvent[]} events in order
 * @param {readonly import('./failovers.mjs').Loss[]} losses
 */
export function reusesIn(events, losses) {
  /** @type {Map<string, number>} */
  const spentAt = new Map();
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
    if (event === 'rotated') spentAt.set(token, at);
    if (event !== 'reused') continue;
    if (person) found.ofPerson.push(happened);
    else if (wasForgotten(losses, line, spentAt.get(token) ?? at)) found.afterLoss.push(happened);
    else if (step === 0 && !proven.has(`${line}.${family}`)) found.beforeRotationWasKnown.push(happened);
    else found.plain.push(happened);
  }
  return found;
}
