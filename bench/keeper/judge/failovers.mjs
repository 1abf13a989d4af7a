// @ts-check
/** Failovers that lost acknowledged writes. Their consequences are counted separately. */

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */
/** @typedef {{ line: number, from: number, to: number }} Loss what was acknowledged after `from` was lost at `to` */

/** How far a replica may lag behind on a busy machine, and how late a client may log an answer, milliseconds. */
const lag = 150;

/**
 * The last write that the replica still held shows exactly what was lost. If no client logged that write, the time at
 * which the replica was cut off is a good estimate.
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
 * Whether a store lost a write of a turn: its claim, its save, or the note that the token is uncertain.
 * @param {readonly Loss[]} losses @param {import('./turns.mjs').Turn} turn
 */
export const hasLostWrite = (losses, { line, writtenAt }) => writtenAt.some((at) => isInLoss(losses, line, at));

/** @param {readonly Loss[]} losses @param {number} line @param {number} at when a store acknowledged something */
export const isInLoss = (losses, line, at) =>
  losses.some((loss) => loss.line === line && at > loss.from && at <= loss.to);

/**
 * Whether a loss may still affect a line: nothing was saved there since.
 * @param {readonly Loss[]} losses @param {number} line @param {number} at
 * @param {Iterable<import('./turns.mjs').Turn>} turns
 */
export function isAffected(losses, line, at, turns) {
  const last = losses.findLast((loss) => loss.line === line && loss.to - lag <= at);
  if (!last) return false;
  return ![...turns].some(({ line: other, savedAt = 0 }) => other === line && savedAt > last.to && savedAt < at);
}
