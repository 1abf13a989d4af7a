// @ts-check
/** The token endpoint: each refresh token works once, and each step is logged before the next one. */
import { setTimeout as wait } from 'node:timers/promises';
import { hashOf } from '../log.mjs';
import { readBody } from './read-body.mjs';

/** @typedef {import('./families.mjs').Family} Family */

/**
 * @param {{
 *   families: ReturnType<typeof import('./families.mjs').createFamilies>,
 *   strikes: ReturnType<typeof import('./strikes.mjs').createStrikes>,
 *   log(event: string, facts: Record<string, unknown>): void,
 *   rotates(line: number): boolean,
 *   pause(): number,
 *   newLife(family: Family): number,
 *   turnOf(id: string | undefined, line: number | undefined): import('./turns.mjs').Turn | undefined,
 *   onAnswered(family: Family): void,
 * }} world
 */
export function createTokenEndpoint(world) {
  const { families, strikes, log } = world;

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  return async (request, response) => {
    const form = new URLSearchParams(await readBody(request));
    const sent = form.get('refresh_token') ?? '';
    const found = families.find(sent);
    const turn = world.turnOf(header(request, 'x-turn'), found?.family.line);
    const facts = {
      line: found?.family.line ?? turn?.line,
      family: found?.family.number,
      step: found?.step,
      token: hashOf(sent),
      asker: Number(header(request, 'x-pid') ?? 0),
      turn: turn?.id,
      person: header(request, 'x-person') !== undefined,
    };
    log('asked', facts);
    response.once('close', () => {
      if (!response.writableFinished) log('unanswered', facts);
    });

    if (await strikes.onOthers(turn, 'arrival')) return;
    if (strikes.onAnswer(turn, 'arrival', response, '')) return;
    if (form.get('grant_type') !== 'refresh_token') return refuse(response, 'unsupported_grant_type');
    if (!found) {
      log('refused', { ...facts, because: 'unknown' });
      return refuse(response, 'invalid_grant', 'Invalid refresh token');
    }
    const { family } = found;
    family.proven = Math.max(family.proven, found.step);
    if (family.revoked || sent !== family.live) {
      const because = family.revoked ? 'revoked' : 'reused';
      families.revoke(family);
      log(because === 'reused' ? 'reused' : 'refused', { ...facts, because });
      return refuse(response, 'invalid_grant', 'Refresh token revoked');
    }

    const rotates = world.rotates(family.line);
    const next = families.spend(family, rotates);
    const life = world.newLife(family);
    const accessToken = families.newAccessToken(family, life * 1000);
    family.last = { access: hashOf(accessToken), answered: false };
    log(rotates ? 'rotated' : 'refreshed', { ...facts, next: hashOf(next), access: hashOf(accessToken), life });
    const body = JSON.stringify({
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: life,
      ...(rotates && { refresh_token: next }),
      scope: 'user-read-recently-played',
    });
    if (await strikes.onOthers(turn, 'rotated')) return;
    if (strikes.onAnswer(turn, 'rotated', response, body)) return;
    await wait(world.pause());
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    let rest = body;
    if (turn?.fault?.moment === 'first-byte') {
      rest = body.slice(20);
      await new Promise((done) => response.write(body.slice(0, 20), done));
      if (await strikes.onOthers(turn, 'first-byte')) return;
      if (strikes.onAnswer(turn, 'first-byte', response, body)) return;
    }
    response.end(rest, () => {
      log('answered', facts);
      family.last.answered = true;
      world.onAnswered(family);
      setTimeout(() => void strikes.onOthers(turn, 'answered'), (turn?.fault?.amount ?? 0) * 6);
    });
  };
}

/** @param {import('node:http').IncomingMessage} request @param {string} name */
const header = (request, name) => request.headers[name]?.toString();

/** @param {import('node:http').ServerResponse} response @param {string} error @param {string} [description] */
function refuse(response, error, description) {
  const body = JSON.stringify({ error, ...(description && { error_description: description }) });
  response.writeHead(400, { 'content-type': 'application/json' }).end(body);
}
