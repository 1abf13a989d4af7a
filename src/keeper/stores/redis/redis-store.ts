import { traceOf } from '../../../errors/error-trace.ts';
import { RefrainError } from '../../../errors/refrain-error.ts';
import { withDeadline } from '../../../http/deadline.ts';
import { systemClock } from '../../platform/clock.ts';
import { createScriptRunner, type RedisClient } from './client.ts';
import { wrongType, readScript, replaceScript } from './scripts.ts';
import { createId } from '../../platform/create-id.ts';
import type { TokenStore } from '../token-store.ts';

export type { IoredisClient, NodeRedisClient, RedisClient, SendCommand } from './client.ts';

/** Options of `redisStore`. */
export interface RedisStoreOptions {
  /** A connected client of ioredis, iovalkey or redis (node-redis 4 or newer). Refrain does not open or close it. */
  readonly client: RedisClient;
  /** The key for this token. Nothing else may use it. */
  readonly key: string;
  /** How long to wait for an answer, in milliseconds, above 0. Default: 5,000. */
  readonly timeLimit?: number | undefined;
}

/**
 * Stores a record in one key of Redis (4 or newer) or Valkey, for any number of machines. One script compares and
 * replaces, in one atomic step of the server. A cluster works too, since there is only one key.
 *
 * How safe an acknowledged write is depends on the server's setup: see docs/stores.md for `appendonly` and failovers.
 * @throws RefrainError `store_not_atomic` if the client is not known; TypeError if the key is empty, or the time limit is
 * not above 0. `read` and `replace` reject with `store_failed` if the server is unavailable, refuses, or answers too late.
 * A `replace` that failed may still have written, so read again.
 */
export function redisStore({ client, key, timeLimit = 5000 }: RedisStoreOptions): TokenStore {
  const runScript = createScriptRunner(client);
  if (typeof key !== 'string' || key === '') throw new TypeError('redisStore() needs a key that is not empty.');
  if (!(timeLimit > 0)) throw new TypeError('redisStore() needs a timeLimit above 0, in milliseconds.');

  async function run(script: string, ...args: string[]): Promise<unknown> {
    let answer;
    try {
      answer = await withTimeLimit(timeLimit, runScript(script, key, args));
    } catch (error) {
      throw toStoreError(key, error);
    }
    const decoded = decodeAnswer(answer);
    if (decoded === wrongType) throw createError(`The key ${key} does not hold a record of Refrain`);
    return decoded;
  }

  return {
    async read() {
      const values = await run(readScript);
      if (!Array.isArray(values)) throw createError(`Redis, key ${key}: the client did not return a list`);
      const [version, record] = values as unknown[];
      if (version === undefined) return undefined;
      if (typeof version !== 'string' || typeof record !== 'string') {
        throw createError(`Redis, key ${key}: the client did not return texts`);
      }
      return { record, version };
    },
    async replace(record, version) {
      const answer = await run(replaceScript, version === undefined ? 'nothing' : `at ${version}`, record, createId());
      if (answer !== 'yes' && answer !== 'no') {
        throw createError(`Redis, key ${key}: the client returned an unexpected answer`);
      }
      return answer === 'yes';
    },
  };
}

/** Some clients are set up to return bytes instead of texts. */
function decodeAnswer(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(decodeAnswer);
  return answer instanceof Uint8Array ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(answer) : answer;
}

/** A client may wait forever for a server that is unavailable. */
function withTimeLimit<Value>(timeLimit: number, work: Promise<Value>): Promise<Value> {
  const wait = (signal: AbortSignal) => systemClock.wait(timeLimit, { signal });
  return withDeadline(work, wait, () => Object.assign(new Error('late'), { code: 'ETIMEDOUT' }));
}

function createError(detail: string, cause?: unknown): RefrainError {
  return new RefrainError('store_failed', { detail, cause });
}

/**
 * An error of a client may contain what was sent, and so the record. Only its name and code are used. Redis's own codes
 * are the first word of the message.
 */
function toStoreError(key: string, error: unknown): RefrainError {
  const { name, code } = traceOf(error);
  const { message } = (error ?? {}) as { message?: unknown };
  const known = code ?? /^[A-Z]{2,20}(?= )/.exec(String(message))?.[0];
  return createError(`Redis, key ${key}: ${known ?? name}`, { name, code: known });
}
