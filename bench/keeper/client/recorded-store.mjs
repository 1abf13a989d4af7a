// @ts-check
/** A client's store, which logs each write before it begins and after it ends. */
import { hashOf } from '../log.mjs';

/**
 * @param {{
 *   store: any,
 *   state: import('./faulty-fetch.mjs').Line,
 *   log(event: string, facts: Record<string, unknown>): void,
 *   beforeWrite(): Promise<void>,
 * }} world
 */
export function recordedStore({ store, state, log, beforeWrite }) {
  const { line } = state;
  return {
    ...store,
    async read() {
      try {
        return await store.read();
      } catch (error) {
        log('not read', { line, code: /** @type {{ code?: string }} */ (error).code });
        throw error;
      }
    },
    /** @param {string} record @param {string | undefined} version */
    async replace(record, version) {
      const isSave = state.hasUnsaved;
      const facts = { line, save: isSave, turn: isSave ? state.turn?.id : undefined, record: hashOf(record) };
      await beforeWrite();
      log('writing', facts);
      try {
        const written = await store.replace(record, version);
        if (written && isSave) state.hasUnsaved = false;
        log('written', { ...facts, written });
        return written;
      } catch (error) {
        log('not written', { ...facts, code: /** @type {{ code?: string }} */ (error).code });
        throw error;
      }
    },
  };
}
