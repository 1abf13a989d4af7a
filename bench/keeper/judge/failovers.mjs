// @ts-check
/** Failovers that lost what a store had acknowledged: what follows from them is counted apart. */

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */
/** @typedef {{ lines: number[], from: number, to: number }} Loss */

/** A request that was under way when the store lost its claim may end so much later, milliseconds. */
const longestRequest = 15_000;

/** @param {readonly LoggedEvent[]} events @returns {Loss[]} */
export function lossesIn(events) {
  return events
    .filter(({ event, lost }) => event === 'store down' && lost?.length > 0)
    .map(({ lost, since, at }) => ({ lines: lost, from: since, to: at }));
}

/**
 * Whether something on a line may come of a loss.
 * @param {readonly Loss[]} losses @param {number} line @param {number} at
 * @param {number} [until] how long a loss may show, milliseconds
 */
export const mayComeOfLoss = (losses, line, at, until = 60_000) =>
  losses.some(({ lines, from, to }) => lines.includes(line) && at >= from && at <= to + until);

/**
 * Whether a token was spent so near to a loss that the store may have forgotten it.
 * @param {readonly Loss[]} losses @param {number} line @param {number} spentAt
 */
export const wasForgotten = (losses, line, spentAt) =>
  losses.some(
    ({ lines, from, to }) => lines.includes(line) && spentAt >= from - longestRequest && spentAt <= to + longestRequest,
  );
