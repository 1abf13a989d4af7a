// @ts-check
/** Failovers that lost what a store had acknowledged: what follows from them is counted apart. */

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */
/** @typedef {{ lines: number[], from: number, to: number }} Loss */

/** How far a follower may lag behind on a busy machine, milliseconds. */
const lag = 150;

/** @param {readonly LoggedEvent[]} events @returns {Loss[]} */
export function lossesIn(events) {
  return events
    .filter(({ event, lost }) => event === 'store down' && lost?.length > 0)
    .map(({ lost, since, at }) => ({ lines: lost, from: since, to: at }));
}

/**
 * Whether a store forgot something of a turn: its claim, its save, or the doubt that it left.
 * @param {readonly Loss[]} losses @param {import('./turns.mjs').Turn} turn
 */
export const wasForgotten = (losses, { line, writtenAt }) => writtenAt.some((at) => isInLoss(losses, line, at));

/** @param {readonly Loss[]} losses @param {number} line @param {number} at when a store acknowledged something */
export const isInLoss = (losses, line, at) =>
  losses.some(({ lines, from, to }) => lines.includes(line) && at >= from - lag && at <= to + lag);

/**
 * Whether what a store lost on a line may still be felt: nothing has been saved there since.
 * @param {readonly Loss[]} losses @param {number} line @param {number} at
 * @param {Iterable<import('./turns.mjs').Turn>} turns
 */
export function isFelt(losses, line, at, turns) {
  const last = losses.findLast(({ lines, to }) => lines.includes(line) && to <= at);
  if (!last) return false;
  return ![...turns].some(({ line: other, savedAt = 0 }) => other === line && savedAt > last.to && savedAt < at);
}
