import { traceOf } from '../../errors/error-trace.ts';
import { isRefrainError, RefrainError } from '../../errors/refrain-error.ts';
import { withDeadline } from '../../http/deadline.ts';
import type { Clock } from '../platform/clock.ts';
import { readRecord, type KeptRecord } from '../record/record.ts';
import type { TokenStore } from './token-store.ts';

/**
 * One call of a store may take ten seconds: four spans, in milliseconds. A process can be stopped during one span and
 * still get the answer in the next.
 */
const span = 2500;
const spans = 4;

/** After this many refusals in a row without a new version of another process, the store is broken. */
const maxRefusals = 1000;

/** Calls a store with a deadline, parses its record, and turns what it throws into a RefrainError. */
export class StoreAdapter {
  readonly #store: TokenStore;
  readonly #clock: Clock;
  /** The last write that the store refused, and how many in a row. */
  #refused = { text: '', version: undefined as string | undefined, count: 0 };

  constructor(store: TokenStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /**
   * Reads the record. If it cannot be parsed, the store moves it out of the way.
   * @throws RefrainError `store_failed`, `store_unsafe`, `record_newer`; `record_corrupt`, with the new place as detail
   */
  async read(): Promise<{ readonly record: KeptRecord | undefined; readonly version: string | undefined }> {
    const stored = await this.#call(() => this.#store.read());
    if (!stored) return { record: undefined, version: undefined };
    // A store may write and say that it did not. Then its new version is not from another process.
    if (stored.record === this.#refused.text) this.#refused.version = stored.version;
    try {
      return { record: readRecord(stored.record), version: stored.version };
    } catch (error) {
      if (!isRefrainError(error) || error.code !== 'record_corrupt') throw error;
      const place = await this.#call(async () => this.#store.setAside?.(stored.version));
      throw place === undefined ? error : new RefrainError('record_corrupt', { detail: place });
    }
  }

  /** Gets the version without moving anything. A store that has moved its record throws, and holds nothing. */
  async inspect(): Promise<{ readonly version: string | undefined; readonly isReadable: boolean }> {
    const stored = await this.#call(() => this.#store.read()).catch(() => undefined);
    return { version: stored?.version, isReadable: stored !== undefined && isReadable(stored.record) };
  }

  /**
   * Replaces the record at a version.
   * @param onCall gets the store's own promise, which may settle after the deadline
   * @returns false if the store holds another version
   * @throws RefrainError `store_failed`, `store_unsafe`
   */
  async replace(text: string, version: string | undefined, onCall: (call: Promise<boolean>) => void): Promise<boolean> {
    // A program without types may return nothing instead of false.
    const isReplaced: boolean | null | undefined = await this.#call(() => {
      const call = this.#store.replace(text, version);
      onCall(call);
      return call;
    });
    if (isReplaced) this.#refused.count = 0;
    else this.#countRefusal(text, version, isReplaced);
    return Boolean(isReplaced);
  }

  #countRefusal(text: string, version: string | undefined, answer: unknown): void {
    const count = this.#refused.version === version ? this.#refused.count + 1 : 1;
    this.#refused = { text, version, count };
    // The count goes on: a caller may ignore this error and try again.
    if (count > maxRefusals) {
      const detail =
        answer === false
          ? 'the store refuses to replace the version that it shows'
          : 'its replace() returned neither true nor false';
      throw new RefrainError('store_failed', { detail });
    }
  }

  async #call<Value>(work: () => Promise<Value>): Promise<Value> {
    try {
      return await waitForStore(work(), this.#clock);
    } catch (error) {
      if (isRefrainError(error)) throw error;
      // A store's message may quote the record, so only its code is kept.
      const { code } = traceOf(error);
      throw new RefrainError('store_failed', { cause: code && { code } });
    }
  }
}

function waitForStore<Value>(call: Promise<Value>, clock: Clock): Promise<Value> {
  const wait = async (done: AbortSignal) => {
    for (let count = 0; count < spans && !done.aborted; count++) {
      await clock.wait(span, { signal: done, background: true });
    }
  };
  const toError = () =>
    new RefrainError('store_failed', { detail: 'no answer in ten seconds', cause: { code: 'ETIMEDOUT' } });
  return withDeadline(call, wait, toError);
}

function isReadable(stored: string): boolean {
  try {
    return readRecord(stored) !== undefined;
  } catch {
    return false;
  }
}

/** Whether the store cannot be read or written now. */
export function isStoreUnavailable(error: unknown): boolean {
  return isRefrainError(error) && (error.code === 'store_failed' || error.code === 'store_unsafe');
}

/** Whether the store holds a record that this version of Refrain cannot read. */
export function isRecordUnreadable(error: unknown): boolean {
  return isRefrainError(error) && (error.code === 'record_corrupt' || error.code === 'record_newer');
}
