// @ts-check
/**
 * Deals the faults: each client takes a turn before each refresh, and gets the fault for it. A turn may end before its
 * fault strikes: its process is killed on another line, or the server refuses its token. The line's next turn gets that
 * fault.
 */
import { stoppedCount } from './processes.mjs';

/** @typedef {import('./plan.mjs').Fault} Fault */
/** @typedef {{ turn: number, fault: Fault }} Planned */
/** @typedef {{ id: string, line: number, pid: number, fault: Fault | undefined, hasStruck?: boolean }} Turn */

/** How many clients may be stopped at the same time. The others have to continue. */
const mostStopped = 3;

/**
 * @param {Planned[][]} decks one for each line
 * @param {{ isKnown(line: number): boolean, isStoreUp(): boolean }} world
 */
export function createTurns(decks, world) {
  /** @type {Map<string, Turn>} */
  const turns = new Map();
  /** @type {Map<number, Turn>} */
  const armed = new Map();
  /** The last turn of each line, if it has a fault. @type {Map<number, { turn: Turn, planned: Planned }>} */
  const dealt = new Map();
  const counts = decks.map(() => 0);
  const left = decks.map((deck) => [...deck]);

  /** @param {number} line @param {(fault: Fault) => boolean} isWanted @returns {Planned | undefined} */
  const deal = (line, isWanted) => {
    // The first refresh after a consent shows whether a line rotates. Until then a client may send the token again.
    if (!world.isKnown(line)) return undefined;
    const turn = counts[line] ?? 0;
    const deck = left[line] ?? [];
    const index = deck.findIndex(({ turn: from, fault }) => from <= turn && isWanted(fault));
    return index < 0 ? undefined : deck.splice(index, 1)[0];
  };
  /** Whether the fault of the line's last turn has not struck. @param {number} line */
  const isOpen = (line) => dealt.get(line)?.turn.hasStruck === false;
  /** @param {number} line */
  const takeBack = (line) => {
    const last = dealt.get(line);
    dealt.delete(line);
    if (!last || last.turn.hasStruck) return;
    // Its process may continue later: then it must not strike too.
    last.turn.fault = undefined;
    left[line]?.unshift(last.planned);
  };
  /** @param {Fault} fault */
  const canStrike = ({ kind }) => {
    if (kind.startsWith('redis')) return world.isStoreUp();
    return !kind.startsWith('stop') || stoppedCount() < mostStopped;
  };

  return {
    /** @param {number} line @param {number} pid @returns {Turn} */
    take(line, pid) {
      takeBack(line);
      counts[line] = (counts[line] ?? 0) + 1;
      const planned = deal(line, (one) => one.moment !== 'claim' && canStrike(one));
      const fault = planned?.fault;
      // What strikes instead of the request, the client does at once.
      const turn = { id: `${line}.${counts[line]}`, line, pid, fault, hasStruck: fault?.moment === 'request' };
      turns.set(turn.id, turn);
      if (planned) dealt.set(line, { turn, planned });
      return turn;
    },
    /** The fault for a client that is about to write a claim, before its turn. @param {number} line */
    claim: (line) => deal(line, ({ moment }) => moment === 'claim')?.fault,
    /**
     * Plans a fault for the next refresh of a process that takes no turns: a built command.
     * @param {number} line @param {number} pid @param {Fault} fault
     */
    arm(line, pid, fault) {
      counts[line] = (counts[line] ?? 0) + 1;
      const turn = { id: `${line}.${counts[line]}`, line, pid, fault };
      turns.set(turn.id, turn);
      armed.set(line, turn);
    },
    /** @param {number | undefined} line @returns {Turn | undefined} */
    takeArmed(line) {
      if (line === undefined) return undefined;
      const turn = armed.get(line);
      armed.delete(line);
      return turn;
    },
    /** @param {string | undefined} id */
    find: (id) => (id === undefined ? undefined : turns.get(id)),
    /** How many faults of each line have not struck yet. */
    left: () => left.map((deck, line) => deck.length + (isOpen(line) ? 1 : 0)),
  };
}
