// @ts-check
/** Spent tokens that were sent again. This must never happen. */
import { isInLoss, hasLostWrite } from './failovers.mjs';
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
  /** Families of which a second token was sent: they are known to rotate. @type {Set<string>} */
  const proven = new Set();
  /** @type {Set<string>} */
  const revoked = new Set();
  const found = {
    /** @type {LoggedEvent[]} */ plain: [],
    /** @type {LoggedEvent[]} */ ofPerson: [],
    /** @type {LoggedEvent[]} */ afterLoss: [],
    /** @type {LoggedEvent[]} */ beforeRotationWasKnown: [],
  };
  /** Whether a store lost the result of a person's try. The try is logged when that is saved. @param {LoggedEvent} spent */
  const isTryLost = ({ line = -1, at }) => {
    const savedAt = events.find((one) => one.event === 'tried' && one.line === line && one.at > at)?.at ?? Infinity;
    return [at, savedAt].some((moment) => isInLoss(losses, line, moment));
  };
  for (const happened of events) {
    const { event, line = -1, family: number, step, token, person } = happened;
    const family = `${line}.${number}`;
    if (event === 'asked' && step > 0) proven.add(family);
    if (event === 'reused') revoked.add(family);
    const before = spent.get(token);
    if (event === 'rotated') spent.set(token, happened);
    // It counts when it arrives, even if the server did not process it. A family that is already revoked does not count.
    if (event !== 'asked' || !before || revoked.has(family)) continue;
    const spending = turns.get(before.turn);
    const isAfterLoss = before.person ? isTryLost(before) : spending && hasLostWrite(losses, spending);
    const isUnproven = step === 0 && !proven.has(family);
    if (person) found.ofPerson.push(happened);
    else if (isAfterLoss) found.afterLoss.push(happened);
    // After a lost answer, the token may be sent again if the line has not shown yet that it rotates.
    else if (isUnproven && spending && isLost(spending)) found.beforeRotationWasKnown.push(happened);
    else found.plain.push(happened);
  }
  return found;
}
