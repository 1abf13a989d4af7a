import type { TokenSet } from '../../grants/token-set.ts';
import { answered, type Sent } from '../record/changes.ts';
import type { KeeperContext } from './context.ts';
import { backoff } from '../record/times.ts';

const mostTries = 4;

/**
 * Saves what a refresh brought, before anybody gets it. Where the store fails to the end, it is held in memory and used,
 * and `held.unsaved` says so.
 * @returns false where something newer stands, and the answer was dropped
 */
export async function saveAnswer(sent: Sent, tokens: TokenSet, context: KeeperContext): Promise<boolean> {
  const { held, clock, random } = context;
  const answer = { sent, tokens };
  for (let tries = 1; tries <= mostTries; tries++) {
    try {
      return await held.update((record) => record && answered(record, answer));
    } catch {
      await clock.wait(backoff(tries, random));
    }
  }
  return held.hold((record) => answered(record, answer));
}
