// @ts-check
/** Finds access tokens that a client used although their refresh token was not saved. */

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */

/**
 * Finds each use of an access token whose refresh token was not saved. `early`: the client had not tried to save it yet.
 * `silent`: the save had failed, and the client had not reported it.
 * @param {readonly LoggedEvent[]} events in order
 * @param {Map<string, import('./turns.mjs').Turn>} turns
 */
export function findUnsavedUses(events, turns) {
  const fetched = new Map(
    [...turns.values()].flatMap((turn) => (turn.access ? [[`${turn.asker} ${turn.access}`, turn]] : [])),
  );
  /** Access tokens that a second client used. It read them from the store, so they were saved. @type {Set<string>} */
  const shared = new Set();
  /** Whether a client last reported that the token of a line is not saved yet. @type {Map<string, boolean>} */
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
