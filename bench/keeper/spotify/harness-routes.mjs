// @ts-check
/** The routes for the harness: what a client is about to do, a person's consent, and which token is live. */
import { hashOf } from '../log.mjs';
import { readBody } from './read-body.mjs';

/**
 * @param {{
 *   families: ReturnType<typeof import('./families.mjs').createFamilies>,
 *   turns: ReturnType<typeof import('./turns.mjs').createTurns>,
 *   strikes: ReturnType<typeof import('./strikes.mjs').createStrikes>,
 *   newLife(family: import('./families.mjs').Family): number,
 *   log(event: string, facts: Record<string, unknown>): void,
 * }} world
 */
export function createHarnessRoutes({ families, turns, strikes, newLife, log }) {
  /** @type {Record<string, (body: any) => unknown>} */
  const routes = {
    /** A client is about to send a refresh. */
    'POST /harness/turn'({ line, pid }) {
      const { id, fault } = turns.take(line, pid);
      log('turn', { line, asker: pid, turn: id, kind: fault?.kind, moment: fault?.moment });
      return { id, fault };
    },
    /** A client is about to write a claim. */
    'POST /harness/before-claim'({ line }) {
      return { fault: turns.claim(line) };
    },
    /** A client has a new token and is about to save it. */
    async 'POST /harness/before-save'({ turn: id }) {
      const turn = turns.find(id);
      await strikes.onOthers(turn, 'before-save');
      if (turn?.fault?.moment !== 'save' || turn.hasStruck) return {};
      turn.hasStruck = true;
      return { fault: turn.fault };
    },
    /** Plans a fault for the next refresh of a command. A command takes no turns; the harness knows its process. */
    'POST /harness/arm'({ line, pid, fault }) {
      return { id: turns.arm(line, pid, fault) };
    },
    /** The command has ended. It may not have sent its refresh. */
    'POST /harness/disarm'({ line }) {
      return { armed: turns.takeArmed(line) !== undefined };
    },
    /** A person consents. */
    'POST /harness/consent'({ line }) {
      const family = families.consent(line);
      const life = newLife(family);
      const accessToken = families.newAccessToken(family, life * 1000);
      log('consented', { line, family: family.number, token: hashOf(family.live) });
      return { family: family.number, refreshToken: family.live, accessToken, life };
    },
    /** The access token of the last refresh of a line, as a hash. */
    'POST /harness/last'({ line }) {
      return families.newest(line)?.last ?? {};
    },
    /** Which refresh token of a line works, as a hash. */
    'POST /harness/live'({ line }) {
      const family = families.newest(line);
      return { family: family?.number, revoked: family?.revoked, step: family?.step, live: hashOf(family?.live) };
    },
  };

  /** @param {string} route @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  return async (route, request, response) => {
    const answer = routes[route];
    if (!answer) return void response.writeHead(404).end();
    const body = JSON.parse((await readBody(request)) || '{}');
    const text = JSON.stringify(await answer(body));
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  };
}
