// @ts-check
/** How often each fault struck at its planned moment. */

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */

/**
 * A kill counts only if the process logged nothing after it; a stop, only if the process logged nothing until it was
 * continued. All other faults count when they are logged.
 * @param {readonly LoggedEvent[]} events in order
 * @returns {{ kind: string, total: number, moments: Record<string, number> }[]}
 */
export function countFaults(events) {
  /** @type {Map<string, { kind: string, total: number, moments: Record<string, number> }>} */
  const counts = new Map();
  for (const [index, happened] of events.entries()) {
    if (happened.event !== 'fault' || happened.struck === false) continue;
    const { kind, moment, victim } = happened;
    if ((kind === 'kill' || kind.startsWith('stop')) && !isSilentAfter(events, index, victim)) continue;
    /** @type {{ kind: string, total: number, moments: Record<string, number> }} */
    const count = counts.get(kind) ?? { kind, total: 0, moments: {} };
    counts.set(kind, count);
    count.total++;
    count.moments[moment] = (count.moments[moment] ?? 0) + 1;
  }
  return [...counts.values()].toSorted((one, other) => one.kind.localeCompare(other.kind));
}

/** How long a process may take to finish the line that it was writing, milliseconds. */
const lastLine = 20;

/** @param {readonly LoggedEvent[]} events @param {number} index @param {number} victim */
function isSilentAfter(events, index, victim) {
  const struckAt = events[index]?.at ?? 0;
  for (let next = index + 1; next < events.length; next++) {
    const { event, at, pid, victim: other } = /** @type {LoggedEvent} */ (events[next]);
    if (event === 'continued' && other === victim) return true;
    if (pid === victim) return at < struckAt + lastLine;
  }
  return true;
}
