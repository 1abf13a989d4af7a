// @ts-check
/** The person of a run: gives consent, and does what only a person can, with the keeper's own methods. */
import { built, clientId } from './built.mjs';
import { seeded } from './seeded.mjs';

/**
 * @param {{
 *   url: string,
 *   seed: number,
 *   createTokenKeeper(options: any): any,
 *   openStore(line: number): any,
 *   log(event: string, facts?: Record<string, unknown>): void,
 * }} world
 */
export async function createPerson({ url, seed, createTokenKeeper, openStore, log }) {
  const { TokenSet } = await built('grants/token-set.js');
  const random = seeded(seed, 'person');
  /** Lines that the person is working on. @type {Map<number, Promise<void>>} */
  const busy = new Map();

  /** @param {number} line */
  const keeperOf = (line) =>
    createTokenKeeper({
      store: openStore(line),
      app: { clientId },
      endpoints: { accountsUrl: url, apiUrl: url },
      fetch: (/** @type {any} */ to, /** @type {RequestInit} */ init) => {
        const headers = new Headers(init?.headers);
        headers.set('x-person', '1');
        headers.set('x-pid', String(process.pid));
        return fetch(to, { ...init, headers });
      },
    });

  /** A new consent, tried until it is saved. @param {number} line @param {string} why */
  async function consent(line, why) {
    const answer = await fetch(`${url}/harness/consent`, { method: 'POST', body: JSON.stringify({ line }) });
    const { family, refreshToken, accessToken, life } = await answer.json();
    const now = Date.now();
    const tokens = new TokenSet({
      grant: 'authorization_code_pkce',
      accessToken,
      refreshToken,
      scopes: ['user-read-recently-played'],
      askedScopes: ['user-read-recently-played'],
      authorizedAt: now,
      obtainedAt: now,
      accessTokenExpiresAt: now + life * 1000,
    });
    for (;;) {
      log('adopting', { line, family, why });
      try {
        await keeperOf(line).adopt(tokens);
        log('adopted', { line, family, why });
        return;
      } catch (error) {
        const { code = String(error) } = /** @type {{ code?: string }} */ (error);
        log('not adopted', { line, family, code });
        await new Promise((done) => setTimeout(done, 200));
      }
    }
  }

  /** @param {number} line @param {string} code */
  async function help(line, code) {
    // A client may have asked before the last task on this line was done.
    const { state, isGood } = await stateOf(line);
    if (isGood) return;
    if (state === 'in_doubt' && random.next() < 0.6) {
      log('trying', { line, code });
      try {
        await keeperOf(line).refreshNow({ evenIfUncertain: true });
        log('tried', { line, ok: true });
        return;
      } catch (error) {
        const { code: said = String(error) } = /** @type {{ code?: string }} */ (error);
        log('tried', { line, ok: false, code: said });
        // The token was not the cause: the clients will ask again.
        if (!/^refresh_token_(suspect|refused|expired)$/.test(said)) return;
      }
    }
    await consent(line, state ?? code);
  }

  /** @param {number} line */
  async function stateOf(line) {
    try {
      const { state } = await keeperOf(line).state();
      return { state, isGood: ['live', 'expiring', 'unknown'].includes(state) };
    } catch (error) {
      const { code = String(error) } = /** @type {{ code?: string }} */ (error);
      return { state: code, isGood: code !== 'record_corrupt' };
    }
  }

  /** Runs one task at a time on each line. @param {number} line @param {() => Promise<void>} work */
  const unlessBusy = (line, work) => {
    if (busy.has(line)) return;
    const task = work()
      .catch((error) => log('person failed', { line, error: String(error) }))
      .finally(() => busy.delete(line));
    busy.set(line, task);
  };
  return {
    /** @param {number} line @param {string} why */
    consent: (line, why) => unlessBusy(line, () => consent(line, why)),
    /** @param {number} line @param {string} code */
    help: (line, code) => unlessBusy(line, () => help(line, code)),
    rest: () => Promise.all(busy.values()),
    keeperOf,
  };
}
