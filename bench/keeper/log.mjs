// @ts-check
/**
 * Append-only logs: one line of JSON for each event, written before the next step, so that a killed process leaves
 * everything it did. Times (`at`) are milliseconds of a monotonic clock that all processes of this machine share. A log
 * contains tokens only as short hashes.
 */
import { createHash } from 'node:crypto';
import { openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ at: number, pid: number, by: string, event: string, line?: number } & Record<string, any>} LoggedEvent
 * `by`: who wrote it (server, client, run); `line`: which line of tokens it is about
 */

/** Milliseconds of the machine's monotonic clock, the same in every process. */
export const monotonic = () => Number(process.hrtime.bigint() / 1000n) / 1000;

/**
 * @param {string} folder @param {string} by
 * @returns {(event: string, facts?: Record<string, unknown>) => number} returns its time
 */
export function openLog(folder, by) {
  const file = openSync(join(folder, `${by}-${process.pid}.jsonl`), 'a', 0o600);
  return (event, facts = {}) => {
    const at = monotonic();
    writeSync(file, `${JSON.stringify({ at, pid: process.pid, by, event, ...facts })}\n`);
    return at;
  };
}

/** @param {string | undefined} secret */
export const hashOf = (secret) => secret && createHash('sha256').update(secret).digest('hex').slice(0, 12);

/**
 * Every event of a run, in order. The last line of a killed process may be incomplete.
 * @param {string} folder @returns {LoggedEvent[]}
 */
export function readLogs(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const events = names.flatMap((name) => {
    const lines = readFileSync(join(folder, name), 'utf8').split('\n');
    return lines.slice(0, -1).map((line) => JSON.parse(line));
  });
  return events.toSorted((one, other) => one.at - other.at);
}
