// @ts-check
/** The faults that the server makes, each at its moment. */
import { canStop, isRunning, signal, stopFor } from './processes.mjs';

/** @typedef {import('./plan.mjs').Moment} Moment */
/** @typedef {import('./turns.mjs').Turn} Turn */

/** Answers with status 200 that cannot be read. @type {readonly ((body: string) => [type: string, body: string])[]} */
const unreadable = [
  () => ['text/html', '<!doctype html><title>Sign in to this network</title>'],
  (body) => ['application/json', body.slice(0, body.length / 2)],
  () => ['application/json', ''],
  () => ['application/json', '[]'],
];

/** Answers with a server error. @type {readonly (readonly [status: number, body: string])[]} */
const serverErrors = [
  [500, '{"error":"server_error"}'],
  [502, '<html>Please try again in 30 seconds</html>'],
  [503, 'upstream connect error'],
];

/** @template T @param {readonly T[]} items @param {number} amount @returns {T} */
const pick = (items, amount) => /** @type {T} */ (items[Math.floor(amount * items.length)]);

/**
 * @param {{
 *   log(event: string, facts: Record<string, unknown>): void,
 *   breakStore(kind: string, amount: number): Promise<void>,
 *   requestConsent(line: number): void,
 * }} actions
 */
export function createStrikes({ log, breakStore, requestConsent }) {
  /** @param {Turn} turn @param {Moment} moment @param {Record<string, unknown>} [more] */
  const note = (turn, moment, more = {}) => {
    turn.hasStruck = more['struck'] !== false;
    log('fault', { kind: turn.fault?.kind, moment, line: turn.line, turn: turn.id, victim: turn.pid, ...more });
  };

  /** @type {Record<string, (turn: Turn, moment: Moment, amount: number) => void | Promise<void>>} */
  const onProcess = {
    kill(turn, moment) {
      // Logged first: other processes may see the effect before this one continues.
      note(turn, moment, { struck: isRunning(turn.pid) });
      signal(turn.pid, 'SIGKILL');
    },
    stop(turn, moment, amount) {
      stop(turn, moment, 300 + amount * 2500);
    },
    'stop past the lease'(turn, moment, amount) {
      stop(turn, moment, 20_500 + amount * 1500);
      // In one of three cases a person does not wait for it.
      if (amount * 9 - Math.floor(amount * 9) < 1 / 3) setTimeout(() => requestConsent(turn.line), 3000);
    },
  };
  /** @param {Turn} turn @param {Moment} moment @param {number} milliseconds */
  const stop = (turn, moment, milliseconds) => {
    const struck = canStop(turn.pid);
    note(turn, moment, { struck, milliseconds });
    if (struck) stopFor(turn.pid, milliseconds, () => log('continued', { line: turn.line, victim: turn.pid }));
  };

  return {
    /**
     * Strikes the process that sent the request, or its store.
     * @param {Turn | undefined} turn @param {Moment} moment
     * @returns {Promise<boolean>} whether the process is gone, so that no answer is needed
     */
    async onOthers(turn, moment) {
      const fault = turn?.fault;
      if (!turn || fault?.moment !== moment || turn.hasStruck) return false;
      if (fault.kind.startsWith('redis')) {
        note(turn, moment);
        await breakStore(fault.kind, fault.amount);
        return false;
      }
      await onProcess[fault.kind]?.(turn, moment, fault.amount);
      return fault.kind === 'kill';
    },
    /**
     * Strikes the answer.
     * @param {Turn | undefined} turn @param {Moment} moment
     * @param {import('node:http').ServerResponse} response @param {string} body the answer without a fault
     * @returns {boolean} whether the fault has handled the answer
     */
    onAnswer(turn, moment, response, body) {
      const fault = turn?.fault;
      if (!turn || fault?.moment !== moment) return false;
      const { kind, amount } = fault;
      switch (kind) {
        case 'cut':
          note(turn, moment);
          response.destroy();
          return true;
        case 'server error': {
          const [status, text] = pick(serverErrors, amount);
          note(turn, moment, { status });
          response.writeHead(status, { 'content-type': 'text/html' }).end(text);
          return true;
        }
        case 'unreadable': {
          const [type, text] = pick(unreadable, amount)(body);
          note(turn, moment);
          response.writeHead(200, { 'content-type': type }).end(text);
          return true;
        }
        case 'stalled':
          note(turn, moment);
          setTimeout(() => response.destroy(), 15_000);
          return true;
        case 'too many requests': {
          const after = amount < 0.5 ? '1' : new Date(Date.now() + 1500).toUTCString();
          note(turn, moment, { milliseconds: 2000 });
          response.writeHead(429, { 'retry-after': after }).end('Too many requests');
          return true;
        }
        default:
          return false;
      }
    },
  };
}
