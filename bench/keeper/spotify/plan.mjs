// @ts-check
/**
 * Plans which fault strikes at which turn of which line, from one seed, before the run begins. A turn is one refresh
 * that a client is about to send.
 */
import { seeded } from '../seeded.mjs';

/**
 * @typedef {'arrival' | 'rotated' | 'first-byte' | 'before-save' | 'answered' | 'claim' | 'save' | 'request'} Moment
 * `arrival`: the request has arrived, nothing was done. `rotated`: the token is spent and replaced, nothing was
 * answered. `first-byte`: half the answer was sent. `before-save`: the client has the answer and is about to save it.
 * `answered`: the same for a command, which does not announce its save: the complete answer was sent at most six
 * milliseconds ago. `claim`, `save`: while the client writes to its store. `request`: instead of the request.
 */
/** @typedef {{ kind: string, moment: Moment, amount: number }} Fault `amount`: from 0 up to 1, for the fault's own choices */
/** @typedef {'file' | 'redis'} StoreKind */

/** @type {Record<string, readonly Moment[]>} */
const everywhere = {
  kill: ['arrival', 'rotated', 'first-byte', 'before-save'],
  stop: ['arrival', 'rotated', 'first-byte', 'before-save'],
  'stop past the lease': ['arrival', 'rotated', 'first-byte', 'before-save'],
  cut: ['arrival', 'rotated', 'first-byte'],
  'server error': ['rotated'],
  unreadable: ['rotated'],
  stalled: ['rotated'],
  'too many requests': ['arrival'],
  'connection refused': ['request'],
  'name not found': ['request'],
  'clock jump': ['request'],
};

/** @type {Record<StoreKind, Record<string, readonly Moment[]>>} */
const ofStore = {
  file: { 'full disk': ['claim', 'save'], 'read-only folder': ['claim', 'save'] },
  redis: {
    'redis killed': ['arrival', 'rotated', 'before-save'],
    'redis failed over': ['arrival', 'rotated', 'before-save'],
    'redis full': ['arrival', 'before-save'],
  },
};

/** Kinds that strike as often at each of their moments as other kinds in total. */
const eachMoment = new Set(['kill', 'cut']);

/** @param {StoreKind} store @param {readonly string[]} [only] */
export function faultKinds(store, only) {
  const all = Object.entries({ ...everywhere, ...ofStore[store] });
  return Object.fromEntries(all.filter(([kind]) => !only || only.includes(kind)));
}

/**
 * One deck for each line: its faults, sorted by the first turn at which they may strike.
 *
 * @param {{ seed: number, store: StoreKind, lines: number, rotations: number, faults: number, kinds?: readonly string[] | undefined }} wanted
 * `rotations`: how many each line will have; `faults`: how many of each kind; `kinds`: only these (default: all)
 * @returns {{ turn: number, fault: Fault }[][]}
 */
export function dealFaults({ seed, store, lines, rotations, faults, kinds }) {
  const { next, between, shuffle } = seeded(seed, 'plan');
  /** @type {Fault[]} */
  const all = Object.entries(faultKinds(store, kinds)).flatMap(([kind, moments]) => {
    const count = eachMoment.has(kind) ? faults * moments.length : faults;
    return Array.from({ length: count }, (_, index) => ({
      kind,
      moment: /** @type {Moment} */ (moments[index % moments.length]),
      amount: next(),
    }));
  });
  /** @type {{ turn: number, fault: Fault }[][]} */
  const decks = Array.from({ length: lines }, () => []);
  // Not in the first turns, and not near the end: a fault needs turns after it to show its effect.
  for (const [index, fault] of shuffle(all).entries()) {
    decks[index % lines]?.push({ turn: between(3, Math.max(3, Math.floor(rotations * 0.9))), fault });
  }
  return decks.map((deck) => deck.toSorted((one, other) => one.turn - other.turn));
}
