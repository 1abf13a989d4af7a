import { RefrainError } from '../../../errors/refrain-error.ts';
import { scriptRunner, type RedisClient } from './client.ts';
import { otherKind, readScript, replaceScript } from './scripts.ts';
import type { TokenStore } from '../token-store.ts';

export type { IoredisClient, NodeRedisClient, RedisClient, SendCommand } from './client.ts';

/** Where a Redis store keeps its text. */
export interface RedisStoreOptions {
  /** Your own client of ioredis, iovalkey or redis (node-redis 4 or newer), connected; Refrain neither opens nor closes it. */
  readonly client: RedisClient;
  /** The one key of this one token, for Refrain alone. */
  readonly key: string;
  /** How long an answer is waited for, milliseconds. Default: 5,000. */
  readonly timeLimit?: number | undefined;
}

/**
 * Keeps a record in one key of Redis (4 or newer) or Valkey, for any number of machines. One script compares and
 * replaces, which the server runs as a single step; a cluster is fine, since there is one key.
 *
 * What is acknowledged lasts as the server is set up to make it last: see docs/stores.md for `appendonly` and what a
 * failover may lose.
 * @throws RefrainError `store_not_atomic` at once, for a client that it doesn't know. From `read` and `replace`:
 * `store_failed`, where the server is away, refuses, or answers too late. A `replace` that failed may still have
 * written: read again.
 */
export function redisStore({ client, key, timeLimit = 5000 }: RedisStoreOptions): TokenStore {
  const runScript = scriptRunner(client);
  if (typeof key !== 'string' || key === '') throw new TypeError('redisStore() needs a key: a text that is not empty.');

  async function run(script: string, ...args: string[]): Promise<unknown> {
    let answer;
    try {
      answer = await within(timeLimit, runScript(script, key, args));
    } catch (error) {
      throw failure(key, error);
    }
    const words = readable(answer);
    if (words === otherKind) throw failed(`The key ${key} holds something else than a record of Refrain`);
    return words;
  }

  return {
    async read() {
      const held = await run(readScript);
      if (!Array.isArray(held)) throw failed(`The key ${key}: the client gave no list for one`);
      const [version, record] = held as unknown[];
      if (version === undefined) return undefined;
      if (typeof version !== 'string' || typeof record !== 'string') {
        throw failed(`The key ${key}: the client gave no text for one`);
      }
      return { record, version };
    },
    async replace(record, version) {
      const answer = await run(replaceScript, version === undefined ? 'nothing' : `at ${version}`, record, newId());
      if (answer !== 'yes' && answer !== 'no') throw failed(`The key ${key}: the client gave another answer`);
      return answer === 'yes';
    },
  };
}

/** Never given twice. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A client may be set up to give bytes for texts. */
function readable(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(readable);
  return answer instanceof Uint8Array ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(answer) : answer;
}

/** A client whose server is away may wait for it without end. */
async function within<Value>(timeLimit: number, work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), timeLimit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function failed(detail: string, cause?: unknown): RefrainError {
  return new RefrainError('store_failed', { detail, cause });
}

/**
 * A client's error says what was sent, the record with it, in its message or beside it. Only its name and its code are
 * taken: Redis's own codes are the first word of the message.
 */
function failure(key: string, error: unknown): RefrainError {
  const { name, code, message } = (error ?? {}) as { name?: unknown; code?: unknown; message?: unknown };
  const own = typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,39}$/.test(code) ? code : undefined;
  const said = own ?? /^[A-Z]{2,20}(?= )/.exec(String(message))?.[0];
  const kind = typeof name === 'string' && /^\w{1,60}$/.test(name) ? name : 'Error';
  return failed(`Redis, key ${key}: ${said ?? kind}`, { name: kind, code: said });
}
