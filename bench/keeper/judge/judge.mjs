// @ts-check
/** Judges a whole run from its logs alone. Pure: the same logs, the same judgement. */
import { killedClaimantsIn } from './claimants.mjs';
import { causesOfDoubt, doubtsIn, spansOfDoubt, unheededIn } from './doubts.mjs';
import { isFelt, isInLoss, lossesIn, wasForgotten } from './failovers.mjs';
import { unexplainedFailuresIn } from './failed-calls.mjs';
import { countFaults } from './fault-counts.mjs';
import { reusesIn } from './reuses.mjs';
import { usedUnsavedIn } from './saves.mjs';
import { shownIn } from './shown.mjs';
import { isLost, turnsIn } from './turns.mjs';

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */
/** @typedef {{ what: string, line: number | undefined, at: number, more: string }} Finding */

const good = new Set(['live', 'expiring', 'unknown']);

/**
 * @param {readonly LoggedEvent[]} events in order
 * @returns {{ findings: Finding[], figures: Record<string, number>, faults: ReturnType<typeof countFaults> }}
 */
export function judge(events) {
  // Where tokens do not rotate, a lost answer is asked for again, and nothing is ever in doubt.
  const steady = new Set(events.flatMap(({ event, line }) => (event === 'refreshed' ? [line] : [])));
  const rotates = (/** @type {{ line?: number | undefined }} */ { line }) => !steady.has(line);
  const turns = new Map([...turnsIn(events)].filter(([, turn]) => rotates(turn)));
  const losses = lossesIn(events);
  const killedClaimants = killedClaimantsIn(events).filter(rotates);
  const reuses = reusesIn(events, losses, turns);
  const causes = causesOfDoubt(events.filter(rotates), turns, killedClaimants);
  const doubts = doubtsIn(events, causes);
  const spans = spansOfDoubt(events, causes);
  const lost = [...turns.values()].filter(isLost);
  const unheeded = unheededIn(events, turns);
  const { failed, unexplained } = unexplainedFailuresIn(
    events,
    (line, from, to) =>
      spans.some((one) => one.line === line && one.from <= to && one.to >= from) ||
      // A call that began while it was felt may end when others have mended it.
      [from, to].some((at) => isFelt(losses, line, at, turns.values())),
  );
  const { early, silent } = usedUnsavedIn(events, turns);
  const overwritten = overwrittenIn(events, losses);
  const ends = events.filter(({ event }) => event === 'end');
  const lostAtEnd = ends.filter(({ state, held, live, unsaved }) =>
    good.has(state) ? held !== live && !unsaved : !told.has(state),
  );
  const uncaused = doubts.filter(({ causes }) => causes.length === 0);

  const spentIn = new Map([...turns.values()].flatMap((turn) => (turn.rotated ? [[turn.token, turn]] : [])));
  /** The store lost something of a turn, or handed it a token that an earlier one had spent. @param {import('./turns.mjs').Turn} turn */
  const isForgotten = (turn) => [turn, spentIn.get(turn.token) ?? turn].some((one) => wasForgotten(losses, one));

  const answered = events.filter(({ event }) => event === 'answered');

  const plainUnheeded = unheeded.filter(({ turn }) => !isForgotten(turn));
  const plainUncaused = uncaused.filter(({ line, from }) => !isFelt(losses, line, from, turns.values()));

  /** @type {Finding[]} */
  const findings = [
    ...reuses.plain.map((one) =>
      finding('a spent token was sent again', one, `token ${one.family}.${one.step}, turn ${one.turn}`),
    ),
    ...early.map((one) =>
      finding('an access token was used before the refresh token was saved', one, `turn ${one.turn}`),
    ),
    ...silent.map((one) => finding('a token that could not be saved was used without a word', one, `turn ${one.turn}`)),
    ...plainUnheeded.map(({ turn, next }) =>
      finding(
        'a lost answer left no doubt',
        { line: turn.line, at: turn.askedAt },
        `turn ${turn.id}, then ${next ? `turn ${next.turn}` : 'silence'}`,
      ),
    ),
    ...plainUncaused.map(({ line, from }) => finding('a doubt came of nothing', { line, at: from }, '')),
    ...overwritten.map((one) => finding('an older consent came back', one, `family ${one.family}`)),
    ...lostAtEnd.map((one) =>
      finding('the token is lost and nobody was told', one, `state ${one.state}, held ${one.held}, live ${one.live}`),
    ),
    ...unexplained.map((one) =>
      finding(
        'a call failed though nothing stood in its way',
        one,
        `${one.code}, process ${one.pid}, call ${one.call}`,
      ),
    ),
    ...shownIn(events).map((one) => finding('a token stands in a log', one, `${one.by}, ${one.event}`)),
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
      'calls that failed though no fault stood': unexplained.length,
      'spent tokens sent again': reuses.plain.length,
      'the same, by a person’s own try': reuses.ofPerson.length,
      'the same, after a failover that lost writes': reuses.afterLoss.length,
      'the same, before a line was known to rotate': reuses.beforeRotationWasKnown.length,
      'tokens lost and nobody told': lostAtEnd.length,
      'answers not kept': lost.length,
      'answers not kept that left no doubt': plainUnheeded.length,
      'the same, after a failover that lost the claim or the doubt': unheeded.length - plainUnheeded.length,
      'killed claimants': killedClaimants.length,
      doubts: doubts.length,
      'doubts that came of nothing': plainUncaused.length,
      'the same, after a failover that lost a save': uncaused.length - plainUncaused.length,
      'used before it was saved': early.length,
      'used unsaved without a word': silent.length,
      'older consents that came back': overwritten.length,
      'failovers that lost writes': new Set(losses.map(({ to }) => to)).size,
      consents: count('adopted'),
      'pauses of the machine over a second': slowMomentsIn(events),
    },
  };
}

/** How often a process came late by itself: not because it had been stopped. @param {readonly LoggedEvent[]} events */
function slowMomentsIn(events) {
  const woken = events.filter(({ event }) => event === 'continued');
  return events.filter(
    ({ event, pid, at, milliseconds }) =>
      event === 'late' && !woken.some((one) => one.victim === pid && one.at > at - milliseconds && one.at < at),
  ).length;
}

/** States that say that something is wrong, or that nothing is kept. */
const told = new Set(['suspect', 'in_doubt', 'expired', 'none']);

/** @param {string} what @param {{ line?: number | undefined, at: number }} where @param {string} more @returns {Finding} */
const finding = (what, { line, at }, more) => ({ what, line, at, more });

/**
 * Requests with a token of an older consent, claimed after the newer consent was saved; but for consents that a failover
 * lost before any client had seen them.
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
