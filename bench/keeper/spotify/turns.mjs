// @ts-check
/** Deals the faults: each client takes a turn before each refresh, and gets the fault for it. */
import { stoppedCount } from './processes.mjs';

/** @typedef {import('./plan.mjs').Fault} Fault */
/** @typedef {{ id: string, line: number, pid: number, fault: Fault | undefined, hasStruck?: boolean }} Turn */

/** How many clients may be stopped at the same time. The others have to continue. */
const mostStopped = 3;

/**
 * @param {{ turn: number, fault: Fault }[][]} decks one for each line
 * @param {{ isKnown(line: number): boolean, isStoreUp(): boolean }} world
 */
export function createTurns(decks, world) {
  /** @type {Map<string, Turn>} */
  const turns = new Map();
  /** @type {Map<number, Turn>} */
  const armed = new Map();
  const counts = decks.map(() => 0);
  const left = decks.map((deck) => [...deck]);

  /** @param {number} line @param {(fault: Fault) => boolean} isWanted @returns {Fault | undefined} */
  const deal = (line, isWanted) => {
    // The first refresh after a consent shows whether a line rotates. Until then a client may send the token again.
    if (!world.isKnown(line)) return undefined;
    const turn = counts[line] ?? 0;
    const deck = left[line] ?? [];
    const index = deck.findIndex(({ turn: from, fault }) => from <= turn && isWanted(fault));
    return index < 0 ? undefined : deck.splice(index, 1)[0]?.fault;
  };
  /** @param {Fault} fault */
  const canStrike = ({ kind }) => {
    if (kind.startsWith('redis')) return world.isStoreUp();
    return !kind.startsWith('stop') || stoppedCount() < mostStopped;
  };

  return {
    /** @param {number} line @param {number} pid @returns {Turn} */
    take(line, pid) {
      counts[line] = (counts[line] ?? 0) + 1;
      const fault = deal(line, (one) => one.moment !== 'claim' && canStrike(one));
      const turn = { id: `${line}.${counts[line]}`, line, pid, fault };
      turns.set(turn.id, turn);
      return turn;
    },
    /** The fault for a client that is about to write a claim, before its turn. @param {number} line */
    claim: (line) => deal(line, ({ moment }) => moment === 'claim'),
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
    /** Faults that have not struck yet. */
    left: () => left.reduce((sum, deck) => sum + deck.length, 0),
  };
}
