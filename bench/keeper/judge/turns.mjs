// @ts-check
/** What became of each refresh that a client sent. */

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */
/**
 * @typedef {object} Turn
 * @property {string} id
 * @property {number} line
 * @property {number} asker the process that sent it
 * @property {number} askedAt when it reached the server
 * @property {number} family @property {number} step @property {string} token which token it sent, and its hash
 * @property {boolean} rotated whether the server spent the token
 * @property {string | undefined} next hash of the refresh token that came after it
 * @property {number | undefined} receivedAt when the client had the whole answer
 * @property {number | undefined} status of the answer that it had
 * @property {string | undefined} access hash of the access token that it had
 * @property {number | undefined} firstTriedToSaveAt when its first try to save ended, well or not
 * @property {number | undefined} savedAt
 * @property {number[]} writtenAt when the store acknowledged its claim, its save, or what else became of it
 * @property {boolean} cameBack the next token was sent later, or was held at the end: it was saved, whoever saw it
 * @property {boolean} dropped a save found something newer
 * @property {boolean} superseded a consent came before it was given up
 * @property {number | undefined} endedAt when it was given up, or its client was killed before it was saved
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
      // A store that cannot even be read counts as a try of whatever waits to be saved there.
      if (event === 'not read') noteTry(turns, pid, line, at);
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
    // What arrived without tokens is not waiting for a save.
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
function noteTry(turns, pid, line, at) {
  for (const turn of turns.values()) {
    if (turn.asker === pid && turn.line === line && turn.access && !turn.savedAt) turn.firstTriedToSaveAt ??= at;
  }
}

/**
 * Whether a turn's answer never came to be kept: it was cut, made no sense, came too late, or its client died first.
 * An error status with no JSON in it counts too: Spotify may have spent the token before it fell ill.
 * @param {Turn} turn
 */
export function isLost(turn) {
  if (turn.savedAt !== undefined || turn.cameBack || turn.dropped || turn.superseded) return false;
  if (turn.endedAt !== undefined) return true;
  const isIllness = (turn.status ?? 0) >= 500;
  const isUnreadable = turn.status === 200 && turn.access === undefined;
  return isIllness || isUnreadable;
}

/** When it was known to be lost. @param {Turn} turn */
export const lostAt = (turn) => turn.endedAt ?? turn.receivedAt ?? turn.askedAt;
