// @ts-check
/** Judges a run from its logs. Pure: the same logs give the same findings. */
import { unexplainedFailuresIn } from './failed-calls.mjs';
import { hasLostWrite, isAffected, isInLoss, lossesIn } from './failovers.mjs';
import { countFaults } from './fault-counts.mjs';
import { killedClaimsIn } from './killed-claims.mjs';
import { reusesIn } from './reuses.mjs';
import { findUnsavedUses } from './saves.mjs';
import { eventsWithToken } from './tokens-in-logs.mjs';
import { isLost, turnsIn } from './turns.mjs';
import { causesOfUncertainty, ignoredLossesIn, uncertainSpans, uncertaintiesIn } from './uncertain.mjs';

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */
/** @typedef {{ what: string, line: number | undefined, at: number, more: string }} Finding */

const good = new Set(['live', 'expiring', 'unknown']);

/**
 * @param {readonly LoggedEvent[]} events in order
 * @returns {{ findings: Finding[], figures: Record<string, number>, faults: ReturnType<typeof countFaults> }}
 */
export function judge(events) {
  // If tokens do not rotate, a lost answer does not matter, and a token is never uncertain.
  const steady = new Set(events.flatMap(({ event, line }) => (event === 'refreshed' ? [line] : [])));
  const rotates = (/** @type {{ line?: number | undefined }} */ { line }) => !steady.has(line);
  const turns = new Map([...turnsIn(events)].filter(([, turn]) => rotates(turn)));
  const losses = lossesIn(events);
  const killedClaims = killedClaimsIn(events).filter(rotates);
  const reuses = reusesIn(events, losses, turns);
  const causes = causesOfUncertainty(events.filter(rotates), turns, killedClaims);
  const uncertainties = uncertaintiesIn(events, causes);
  const spans = uncertainSpans(events, causes);
  const lost = [...turns.values()].filter(isLost);
  const ignored = ignoredLossesIn(events, turns);
  const { failed, unexplained } = unexplainedFailuresIn(
    events,
    (line, from, to) =>
      spans.some((one) => one.line === line && one.from <= to && one.to >= from) ||
      // A call that began while the loss affected the line may end after another client has saved.
      [from, to].some((at) => isAffected(losses, line, at, turns.values())),
  );
  const { early, silent } = findUnsavedUses(events, turns);
  const overwritten = overwrittenIn(events, losses);
  const ends = events.filter(({ event }) => event === 'end');
  const lostAtEnd = ends.filter(({ state, held, live, unsaved }) =>
    good.has(state) ? held !== live && !unsaved : !reported.has(state),
  );
  // After its last save was lost, no client reads a line that is done, so none can restore it.
  const plainLostAtEnd = lostAtEnd.filter(({ line = -1, at }) => !isAffected(losses, line, at, turns.values()));
  const uncaused = uncertainties.filter(({ causes }) => causes.length === 0);

  const spentIn = new Map([...turns.values()].flatMap((turn) => (turn.rotated ? [[turn.token, turn]] : [])));
  /** The store lost a write of a turn, or gave it a token that an earlier turn had spent. @param {import('./turns.mjs').Turn} turn */
  const isAfterLoss = (turn) => [turn, spentIn.get(turn.token) ?? turn].some((one) => hasLostWrite(losses, one));

  const answered = events.filter(({ event }) => event === 'answered');

  const plainIgnored = ignored.filter(({ turn }) => !isAfterLoss(turn));
  const plainUncaused = uncaused.filter(({ line, from }) => !isAffected(losses, line, from, turns.values()));

  /** @type {Finding[]} */
  const findings = [
    ...reuses.plain.map((one) =>
      finding('a spent token was sent again', one, `token ${one.family}.${one.step}, turn ${one.turn}`),
    ),
    ...early.map((one) =>
      finding('an access token was used before the refresh token was saved', one, `turn ${one.turn}`),
    ),
    ...silent.map((one) =>
      finding('a token that could not be saved was used without a report', one, `turn ${one.turn}`),
    ),
    ...plainIgnored.map(({ turn, next }) =>
      finding(
        'a lost answer left the token certain',
        { line: turn.line, at: turn.askedAt },
        `turn ${turn.id}, then ${next ? `turn ${next.turn}` : 'nothing'}`,
      ),
    ),
    ...plainUncaused.map(({ line, from }) =>
      finding('a token became uncertain without a cause', { line, at: from }, ''),
    ),
    ...overwritten.map((one) => finding('an older consent came back', one, `family ${one.family}`)),
    ...plainLostAtEnd.map((one) =>
      finding(
        'the token is lost and no one was informed',
        one,
        `state ${one.state}, held ${one.held}, live ${one.live}`,
      ),
    ),
    ...unexplained.map((one) =>
      finding('a call failed without a cause', one, `${one.code}, process ${one.pid}, call ${one.call}`),
    ),
    ...eventsWithToken(events).map((one) => finding('a token is in a log', one, `${one.by}, ${one.event}`)),
  ];
  const count = (/** @type {string} */ name) => events.filter(({ event }) => event === name).length;
  return {
    findings,
    faults: countFaults(events),
    figures: {
      rotations: answered.filter(rotates).length,
      'refreshes that do not rotate': answered.length - answered.filter(rotates).length,
      'rotations saved': [...turns.values()].filter(({ savedAt }) => savedAt !== undefined).length,
      calls: count('calling'),
      'calls that failed': failed,
      'calls that failed without a cause': unexplained.length,
      'spent tokens sent again': reuses.plain.length,
      'the same, by a person’s own try': reuses.ofPerson.length,
      'the same, after a failover that lost writes': reuses.afterLoss.length,
      'the same, before a line was known to rotate': reuses.beforeRotationWasKnown.length,
      'tokens lost and no one informed': plainLostAtEnd.length,
      'the same, after a failover that lost its last save': lostAtEnd.length - plainLostAtEnd.length,
      'lost answers': lost.length,
      'lost answers that left the token certain': plainIgnored.length,
      'the same, after a failover that lost a write of it': ignored.length - plainIgnored.length,
      'killed claiming processes': killedClaims.length,
      'tokens that became uncertain': uncertainties.length,
      'tokens that became uncertain without a cause': plainUncaused.length,
      'the same, after a failover that lost a save': uncaused.length - plainUncaused.length,
      'used before it was saved': early.length,
      'used unsaved without a report': silent.length,
      'older consents that came back': overwritten.length,
      'failovers that lost writes': new Set(losses.map(({ to }) => to)).size,
      consents: count('adopted'),
      'pauses of the machine over a second': slowMomentsIn(events),
    },
  };
}

