// @ts-check
/** Calls that failed without a fault that explains it. */

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */
/** @typedef {{ line: number | undefined, pid: number | undefined, kind: string, from: number, to: number }} Trouble `line`, `pid`: undefined means all */

/** How long a fault that is over may still affect calls, milliseconds. */
const grace = 3000;

/** @param {readonly LoggedEvent[]} events in order @returns {Trouble[]} */
function troublesIn(events) {
  /** @type {Trouble[]} */
  const troubles = [];
  for (const { event, at, line, pid, kind, since, victim, milliseconds = 0 } of events) {
    // What the process was waiting for has timed out, or its connection is closed.
    if (event === 'continued') troubles.push({ line: undefined, pid: victim, kind: 'woken', from: at, to: at + grace });
    if (event === 'late') {
      // One process sees it, and all are slow.
      const from = at - milliseconds;
      troubles.push({ line: undefined, pid: undefined, kind: 'slow machine', from, to: at + grace });
    }
    if (event === 'store down') {
      troubles.push({ line: undefined, pid: undefined, kind, from: since ?? at, to: Infinity });
    }
    if (event === 'store up') end(troubles, (one) => one.kind === kind, at);
    if (event === 'reused' || event === 'refused') {
      troubles.push({ line, pid: undefined, kind: 'refused', from: at, to: Infinity });
    }
    if (event === 'adopted') end(troubles, (one) => one.kind === 'refused' && one.line === line, at);
    if (event !== 'fault') continue;
    const to = at + milliseconds + (kind === 'stalled' ? 15_000 : 0) + grace;
    // A stopped process may hold a claim on any line. A wrong clock affects all lines.
    const isEverywhere = kind.startsWith('stop') || kind === 'clock jump';
    troubles.push({
      line: isEverywhere ? undefined : line,
      pid: kind === 'clock jump' ? pid : undefined,
      kind,
      from: at,
      to,
    });
  }
  return troubles;
}

/** @param {Trouble[]} troubles @param {(one: Trouble) => boolean} is @param {number} at */
function end(troubles, is, at) {
  for (const one of troubles) if (is(one) && one.to === Infinity) one.to = at + grace;
}

const redis = ['redis killed', 'redis full', 'redis failed over'];

/** The faults that explain each error. @type {Record<string, readonly string[]>} */
const explains = {
  refresh_under_way: [
    'stop',
    'stop past the lease',
    'stalled',
    'full disk',
    'read-only folder',
    'clock jump',
    'slow machine',
    ...redis,
  ],
  store_failed: ['full disk', 'read-only folder', 'woken', 'slow machine', ...redis],
  refresh_token_suspect: ['refused'],
  // A reused token revokes its access tokens too, and those in the store may be new.
  access_token_expired: ['refused'],
  // A stopped process has used up the time of its call. It fails with the error that the line has at that time.
  rate_limited: ['too many requests', 'clock jump', 'woken', 'slow machine'],
  network: ['connection refused', 'name not found', 'clock jump', 'woken', 'slow machine'],
  // One call tries for at most 25 seconds. If the clock jumps back an hour, a pause of half a second lasts an hour.
  timed_out: ['stop past the lease', 'clock jump', 'slow machine'],
  spotify_unavailable: ['clock jump', 'woken', 'slow machine'],
  answer_unreadable: ['clock jump', 'woken', 'slow machine'],
  // From the Web API, on a connection that closed while its process was stopped.
  'TypeError: fetch failed': ['woken', 'slow machine'],
};

/**
 * @param {readonly LoggedEvent[]} events in order
 * @param {(line: number, from: number, to: number) => boolean} isUncertain whether a line was uncertain in that time
 */
export function unexplainedFailuresIn(events, isUncertain) {
  const troubles = troublesIn(events);
  /** @type {Map<string, number>} */
  const since = new Map();
  let failed = 0;
  /** @type {LoggedEvent[]} */
  const unexplained = [];
  for (const happened of events) {
    const { event, pid, line = -1, code, at } = happened;
    if (event === 'calling') since.set(`${pid} ${line}`, at);
    if (event !== 'failed') continue;
    failed++;
    const from = since.get(`${pid} ${line}`) ?? at;
    const isTroubled = troubles.some(
      (one) =>
        explains[code]?.includes(one.kind) &&
        (one.line === undefined || one.line === line) &&
        (one.pid === undefined || one.pid === pid) &&
        one.from <= at &&
        one.to >= from,
    );
    const isExplained = code === 'refresh_token_in_doubt' ? isUncertain(line, from, at) : isTroubled;
    if (!isExplained) unexplained.push(happened);
  }
  return { failed, unexplained };
}
