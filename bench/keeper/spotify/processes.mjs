// @ts-check
/** What a server can do to the process that asks it: end it at once, or stop it and let it go on later. */

/** @param {number} pid @param {NodeJS.Signals} signal @returns {boolean} whether there was such a process */
export function signal(pid, signal) {
  return isThere(pid) && process.kill(pid, signal);
}

/** @param {number} pid */
export function isThere(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Processes that stand still now. @type {Set<number>} */
const stopped = new Set();

/** Whether a process is there and does not stand still already. @param {number} pid */
export const canStop = (pid) => !stopped.has(pid) && isThere(pid);

/**
 * Stops a process for a while.
 * @param {number} pid @param {number} milliseconds @param {() => void} onContinue
 */
export function stopFor(pid, milliseconds, onContinue) {
  stopped.add(pid);
  signal(pid, 'SIGSTOP');
  setTimeout(() => {
    stopped.delete(pid);
    onContinue();
    signal(pid, 'SIGCONT');
  }, milliseconds);
}

/** Lets everybody go on: whoever stands still when the run ends would stand there for ever. */
export function continueAll() {
  for (const pid of stopped) signal(pid, 'SIGCONT');
}

/** How many stand still. */
export const stoppedCount = () => stopped.size;
