// @ts-check
/** Which killed clients were in the middle of a refresh, and on which lines: their claims leave a doubt. */
import { deathsIn } from './turns.mjs';

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */

/**
 * A client is a claimant of a line from its first write within a call until the answer is saved, or the call ends with
 * nothing left to save.
 * @param {readonly LoggedEvent[]} events in order
 * @returns {{ line: number, at: number, pid: number }[]}
 */
export function killedClaimantsIn(events) {
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
