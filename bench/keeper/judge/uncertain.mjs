// @ts-check
/** When a token was reported as uncertain, and the lost answers and killed claiming processes that can cause it. */
import { isLost, lostAt } from './turns.mjs';

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */
/** @typedef {{ line: number, from: number, to: number, causes: { at: number, what: string }[] }} Uncertainty from the first report until it was resolved */

/** How long a client may still report an uncertainty that was resolved meanwhile, milliseconds. */
const grace = 3000;

/** A person decided: by a new consent, or by a successful try. @param {LoggedEvent} happened */
const isDecision = ({ event, ok }) => event === 'adopted' || (event === 'tried' && ok);

/** @param {LoggedEvent} happened */
const reportsUncertain = ({ event, state, was, code }) =>
  (event === 'reported' && state === 'in_doubt' && was !== 'in_doubt') ||
  (event === 'failed' && code === 'refresh_token_in_doubt');

/**
 * What can make a token uncertain: lost answers, requests that timed out before they arrived (their sender cannot know
 * that they did not arrive), and killed claiming processes.
 * @param {readonly LoggedEvent[]} events in order
 * @param {Map<string, import('./turns.mjs').Turn>} turns
 * @param {readonly { line: number, at: number, pid: number }[]} killedClaims
 * @returns {{ line: number, at: number, what: string }[]} in order
 */
export function causesOfUncertainty(events, turns, killedClaims) {
  const timedOut = events.filter(
    ({ event, error, turn }) => event === 'lost' && error === 'TimeoutError' && !turns.has(turn),
  );
  return [
    ...[...turns.values()]
      .filter(isLost)
      .map((turn) => ({ line: turn.line, at: lostAt(turn), what: `lost ${turn.id}` })),
    ...timedOut.map(({ line = -1, at, turn }) => ({ line, at, what: `never arrived ${turn}` })),
    ...killedClaims.map(({ line, at, pid }) => ({ line, at, what: `killed ${pid}` })),
  ].toSorted((one, other) => one.at - other.at);
}

/**
 * From each cause until a person decides: in this time a call may fail because the token is uncertain.
 * @param {readonly LoggedEvent[]} events in order
 * @param {ReturnType<typeof causesOfUncertainty>} causes
 * @returns {{ line: number, from: number, to: number }[]}
 */
export function uncertainSpans(events, causes) {
  const decisions = events.filter(isDecision);
  return causes.map(({ line, at }) => ({
    line,
    from: at,
    to: decisions.find((one) => one.line === line && one.at > at)?.at ?? Infinity,
  }));
}

/**
 * The uncertainties that clients reported, each with its causes.
 * @param {readonly LoggedEvent[]} events in order
 * @param {ReturnType<typeof causesOfUncertainty>} all
 */
export function uncertaintiesIn(events, all) {
  /** @type {Uncertainty[]} */
  const uncertainties = [];
  for (const [line, eventsOfLine] of byLine(events)) {
    const causes = all.filter((cause) => cause.line === line);
    /** @type {Uncertainty | undefined} */
    let last;
    let lastEnd = -Infinity;
    /** Causes after this time are new. */
    let since = -Infinity;
    /** When each client last began a call, or a change of the record that was made. @type {Map<number, number>} */
    const upToDate = new Map();
    /** When each client last began to write. @type {Map<number, number>} */
    const writingSince = new Map();
    /** When each client last could not read the store. @type {Map<number, number>} */
    const blindSince = new Map();
    /** Since when each client knows of the uncertainty. @type {Map<number, number>} */
    const knowsSince = new Map();
    for (const happened of eventsOfLine) {
      const { at, pid, event, was, state } = happened;
      if (event === 'calling') upToDate.set(pid, at);
      if (event === 'writing') writingSince.set(pid, at);
      // Others see the record as soon as it changes, which may be long before its writer hears of it.
      if (event === 'written' && happened.written) {
        upToDate.set(pid, Math.max(upToDate.get(pid) ?? 0, writingSince.get(pid) ?? at));
      }
      if (event === 'not read') blindSince.set(pid, at);
      // A client that read the store before the last one was resolved may still report that one.
      const isBlind = (blindSince.get(pid) ?? -Infinity) > at - grace && at < lastEnd + grace;
      const isNews = reportsUncertain(happened) && (upToDate.get(pid) ?? at) > lastEnd && !isBlind;
      if (isNews) knowsSince.set(pid, at);
      // A late answer resolves it too. But most clients that report the end only learned of a person's decision now.
      const isOver = event === 'reported' && was === 'in_doubt' && state !== 'in_doubt';
      if (isDecision(happened)) {
        if (last && last.to === Infinity) last.to = at;
        last = undefined;
        lastEnd = at;
      } else if (isOver && last && (knowsSince.get(pid) ?? 0) >= last.from) {
        last.to = Math.min(last.to, at);
      } else if (isNews && last) {
        // Uncertain again without a decision in between: a person's try is running, or the store lost the decision.
        last.to = Infinity;
      } else if (isNews) {
        last = { line, from: at, to: Infinity, causes: causes.filter((cause) => cause.at > since && cause.at <= at) };
        since = at;
        uncertainties.push(last);
      }
    }
  }
  return uncertainties;
}

/**
 * Lost answers after which a client sent the token again, although no person had decided.
 * @param {readonly LoggedEvent[]} events in order @param {Map<string, import('./turns.mjs').Turn>} turns
 */
export function ignoredLossesIn(events, turns) {
  const proven = new Set(
    events.flatMap(({ event, step, line, family }) => (event === 'asked' && step > 0 ? `${line}.${family}` : [])),
  );
  const answering = events.filter(({ event }) => event === 'adopted' || event === 'asked' || event === 'end');
  return [...turns.values()]
    .filter((turn) => isLost(turn) && proven.has(`${turn.line}.${turn.family}`))
    .flatMap((turn) => {
      const since = lostAt(turn);
      const next = answering.find(
        ({ event, line, at, turn: id }) =>
          line === turn.line && at > since && (event === 'adopted' || (event === 'asked' && id !== turn.id)),
      );
      const isSentAgain = next?.event === 'asked' && !next.person && next.family === turn.family;
      const end = answering.findLast(({ event, line }) => event === 'end' && line === turn.line);
      const isSilent = next === undefined && end?.state !== 'in_doubt';
      return isSentAgain || isSilent ? [{ turn, next }] : [];
    });
}

/** @param {readonly LoggedEvent[]} events @returns {Map<number, LoggedEvent[]>} */
function byLine(events) {
  /** @type {Map<number, LoggedEvent[]>} */
  const lines = new Map();
  for (const happened of events) {
    if (happened.line === undefined) continue;
    const eventsOfLine = lines.get(happened.line) ?? [];
    lines.set(happened.line, eventsOfLine);
    eventsOfLine.push(happened);
  }
  return lines;
}
