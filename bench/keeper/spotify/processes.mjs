// @ts-check
/** What the server can do to a process that sends a request: kill it, or stop it and continue it later. */

/** @param {number} pid @param {NodeJS.Signals} signal @returns {boolean} whether the process exists */
export function signal(pid, signal) {
  return isRunning(pid) && process.kill(pid, signal);
}

/** @param {number} pid */
export function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Processes that are stopped now. @type {Set<number>} */
const stopped = new Set();

/** Whether a process exists and is not stopped already. @param {number} pid */
export const canStop = (pid) => !stopped.has(pid) && isRunning(pid);

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

/** Continues all stopped processes: otherwise they would stay stopped after the run. */
export function continueAll() {
  for (const pid of stopped) signal(pid, 'SIGCONT');
}

/** How many processes are stopped. */
export const stoppedCount = () => stopped.size;
