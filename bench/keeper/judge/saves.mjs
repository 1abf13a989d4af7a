// @ts-check
/** Access tokens that were used before the refresh token that came with them was saved. */

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */

/**
 * Access tokens that a client used before it tried to save the refresh token that came with them (`early`), or after that
 * save failed and without reporting it (`silent`).
 * @param {readonly LoggedEvent[]} events in order
 * @param {Map<string, import('./turns.mjs').Turn>} turns
 */
export function usedUnsavedIn(events, turns) {
  const fetched = new Map(
    [...turns.values()].flatMap((turn) => (turn.access ? [[`${turn.asker} ${turn.access}`, turn]] : [])),
  );
  /** Access tokens that another client got: they were saved, even if their own client does not know it. @type {Set<string>} */
  const shared = new Set();
  /** Whether the last report of a client about a line was that its token is not saved yet. @type {Map<string, boolean>} */
  const reportsUnsaved = new Map();
  /** @type {LoggedEvent[]} */
  const early = [];
  /** @type {LoggedEvent[]} */
  const silent = [];
  for (const happened of events) {
    const { event, pid, line, token, at } = happened;
    if (event === 'reported') reportsUnsaved.set(`${pid} ${line}`, happened.unsaved === true);
    const turn = event === 'given' ? fetched.get(`${pid} ${token}`) : undefined;
    if (event === 'given' && !turn) shared.add(token);
    if (!turn) continue;
    const { firstTriedToSaveAt = Infinity, savedAt = Infinity, dropped } = turn;
    if (firstTriedToSaveAt > at) early.push({ ...happened, turn: turn.id });
    else if (savedAt > at && !dropped && !shared.has(token) && !reportsUnsaved.get(`${pid} ${line}`)) {
      silent.push({ ...happened, turn: turn.id });
    }
  }
  return { early, silent };
}
