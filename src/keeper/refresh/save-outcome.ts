import type { RefrainError } from '../../errors/refrain-error.ts';
import { paused, refused, unanswered, type Sent } from '../record/changes.ts';
import type { KeeperContext } from './context.ts';
import type { Change } from '../record/record-cache.ts';
import type { Outcome } from '../record/outcome.ts';
import { backoff, pauseUntil } from '../record/times.ts';

// What became of a request that brought no tokens, brought to the record. None of these throws: where the store fails,
// the change is held and put there later.

/** Spotify's no: the next try has its time. */
export function noteRefusal(sent: Sent, { code }: RefrainError, context: KeeperContext): Promise<void> {
  const at = context.clock.now();
  return write(sent, (record) => refused(record, sent, code, at), context);
}

/** No answer, or none to the question: a pause, or a doubt where the token may be spent and tokens rotate. */
export function noteNoAnswer(
  sent: Sent,
  failed: { readonly outcome: Outcome; readonly error: RefrainError; readonly tries: number },
  context: KeeperContext,
): Promise<void> {
  const { outcome, tries } = failed;
  const { code, retryAt } = failed.error;
  const since = context.clock.now();
  const at = retryAt === undefined ? since + backoff(tries, context.random) : pauseUntil(retryAt, since);
  const pause = { since, at, code };
  const change: Change = (record) =>
    outcome === 'not_spent' ? paused(record, sent, pause) : unanswered(record, sent, { now: since, pause });
  return write(sent, change, context);
}

/** The token is as it was, and is tried again at once. */
export function noteUnused(sent: Sent, context: KeeperContext): Promise<void> {
  return write(sent, (record) => paused(record, sent, undefined), context);
}

async function write(sent: Sent, change: Change, { held }: KeeperContext): Promise<void> {
  try {
    await held.update((record) => record && change(record));
  } catch {
    // Where the claim has gone, it was written after all, or somebody else has gone on since.
    held.hold((record) => (record.claim?.id === sent.claimId ? change(record) : undefined));
  }
}
