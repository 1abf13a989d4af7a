import { RefrainError } from '../../errors/refrain-error.ts';
import { deferred } from './promised.ts';

/**
 * Waits for what may never come, a pipe that nobody closes, until Ctrl-C.
 * @throws RefrainError `interrupted`
 */
export async function unlessInterrupted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const ended = deferred<never>();
  const onAbort = () => ended.reject(new RefrainError('interrupted'));
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort);
  try {
    return await Promise.race([work, ended.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
