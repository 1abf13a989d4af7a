// @ts-check
/** Which killed clients were refreshing, and on which lines: the claims that they leave make a token uncertain. */
import { deathsIn } from './turns.mjs';

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */

/**
 * A client is a claiming process of a line from its first write within a call until the answer is saved, or until the
 * call ends with nothing left to save.
 * @param {readonly LoggedEvent[]} events in order
 * @returns {{ line: number, at: number, pid: number }[]}
 */
export function killedClaimsIn(events) {
  const deaths = deathsIn(events);
  /** @type {Map<string, { line: number, pid: number, inCall: boolean, claims: boolean, unsaved: boolean }>} */
  const clients = new Map();
  for (const { event, by, pid, line, status, token, save, written } of events) {
    if (by !== 'client' || line === undefined) continue;
    const key = `${pid} ${line}`;
    const client = clients.get(key) ?? { line, pid, inCall: false, claims: false, unsaved: false };
    clients.set(key, client);
    if (event === 'calling') Object.assign(client, { inCall: true, claims: false });
    if (event === 'writing' && client.inCall) client.claims = true;
    if (event === 'received') client.unsaved = status === 200 && token !== undefined;
    if (event === 'written' && save && written) Object.assign(client, { claims: false, unsaved: false });
    if (event === 'given' || event === 'failed') client.inCall = false;
  }
  return [...clients.values()].flatMap(({ line, pid, inCall, claims, unsaved }) => {
    const at = deaths.get(pid);
    return at !== undefined && ((inCall && claims) || unsaved) ? [{ line, pid, at }] : [];
  });
}
