import { RefrainError } from '../../../errors/refrain-error.ts';

/** ioredis and iovalkey, single or cluster: `call(command, ...arguments)`. */
export interface IoredisClient {
  call(command: string, ...args: (string | number)[]): Promise<unknown>;
}

/** node-redis 4 or newer (`redis`, `@redis/client`), single, pool, sentinel or cluster. */
export interface NodeRedisClient {
  sendCommand: unknown;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** Any other client: a function that sends one command and returns its answer. */
export type SendCommand = (command: readonly string[]) => Promise<unknown>;

export type RedisClient = IoredisClient | NodeRedisClient | SendCommand;

/** Runs a script on one key. */
export type RunScript = (script: string, key: string, args: readonly string[]) => Promise<unknown>;

const acceptedClients =
  'redisStore() needs a client of ioredis, iovalkey or redis (4 or newer), or a function that sends one command: ' +
  '(command) => Promise';

/**
 * A client that is offline emits `error`. If the program does not listen, ioredis prints a stack trace for each try, and
 * node-redis ends the process. The store needs no event: each of its calls says what went wrong.
 */
function listenForErrors(client: RedisClient): void {
  const { on, listenerCount } = (client ?? {}) as Partial<EventSource>;
  if (typeof on !== 'function' || typeof listenerCount !== 'function') return;
  if (listenerCount.call(client, 'error') === 0) on.call(client, 'error', () => {});
}

/** The parts of Node's `EventEmitter` that are used here. */
interface EventSource {
  on(event: 'error', listener: () => void): unknown;
  listenerCount(event: 'error'): number;
}

/**
 * Recognizes a client by its methods.
 * @throws RefrainError `store_not_atomic` if it is not a client that can run a script
 */
export function createScriptRunner(client: RedisClient): RunScript {
  listenForErrors(client);
  const shape = (typeof client === 'object' && client !== null ? client : {}) as Partial<
    IoredisClient & NodeRedisClient & { send_command: unknown }
  >;
  if (typeof client === 'function') return (script, key, args) => client(['EVAL', script, '1', key, ...args]);
  if (typeof shape.call === 'function') {
    const { call } = shape;
    return (script, key, args) => call.call(client, 'EVAL', script, 1, key, ...args);
  }
  // redis 3 and older has both methods, but supports only callbacks.
  if (typeof shape.eval === 'function' && shape.sendCommand !== undefined && shape.send_command === undefined) {
    const run = shape.eval;
    return (script, key, args) => run.call(client, script, { keys: [key], arguments: [...args] });
  }
  throw new RefrainError('store_not_atomic', { detail: acceptedClients });
}
