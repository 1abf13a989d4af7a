// @ts-check
/** How often each fault struck, inside its window. */

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */

/**
 * A killed process counts where it wrote nothing after its end; one that was stopped, where it wrote nothing until it was
 * let go on. All others strike by their nature where they are written down.
 * @param {readonly LoggedEvent[]} events in order
 * @returns {{ kind: string, total: number, moments: Record<string, number> }[]}
 */
export function countFaults(events) {
  /** @type {Map<string, { kind: string, total: number, moments: Record<string, number> }>} */
  const counts = new Map();
  for (const [index, happened] of events.entries()) {
    if (happened.event !== 'fault' || happened.struck === false) continue;
    const { kind, moment, victim } = happened;
    if ((kind === 'kill' || kind.startsWith('stop')) && !standsStill(events, index, victim)) continue;
    /** @type {{ kind: string, total: number, moments: Record<string, number> }} */
    const count = counts.get(kind) ?? { kind, total: 0, moments: {} };
    counts.set(kind, count);
    count.total++;
    count.moments[moment] = (count.moments[moment] ?? 0) + 1;
  }
  return [...counts.values()].toSorted((one, other) => one.kind.localeCompare(other.kind));
}

/** A process may finish the line that it was writing, milliseconds. */
const lastLine = 20;

/** @param {readonly LoggedEvent[]} events @param {number} index @param {number} victim */
function standsStill(events, index, victim) {
  const struckAt = events[index]?.at ?? 0;
  for (let next = index + 1; next < events.length; next++) {
    const { event, at, pid, victim: other } = /** @type {LoggedEvent} */ (events[next]);
    if (event === 'continued' && other === victim) return true;
    if (pid === victim) return at < struckAt + lastLine;
  }
  return true;
}
