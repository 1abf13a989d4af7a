// @ts-check
/** What a client did with an access token before the refresh token that came with it was safe. */

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */

/**
 * Access tokens that were handed out by the client that fetched them before it had tried to save what came with them
 * (`early`), or after it had tried in vain and without a word (`silent`).
 * @param {readonly LoggedEvent[]} events in order
 * @param {Map<string, import('./turns.mjs').Turn>} turns
 */
export function usedUnsavedIn(events, turns) {
  const fetched = new Map(
    [...turns.values()].flatMap((turn) => (turn.access ? [[`${turn.asker} ${turn.access}`, turn]] : [])),
  );
  /** Access tokens that another client was handed: they stood in the store, whatever their own client heard of it. @type {Set<string>} */
  const shared = new Set();
  /** Clients whose last word on a line was that its token is not saved yet. @type {Map<string, boolean>} */
  const saysUnsaved = new Map();
  /** @type {LoggedEvent[]} */
  const early = [];
  /** @type {LoggedEvent[]} */
  const silent = [];
  for (const happened of events) {
    const { event, pid, line, token, at } = happened;
    if (event === 'told') saysUnsaved.set(`${pid} ${line}`, happened.unsaved === true);
    const turn = event === 'given' ? fetched.get(`${pid} ${token}`) : undefined;
    if (event === 'given' && !turn) shared.add(token);
    if (!turn) continue;
    const { firstTriedToSaveAt = Infinity, savedAt = Infinity, dropped } = turn;
    if (firstTriedToSaveAt > at) early.push({ ...happened, turn: turn.id });
    else if (savedAt > at && !dropped && !shared.has(token) && !saysUnsaved.get(`${pid} ${line}`))
      silent.push({ ...happened, turn: turn.id });
  }
  return { early, silent };
}
