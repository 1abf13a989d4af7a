// @ts-check
/** Failovers that lost what a store had acknowledged: what follows from them is counted apart. */

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */
/** @typedef {{ line: number, from: number, to: number }} Loss what was acknowledged after `from` was lost at `to` */

/** How far a follower may lag behind on a busy machine, milliseconds; and how late a client may write an answer down. */
const lag = 150;

/**
 * The write that a follower still held says exactly what it lost; where that was not a client's, the moment from which it
 * heard nothing any more does so nearly.
 * @param {readonly LoggedEvent[]} events in order @returns {Loss[]}
 */
export function lossesIn(events) {
  const written = events.filter(({ event, written: isWritten }) => event === 'written' && isWritten);
  const failovers = events.filter(({ event, lost }) => event === 'store down' && lost?.length > 0);
  return failovers.flatMap(({ lost, held = {}, since, at: to }) =>
    lost.map((/** @type {number} */ line) => {
      const kept = held[line];
      const last = kept && written.findLast((one) => one.line === line && one.record === kept && one.at < to);
      return { line, from: last ? last.at : since - lag, to: to + lag };
    }),
  );
}

/**
 * Whether a store forgot something of a turn: its claim, its save, or the doubt that it left.
 * @param {readonly Loss[]} losses @param {import('./turns.mjs').Turn} turn
 */
export const wasForgotten = (losses, { line, writtenAt }) => writtenAt.some((at) => isInLoss(losses, line, at));

/** @param {readonly Loss[]} losses @param {number} line @param {number} at when a store acknowledged something */
export const isInLoss = (losses, line, at) =>
  losses.some((loss) => loss.line === line && at > loss.from && at <= loss.to);

/**
 * Whether what a store lost on a line may still be felt: nothing has been saved there since.
 * @param {readonly Loss[]} losses @param {number} line @param {number} at
 * @param {Iterable<import('./turns.mjs').Turn>} turns
 */
export function isFelt(losses, line, at, turns) {
  const last = losses.findLast((loss) => loss.line === line && loss.to - lag <= at);
  if (!last) return false;
  return ![...turns].some(({ line: other, savedAt = 0 }) => other === line && savedAt > last.to && savedAt < at);
}
