// @ts-check
/**
 * The `fetch` of a client's keeper. It tells the server which client asks, lets the server plan a fault for each refresh, and
 * logs the outcome.
 */
import { hashOf } from '../log.mjs';

/**
 * @typedef {object} Line what a client knows about one of its lines
 * @property {number} line
 * @property {{ id: string, fault: import('../spotify/plan.mjs').Fault | undefined } | undefined} turn the current refresh
 * @property {boolean} hasUnsaved whether an answer with tokens is not saved yet
 */

const noSuchName = 'http://refrain.invalid/api/token';

/**
 * @param {{
 *   state: Line,
 *   log(event: string, facts: Record<string, unknown>): void,
 *   harness(route: string, body: object): Promise<any>,
 *   deadUrl: string,
 *   onFault(fault: import('../spotify/plan.mjs').Fault, turn: string): void,
 * }} world
 * @returns {typeof fetch}
 */
export function faultyFetch({ state, log, harness, deadUrl, onFault }) {
  const { line } = state;
  return async (input, init) => {
    const turn = await harness('turn', { line, pid: process.pid });
    state.turn = turn;
    const fault = turn.fault;
    if (fault) onFault(fault, turn.id);
    const headers = new Headers(init?.headers);
    headers.set('x-pid', String(process.pid));
    headers.set('x-turn', turn.id);
    const url = fault?.kind === 'connection refused' ? deadUrl : fault?.kind === 'name not found' ? noSuchName : input;
    if (url !== input) log('fault', { kind: fault.kind, moment: fault.moment, line, turn: turn.id });
    log('sending', { line, turn: turn.id });
    try {
      const response = await fetch(url, { ...init, headers });
      const body = await response.text();
      // A client that gave up before the complete answer does not have it.
      init?.signal?.throwIfAborted();
      const token = response.ok ? tokenIn(body) : undefined;
      state.hasUnsaved = token !== undefined;
      log('received', { line, turn: turn.id, status: response.status, token: hashOf(token) });
      return new Response(body || null, { status: response.status, headers: response.headers });
    } catch (error) {
      const { name, cause } = /** @type {Error & { cause?: { code?: string } }} */ (error);
      log('lost', { line, turn: turn.id, error: name, code: cause?.code });
      throw error;
    }
  };
}

/** @param {string} body @returns {string | undefined} */
function tokenIn(body) {
  try {
    return JSON.parse(body).access_token;
  } catch {
    return undefined;
  }
}
