// @ts-check
/**
 * A simple keeper: one refresh at a time, with a claim, saved before use, uncertain if an answer is lost. Without a defect
 * it shows that the harness accepts such a keeper; with one, that the harness finds the defect.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * @typedef {object} Defects
 * @property {boolean} [noClaim] refreshes without a claim
 * @property {boolean} [savedAfterUse] returns the access token, and saves the refresh token afterwards
 * @property {boolean} [blindReplay] sends a token again after a lost answer
 */
/** @typedef {{ refreshToken: string, accessToken: string, endsAt: number, claim?: { pid: number, start: string } | undefined, uncertain?: boolean | undefined, dead?: boolean | undefined }} Kept */

/** Error codes of requests that were not sent. */
const notSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

class KeeperError extends Error {
  /** @param {string} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** @param {number} pid @returns {string} when a process started; empty if it is gone */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return /^[ZX]/.test(fields[0] ?? '') ? '' : (fields[19] ?? '');
  } catch {
    return '';
  }
}

/** @param {{ pid: number, start: string } | undefined} claim */
const isDead = (claim) => claim !== undefined && startOf(claim.pid) !== claim.start;

/** @param {Defects} defects @returns {(options: any) => any} */
export const keeperWith = (defects) => (options) => {
  const { store, endpoints, fetch, onChange = () => {}, clock = { now: () => Date.now() } } = options;
  /** @type {Kept | undefined} what is not saved yet */
  let unsaved;
  /** @type {string | undefined} */
  let was;

  /** @returns {Promise<{ kept: Kept | undefined, version: string | undefined, isClaimantDead: boolean }>} */
  const read = async () => {
    for (;;) {
      const stored = await store.read();
      /** @type {Kept | undefined} */
      const kept = stored && JSON.parse(stored.record);
      // Checked once: a process that lives now may save, and end, before the state is asked for.
      const isClaimantDead = isDead(kept?.claim);
      // A dead process may have saved after this read, before it died.
      const isSure = !isClaimantDead || (await store.read())?.version === stored?.version;
      if (isSure) return { kept, version: stored?.version, isClaimantDead };
    }
  };
  /** @param {Kept} kept @param {string | undefined} version @returns {Promise<boolean>} */
  const replace = (kept, version) => store.replace(JSON.stringify(kept), version);
  /** @param {Kept | undefined} kept @param {boolean} [isClaimantDead] */
  const stateOf = (kept, isClaimantDead = false) => {
    if (!kept) return 'none';
    if (kept.dead) return 'suspect';
    return kept.uncertain || isClaimantDead ? 'in_doubt' : 'live';
  };
  /** @param {Kept | undefined} kept @param {boolean} [isClaimantDead] */
  const report = (kept, isClaimantDead) => {
    const state = stateOf(kept, isClaimantDead);
    if (was !== undefined && was !== state) onChange({ state, unsaved: unsaved !== undefined }, { state: was });
    was = state;
  };
  /** Applies a change to the record, repeated until it is saved. @param {(kept: Kept) => Kept | undefined} change */
  const change = async (change) => {
    for (let tries = 0; ; tries++) {
      try {
        const { kept, version } = await read();
        const next = kept && change(kept);
        if (!next || (await replace(next, version))) return next;
      } catch (error) {
        if (tries === 40) throw error;
        await wait(100);
      }
    }
  };

  /** @param {Kept} kept @param {string | undefined} version @returns {Promise<Kept | undefined>} */
  async function refresh(kept, version) {
    const claim = { pid: process.pid, start: startOf(process.pid) };
    if (!defects.noClaim && !(await replace({ ...kept, claim, uncertain: undefined }, version))) return undefined;
    /** @type {any} */
    let body;
    try {
      const response = await fetch(`${endpoints.accountsUrl}/api/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: kept.refreshToken, client_id: 'app' }),
        signal: AbortSignal.timeout(10_000),
      });
      if (response.status === 429) throw new KeeperError('rate_limited');
      if (response.status >= 500) throw new KeeperError('spotify_unavailable');
      body = await response.json();
      if (!body.access_token && !body.error) throw new KeeperError('answer_unreadable');
    } catch (error) {
      const { code, cause } = /** @type {{ code?: string, cause?: { code?: string } }} */ (error);
      const isUnspent = code === 'rate_limited' || notSent.has(cause?.code ?? '');
      if (!isUnspent && !defects.blindReplay) {
        const uncertain = await change((now) =>
          now.refreshToken === kept.refreshToken ? { ...now, claim: undefined, uncertain: true } : undefined,
        );
        if (!uncertain) return undefined;
        report(uncertain);
        throw new KeeperError('refresh_token_in_doubt');
      }
      await change((now) => (now.claim?.pid === process.pid ? { ...now, claim: undefined } : undefined));
      throw new KeeperError(isUnspent ? (code === 'rate_limited' ? code : 'network') : 'network');
    }
    if (body.error) {
      report(
        await change((now) =>
          now.refreshToken === kept.refreshToken ? { ...now, claim: undefined, dead: true } : undefined,
        ),
      );
      throw new KeeperError('refresh_token_suspect');
    }
    const next = {
      refreshToken: body.refresh_token ?? kept.refreshToken,
      accessToken: body.access_token,
      endsAt: clock.now() + body.expires_in * 900,
    };
    const save = () => change((now) => (now.refreshToken === kept.refreshToken ? next : undefined));
    if (defects.savedAfterUse) {
      setTimeout(() => void save().catch(() => {}), 20);
      return next;
    }
    unsaved = next;
    await save();
    unsaved = undefined;
    return next;
  }

  return {
    async accessToken({ rejected = '' } = {}) {
      for (let tries = 0; tries < 100; tries++) {
        const { kept, version, isClaimantDead } = await read();
        report(kept, isClaimantDead);
        const state = stateOf(kept, isClaimantDead);
        if (!kept || state === 'none') throw new KeeperError('not_logged_in');
        if (state === 'suspect') throw new KeeperError('refresh_token_suspect');
        if (state === 'in_doubt' && !defects.blindReplay) throw new KeeperError('refresh_token_in_doubt');
        if (kept.accessToken !== rejected && clock.now() < kept.endsAt) return kept.accessToken;
        if (kept.claim && !defects.blindReplay) await wait(50);
        else {
          const got = await refresh(kept, version);
          if (got) return got.accessToken;
        }
      }
      throw new KeeperError('refresh_under_way');
    },
    async state() {
      const { kept, isClaimantDead } = await read();
      return { state: stateOf(kept, isClaimantDead), unsaved: unsaved !== undefined };
    },
    async secrets() {
      return (await read()).kept;
    },
    async refreshNow() {
      const { kept, version } = await read();
      if (kept) await refresh({ ...kept, uncertain: undefined }, version);
    },
    /** @param {any} consent */
    async adopt(consent) {
      for (;;) {
        const { version } = await read();
        const { refreshToken, accessToken, accessTokenExpiresAt: endsAt } = consent;
        if (await replace({ refreshToken, accessToken, endsAt }, version)) return;
      }
    },
  };
};
