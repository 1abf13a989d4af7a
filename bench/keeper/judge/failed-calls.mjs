// @ts-check
/** Calls that failed though nothing stood that explains it. */

/** @typedef {import('../log.mjs').LoggedEvent} LoggedEvent */
/** @typedef {{ line: number | undefined, pid: number | undefined, kind: string, from: number, to: number }} Trouble undefined: all */

/** Until a trouble that is over is felt by nobody any more, milliseconds. */
const grace = 3000;

/** @param {readonly LoggedEvent[]} events in order @returns {Trouble[]} */
export function troublesIn(events) {
  /** @type {Trouble[]} */
  const troubles = [];
  for (const { event, at, line, pid, kind, since, victim, milliseconds = 0 } of events) {
    // What it was waiting for has timed out, or its connection is gone.
    if (event === 'continued') troubles.push({ line: undefined, pid: victim, kind: 'woken', from: at, to: at + grace });
    if (event === 'late') {
      const from = at - milliseconds;
      troubles.push({ line: undefined, pid, kind: 'too slow a machine', from, to: at + grace });
    }
    if (event === 'store down')
      troubles.push({ line: undefined, pid: undefined, kind, from: since ?? at, to: Infinity });
    if (event === 'store up') end(troubles, (one) => one.kind === kind, at);
    if (event === 'reused' || event === 'refused')
      troubles.push({ line, pid: undefined, kind: 'refused', from: at, to: Infinity });
    if (event === 'adopted') end(troubles, (one) => one.kind === 'refused' && one.line === line, at);
    if (event !== 'fault') continue;
    const to = at + milliseconds + (kind === 'stalled' ? 15_000 : 0) + grace;
    // Who stands still may hold a claim on any line, and a clock is off on all.
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

/** Which trouble explains which error. @type {Record<string, readonly string[]>} */
const explains = {
  refresh_under_way: [
    'stop',
    'stop past the lease',
    'stalled',
    'full disk',
    'read-only folder',
    'clock jump',
    ...redis,
  ],
  store_failed: ['full disk', 'read-only folder', 'woken', 'too slow a machine', ...redis],
  refresh_token_suspect: ['refused'],
  // Who slept through the time of its call fails with what holds the line up just then, and rests for a moment.
  rate_limited: ['too many requests', 'clock jump', 'woken'],
  network: ['connection refused', 'name not found', 'clock jump', 'woken'],
  // One call tries for 25 seconds at most. And a pause of half a second is an hour to a clock that an hour was taken from.
  timed_out: ['stop past the lease', 'clock jump'],
  spotify_unavailable: ['clock jump', 'woken'],
  answer_unreadable: ['clock jump', 'woken'],
  // The Web API, on a connection that died while its owner stood still.
  'TypeError: fetch failed': ['woken', 'too slow a machine'],
};

/**
 * @param {readonly LoggedEvent[]} events in order
 * @param {(line: number, from: number, to: number) => boolean} isDoubtful whether a doubt stood on a line at that time
 */
export function unexplainedFailuresIn(events, isDoubtful) {
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
    const isExplained = code === 'refresh_token_in_doubt' ? isDoubtful(line, from, at) : isTroubled;
    if (!isExplained) unexplained.push(happened);
  }
  return { failed, unexplained };
}
