import { sha256 } from '../../text/hash.ts';

/** How many wrong keys one instance of the handler compares in a minute. It ignores further keys. */
const maxWrongKeys = 5;
const windowMs = 60_000;

/** Compares what was entered with the renewal key. */
export interface KeyCheck {
  /** `wait`: too many wrong keys came in the last minute, so this one was not compared. */
  judge(entered: string, now: number): Promise<'right' | 'wrong' | 'wait'>;
}

/** Creates the check of one renewal key. It compares digests, so the time that it takes tells nothing about the key. */
export function createKeyCheck(key: string): KeyCheck {
  const attempts = new Set<{ readonly at: number }>();
  return {
    async judge(entered, now) {
      for (const attempt of attempts) if (now - attempt.at >= windowMs) attempts.delete(attempt);
      if (attempts.size >= maxWrongKeys) return 'wait';
      // Counted before the digests are computed, so that simultaneous attempts count too.
      const attempt = { at: now };
      attempts.add(attempt);
      const [one, other] = await Promise.all([sha256(entered), sha256(key)]);
      let difference = 0;
      for (const [index, byte] of one.entries()) difference |= byte ^ (other[index] ?? 0);
      if (difference !== 0) return 'wrong';
      attempts.delete(attempt);
      return 'right';
    },
  };
}
