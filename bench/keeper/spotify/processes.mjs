// @ts-check
/** What a server can do to the process that asks it: end it at once, or stop it and let it go on later. */

/** @param {number} pid @param {NodeJS.Signals} signal @returns {boolean} whether there was such a process */
export function signal(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** Processes that stand still now. @type {Set<number>} */
const stopped = new Set();

/**
 * Stops a process for a while.
 * @param {number} pid @param {number} milliseconds @param {() => void} onContinue
 */
export function stopFor(pid, milliseconds, onContinue) {
  if (stopped.has(pid) || !signal(pid, 'SIGSTOP')) return false;
  stopped.add(pid);
  setTimeout(() => {
    stopped.delete(pid);
    onContinue();
    signal(pid, 'SIGCONT');
  }, milliseconds);
  return true;
}

/** How many stand still. */
export const stoppedCount = () => stopped.size;
