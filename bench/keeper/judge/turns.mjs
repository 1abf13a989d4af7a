// @ts-check
/** The result of each refresh that a client sent. */

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */
/**
 * @typedef {object} Turn
 * @property {string} id
 * @property {number} line
 * @property {number} asker the process that sent it
 * @property {number} askedAt when it reached the server
 * @property {number} family @property {number} step @property {string} token which token it sent, and its hash
 * @property {boolean} rotated whether the server spent the token
 * @property {string | undefined} next hash of the refresh token that replaced it
 * @property {number | undefined} receivedAt when the client had the whole answer
 * @property {number | undefined} status of the answer that it had
 * @property {string | undefined} access hash of the access token that it had
 * @property {number | undefined} firstTriedToSaveAt when its first try to save ended, successful or not
 * @property {number | undefined} savedAt
 * @property {number[]} writtenAt when the store acknowledged its writes: the claim, the save, and others
 * @property {boolean} cameBack the next token was sent later, or was in the store at the end: so it was saved
 * @property {boolean} dropped a save found a newer record
 * @property {boolean} superseded a new consent came before the client gave up
 * @property {number | undefined} endedAt when the client gave up, or was killed before the save
 */

/** When each client was killed. @param {readonly LoggedEvent[]} events @returns {Map<number, number>} */
export function deathsIn(events) {
  const kills = events.filter(({ event, kind, struck }) => event === 'fault' && kind === 'kill' && struck);
  return new Map(kills.map(({ victim, at }) => [victim, at]));
}

/** @param {readonly LoggedEvent[]} events in order @returns {Map<string, Turn>} */
export function turnsIn(events) {
  /** @type {Map<string, Turn>} */
  const turns = new Map();
  const deaths = deathsIn(events);
  /** The last write of each client on each line, and the turn that it is in. @type {Map<string, { at: number, turn: Turn | undefined }>} */
  const writers = new Map();
  for (const { event, at, pid, turn: id, line = -1, ...facts } of events) {
    if (event === 'asked' && id !== undefined) {
      const writer = writers.get(`${facts.asker} ${line}`);
      const { asker, family, step, token } = facts;
      const asked = {
        ...blank,
        id,
        line,
        asker,
        askedAt: at,
        family,
        step,
        token,
        writtenAt: writer ? [writer.at] : [],
      };
      turns.set(id, asked);
      if (writer) writer.turn = asked;
    }
    const key = `${pid} ${line}`;
    if (event === 'calling' && writers.has(key)) writers.delete(key);
    if (event === 'written' && facts.written) {
      const { turn } = writers.get(key) ?? {};
      turn?.writtenAt.push(at);
      writers.set(key, { at, turn });
    }
    const turn = turns.get(id);
    if (!turn) {
      // If the store cannot be read, that counts as a try to save what waits to be saved there.
      if (event === 'not read') noteFailedTry(turns, pid, line, at);
      continue;
    }
    if (event === 'rotated') Object.assign(turn, { rotated: true, next: facts.next });
    if (event === 'received') Object.assign(turn, { receivedAt: at, status: facts.status, access: facts.token });
    if (event === 'lost') turn.endedAt = at;
    if (event === 'written' || event === 'not written') turn.firstTriedToSaveAt ??= at;
    if (event === 'written' && facts.written) turn.savedAt ??= at;
    if (event === 'written' && !facts.written) turn.dropped = true;
  }
  const consents = events.filter(({ event }) => event === 'adopted');
  const sentOrHeld = new Set(events.map(({ event, token, held }) => (event === 'asked' ? token : held)));
  for (const turn of turns.values()) {
    turn.cameBack = turn.next !== undefined && sentOrHeld.has(turn.next);
    const death = deaths.get(turn.asker);
    // An answer without tokens does not wait for a save.
    const isOver = turn.savedAt !== undefined || turn.endedAt !== undefined;
    const isWaiting = turn.receivedAt === undefined || turn.access !== undefined;
    if (!isOver && isWaiting && death !== undefined && death >= turn.askedAt) turn.endedAt = death;
    turn.superseded = consents.some(({ line, at }) => line === turn.line && at > turn.askedAt && at < lostAt(turn));
  }
  return turns;
}

const blank = {
  rotated: false,
  next: undefined,
  receivedAt: undefined,
  status: undefined,
  access: undefined,
  firstTriedToSaveAt: undefined,
  savedAt: undefined,
  cameBack: false,
  dropped: false,
  superseded: false,
  endedAt: undefined,
};

/** @param {Map<string, Turn>} turns @param {number} pid @param {number} line @param {number} at */
function noteFailedTry(turns, pid, line, at) {
  for (const turn of turns.values()) {
    if (turn.asker === pid && turn.line === line && turn.access && !turn.savedAt) turn.firstTriedToSaveAt ??= at;
  }
}

/**
 * Whether a turn's answer was lost: it was cut, unreadable or late, or its client was killed before the save.
 * A server error counts too: Spotify may have spent the token before the error.
 * @param {Turn} turn
 */
export function isLost(turn) {
  if (turn.savedAt !== undefined || turn.cameBack || turn.dropped || turn.superseded) return false;
  if (turn.endedAt !== undefined) return true;
  const isServerError = (turn.status ?? 0) >= 500;
  const isUnreadable = turn.status === 200 && turn.access === undefined;
  return isServerError || isUnreadable;
}

/** When its answer was lost. @param {Turn} turn */
export const lostAt = (turn) => turn.endedAt ?? turn.receivedAt ?? turn.askedAt;
