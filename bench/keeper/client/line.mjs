// @ts-check
/** One keeper of one client. Everything passed to it is recorded and can fail. */
import { clientId } from '../built.mjs';
import { monotonic } from '../log.mjs';
import { failingDisk } from './failing-disk.mjs';
import { faultyFetch } from './faulty-fetch.mjs';
import { recordedStore } from './recorded-store.mjs';

/** @typedef {import('../spotify/plan.mjs').Fault} Fault */

const hour = 60 * 60 * 1000;

/**
 * @param {{
 *   line: number,
 *   url: string,
 *   deadUrl: string,
 *   createTokenKeeper(options: any): any,
 *   openStore(line: number, fileSystem: unknown): any,
 *   systemClock: any,
 *   log(event: string, facts: Record<string, unknown>): void,
 *   harness(route: string, body: object): Promise<any>,
 *   skew: { milliseconds: number },
 * }} world `skew`: the error of this process's clock
 */
export function openLine({ line, url, deadUrl, createTokenKeeper, openStore, systemClock, log, harness, skew }) {
  /** @type {import('./faulty-fetch.mjs').Line} */
  const state = { line, turn: undefined, hasUnsaved: false };
  /** @type {{ fault: Fault, until: number } | undefined} */
  let current;

  const trouble = () => {
    if (current && monotonic() > current.until) {
      log('fault over', { line, kind: current.fault.kind });
      current = undefined;
    }
    return current && { kind: current.fault.kind, amount: current.fault.amount };
  };
  /** A write begins: the time for a disk fault. */
  const beforeWrite = async () => {
    const isSave = state.hasUnsaved;
    const turn = isSave ? state.turn?.id : undefined;
    if (!isSave && trouble()) return;
    const { fault } = await (isSave ? harness('before-save', { turn }) : harness('before-claim', { line }));
    if (!fault) return;
    const { kind, moment, amount } = fault;
    const milliseconds = 200 + amount ** 2 * (moment === 'save' ? 8000 : 2000);
    // Duration and kind are two choices.
    current = { fault: { kind, moment, amount: (amount * 7) % 1 }, until: monotonic() + milliseconds };
    log('fault', { kind, moment, line, turn, milliseconds });
  };

  /** @param {Fault} fault @param {string} turn */
  const onFault = (fault, turn) => {
    if (fault.kind !== 'clock jump') return;
    const hours = Math.round((fault.amount < 0.5 ? -1 : 1) * (1 + ((fault.amount * 2) % 1) * 11));
    const milliseconds = 2000 + ((fault.amount * 5) % 1) * 6000;
    log('fault', { kind: fault.kind, moment: fault.moment, line, turn, hours, milliseconds });
    skew.milliseconds += hours * hour;
    setTimeout(() => {
      skew.milliseconds -= hours * hour;
      log('fault over', { line, kind: fault.kind });
    }, milliseconds);
  };

  const keeper = createTokenKeeper({
    store: recordedStore({
      store: openStore(line, failingDisk(/** @type {any} */ (trouble))),
      state,
      log,
      beforeWrite,
    }),
    app: { clientId },
    endpoints: { accountsUrl: url, apiUrl: url },
    fetch: faultyFetch({ state, log, harness, deadUrl, onFault }),
    clock: { ...systemClock, now: () => Date.now() + skew.milliseconds },
    onChange: (/** @type {any} */ now, /** @type {any} */ before) => {
      const { state: is, unsaved, refusal, restoredAt } = now;
      log('reported', { line, state: is, was: before.state, unsaved, refusal, restoredAt });
    },
  });
  return keeper;
}