/** How often a process was late, except after it was stopped. @param {readonly LoggedEvent[]} events */
function slowMomentsIn(events) {
  const woken = events.filter(({ event }) => event === 'continued');
  return events.filter(
    ({ event, pid, at, milliseconds }) =>
      event === 'late' && !woken.some((one) => one.victim === pid && one.at > at - milliseconds && one.at < at),
  ).length;
}

/** States that report that something is wrong, or that nothing is stored. */
const reported = new Set(['suspect', 'in_doubt', 'expired', 'none']);

/** @param {string} what @param {{ line?: number | undefined, at: number }} event @param {string} more @returns {Finding} */
const finding = (what, { line, at }, more) => ({ what, line, at, more });

/**
 * Requests with a token of an older consent, claimed after the newer consent was saved. Consents that a failover lost do
 * not count.
 * @param {readonly LoggedEvent[]} events in order
 * @param {readonly import('./failovers.mjs').Loss[]} losses
 */
function overwrittenIn(events, losses) {
  /** @type {Map<number | undefined, { family: number, at: number }>} */
  const newest = new Map();
  /** @type {Map<string, number>} */
  const claimedAt = new Map();
  return events.filter(({ event, at, line, family, pid, asker, written, person, step }) => {
    if (event === 'adopted' && !isInLoss(losses, line ?? -1, at)) newest.set(line, { family, at });
    if (event === 'written' && written) claimedAt.set(`${pid} ${line}`, at);
    if (event !== 'asked' || person || step === undefined) return false;
    const consent = newest.get(line);
    return consent !== undefined && family < consent.family && (claimedAt.get(`${asker} ${line}`) ?? at) > consent.at;
  });
}
