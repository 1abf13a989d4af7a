import { describe, expect, it } from 'vitest';
import { judge } from '../bench/keeper/judge/judge.mjs';

type Facts = Record<string, unknown>;
type Happened = { at: number; pid: number; by: string; event: string; line: number } & Facts;

const [server, person, one, other] = [1, 2, 101, 102] as const;

/** A tiny history of one line: one step per second. */
function history(...steps: [pid: number, event: string, facts?: Facts][]): Happened[] {
  return steps.map(([pid, event, facts], index) => ({
    at: index * 1000,
    pid,
    by: pid === server ? 'server' : pid === person ? 'run' : 'client',
    event,
    line: 0,
    ...facts,
  }));
}

/** The server's side of a turn: the request, with the token of a step. */
const asked = (turn: string, asker: number, step: number, more: Facts = {}): [number, string, Facts] => [
  server,
  'asked',
  { turn, asker, family: 1, step, token: `token ${step}`, person: false, ...more },
];
const rotated = (turn: string, asker: number, step: number): [number, string, Facts] => [
  server,
  'rotated',
  { turn, asker, family: 1, step, token: `token ${step}`, next: `token ${step + 1}`, access: `access ${step + 1}` },
];
const received = (turn: string, pid: number, step: number): [number, string, Facts] => [
  pid,
  'received',
  { turn, status: 200, token: `access ${step + 1}` },
];
const claims = (pid: number): [number, string, Facts][] => [
  [pid, 'calling', { call: 1 }],
  [pid, 'writing', { save: false }],
  [pid, 'written', { save: false, written: true, record: `claim of ${pid}` }],
];
const saves = (turn: string, pid: number): [number, string, Facts][] => [
  [pid, 'writing', { save: true, turn }],
  [pid, 'written', { save: true, turn, written: true }],
];
const isGiven = (pid: number, step: number): [number, string, Facts] => [
  pid,
  'given',
  { call: 1, token: `access ${step}` },
];
const killed = (pid: number): [number, string, Facts] => [
  server,
  'fault',
  { kind: 'kill', moment: 'rotated', victim: pid, struck: true },
];
const reportsUncertain = (pid: number): [number, string, Facts] => [
  pid,
  'reported',
  { state: 'in_doubt', was: 'live' },
];
const consents: [number, string, Facts] = [person, 'adopted', { family: 2 }];
const ends = (state: string, held: string, live: string): [number, string, Facts] => [
  person,
  'end',
  { state, held, live },
];

/** A complete refresh without a fault. */
const refreshes = (turn: string, pid: number, step: number): [number, string, Facts][] => [
  ...claims(pid),
  asked(turn, pid, step),
  rotated(turn, pid, step),
  received(turn, pid, step),
  ...saves(turn, pid),
  isGiven(pid, step + 1),
];

const findingsIn = (events: Happened[]) => judge(events).findings.map(({ what }) => what);

describe('the judge of a history', () => {
  it('finds nothing if nothing is wrong', () => {
    const events = history(
      ...refreshes('0.1', one, 0),
      ...refreshes('0.2', other, 1),
      ends('live', 'token 2', 'token 2'),
    );
    expect(findingsIn(events)).toEqual([]);
    expect(judge(events).figures).toMatchObject({
      'rotations saved': 2,
      calls: 2,
      'tokens that became uncertain': 0,
      'lost answers': 0,
    });
  });

  it('finds a spent token that is sent again', () => {
    const again = asked('0.3', other, 0);
    const events = history(...refreshes('0.1', one, 0), ...refreshes('0.2', one, 1), again, [
      server,
      'reused',
      again[2],
    ]);
    expect(findingsIn(events)).toContain('a spent token was sent again');
  });

  it('counts separately what a person sends again', () => {
    const again = asked('0.3', person, 0, { person: true });
    const events = history(...refreshes('0.1', one, 0), ...refreshes('0.2', one, 1), again, [
      server,
      'reused',
      again[2],
    ]);
    expect(judge(events).figures['the same, by a person’s own try']).toBe(1);
    expect(findingsIn(events)).not.toContain('a spent token was sent again');
  });

  // The first refresh is saved in the eighth second, counted from 0.
  it.each([
    ['a token whose save a failover lost', { since: 6500 }, 1, 0],
    [
      'a token whose save came after the record that the replica held',
      { since: 15_500, held: { 0: `claim of ${one}` } },
      1,
      0,
    ],
    [
      'nothing that was saved before the record that the replica held',
      { since: 6500, held: { 0: `claim of ${other}` } },
      0,
      1,
    ],
    ['nothing that was saved before the failover', { since: 15_500 }, 0, 1],
    ['nothing of another line', { since: 6500, lost: [1] }, 0, 1],
  ])('counts separately %s', (_, loss, afterLoss, plain) => {
    const again = asked('0.3', other, 0);
    const down = { kind: 'redis failed over', lost: [0], ...loss };
    const events = history(
      ...refreshes('0.1', one, 0),
      ...refreshes('0.2', other, 1),
      [person, 'store down', down],
      again,
    );
    expect(judge(events).figures).toMatchObject({
      'the same, after a failover that lost writes': afterLoss,
      'spent tokens sent again': plain,
    });
  });

  it.each([
    ['counts separately', 1500, 1, 0],
    ['does not excuse', 4500, 0, 1],
  ])('%s a person\u2019s try, if a failover loses what was written after %i ms', (_, since, afterLoss, plain) => {
    const [tried, again] = [asked('', person, 0, { person: true }), asked('0.1', one, 0)];
    const spent: [number, string, Facts] = [server, 'rotated', { ...rotated('', person, 0)[2], person: true }];
    const saved: [number, string, Facts] = [person, 'tried', { ok: true }];
    const lost: [number, string, Facts] = [person, 'store down', { kind: 'redis failed over', lost: [0], since }];
    expect(judge(history(tried, spent, saved, consents, lost, again)).figures).toMatchObject({
      'the same, after a failover that lost writes': afterLoss,
      'spent tokens sent again': plain,
    });
  });

  it('counts separately a token sent again after a lost answer, before the line is known to rotate', () => {
    const first = [...claims(one), asked('0.1', one, 0), rotated('0.1', one, 0)];
    const again = asked('0.2', other, 0);
    const name = 'the same, before a line was known to rotate';
    expect(judge(history(...first, [one, 'lost', { turn: '0.1' }], again)).figures[name]).toBe(1);
    expect(findingsIn(history(...first, again))).toContain('a spent token was sent again');
  });

  it('finds a token that is used before it is saved', () => {
    const events = history(
      ...claims(one),
      asked('0.1', one, 0),
      rotated('0.1', one, 0),
      received('0.1', one, 0),
      isGiven(one, 1),
      ...saves('0.1', one),
      ends('live', 'token 1', 'token 1'),
    );
    expect(findingsIn(events)).toEqual(['an access token was used before the refresh token was saved']);
  });

  const cannotSave: [number, string, Facts][] = [
    ...claims(one),
    asked('0.1', one, 0),
    rotated('0.1', one, 0),
    received('0.1', one, 0),
    [one, 'not written', { save: true, turn: '0.1' }],
  ];

  it('accepts a token that is used unsaved, if the client reports it', () => {
    const reports: [number, string, Facts] = [one, 'reported', { state: 'live', was: 'live', unsaved: true }];
    const events = history(
      ...cannotSave,
      reports,
      isGiven(one, 1),
      ...saves('0.1', one),
      ends('live', 'token 1', 'token 1'),
    );
    expect(findingsIn(events)).toEqual([]);
  });

  it('finds a token that is used unsaved without a report', () => {
    const events = history(...cannotSave, isGiven(one, 1), ...saves('0.1', one));
    expect(findingsIn(events)).toEqual(['a token that could not be saved was used without a report']);
  });

  it('takes a token as saved if another client got it', () => {
    const events = history(...cannotSave, isGiven(other, 1), isGiven(one, 1), ends('live', 'token 1', 'token 1'));
    expect(findingsIn(events)).toEqual([]);
  });

  const losesAnswer = [...refreshes('0.1', one, 0), ...claims(one), asked('0.2', one, 1), rotated('0.2', one, 1)];

  it('accepts a lost answer that makes the token uncertain', () => {
    const events = history(
      ...losesAnswer,
      [one, 'lost', { turn: '0.2' }],
      reportsUncertain(one),
      [one, 'failed', { call: 1, code: 'refresh_token_in_doubt' }],
      consents,
      ends('live', 'token A', 'token A'),
    );
    expect(findingsIn(events)).toEqual([]);
    expect(judge(events).figures).toMatchObject({ 'tokens that became uncertain': 1, 'lost answers': 1 });
  });

  it.each([
    ['that is followed by another request', asked('0.3', other, 1)],
    ['that leaves the token certain', ends('live', 'token 1', 'token 2')],
  ])('finds a lost answer %s', (_, next) => {
    expect(findingsIn(history(...losesAnswer, [one, 'lost', { turn: '0.2' }], next))).toContain(
      'a lost answer left the token certain',
    );
  });

  it('accepts an uncertain token only if a request that never arrived had timed out', () => {
    const lost = (error: string): [number, string, Facts] => [one, 'lost', { turn: '0.1', error }];
    expect(findingsIn(history(...claims(one), lost('TimeoutError'), reportsUncertain(one)))).toEqual([]);
    expect(findingsIn(history(...claims(one), lost('TypeError'), reportsUncertain(one)))).toEqual([
      'a token became uncertain without a cause',
    ]);
  });

  it('accepts an uncertain token after a claiming process was killed', () => {
    const events = history(...refreshes('0.1', one, 0), ...claims(one), killed(one), reportsUncertain(other), consents);
    expect(findingsIn(events)).toEqual([]);
    expect(judge(events).figures).toMatchObject({ 'tokens that became uncertain': 1, 'killed claiming processes': 1 });
  });

  it.each([
    ['no killed process', []],
    ['a process that was killed after it had saved', [killed(one)]],
  ] as [string, [number, string, Facts][]][])('finds a token that became uncertain after %s', (_, before) => {
    const events = history(...refreshes('0.1', one, 0), ...before, reportsUncertain(other));
    expect(findingsIn(events)).toEqual(['a token became uncertain without a cause']);
  });

  it('accepts a client that reports an uncertain token late, because it heard late that its note of it was written', () => {
    const writes = (event: string, more: Facts = {}): [number, string, Facts] => [one, event, { record: 'r', ...more }];
    const events = history(
      ...losesAnswer,
      [one, 'lost', { turn: '0.2' }],
      writes('writing'),
      reportsUncertain(other),
      consents,
      writes('written', { written: true }),
      reportsUncertain(one),
    );
    expect(findingsIn(events)).toEqual([]);
  });

  it('finds a token that became uncertain twice for one cause', () => {
    const events = history(
      ...losesAnswer,
      [one, 'lost', { turn: '0.2' }],
      reportsUncertain(one),
      consents,
      reportsUncertain(other),
      consents,
    );
    expect(findingsIn(events)).toEqual(['a token became uncertain without a cause']);
  });

  it('finds a lost token that is reported as good', () => {
    const events = history(...refreshes('0.1', one, 0), ends('live', 'token 0', 'token 1'));
    expect(findingsIn(events)).toEqual(['the token is lost and no one was informed']);
  });

  it.each([
    ['counts separately a lost token whose save a failover lost', { since: 6500 }, 1, 0],
    ['finds a lost token if the failover lost nothing of its line', { since: 6500, lost: [1] }, 0, 1],
  ])('%s', (_, loss, afterLoss, plain) => {
    const down: [number, string, Facts] = [person, 'store down', { kind: 'redis failed over', lost: [0], ...loss }];
    const events = history(...refreshes('0.1', one, 0), down, ends('live', 'token 0', 'token 1'));
    expect(judge(events).figures).toMatchObject({
      'the same, after a failover that lost its last save': afterLoss,
      'tokens lost and no one informed': plain,
    });
  });

  it('finds an older consent that comes back over a newer one', () => {
    const events = history(...refreshes('0.1', one, 0), consents, ...claims(other), asked('0.2', other, 1));
    expect(findingsIn(events)).toContain('an older consent came back');
  });

  it('accepts a request that was claimed before the newer consent', () => {
    const events = history(...refreshes('0.1', one, 0), ...claims(other), consents, asked('0.2', other, 1));
    expect(findingsIn(events)).not.toContain('an older consent came back');
  });

  it('finds a call that fails without a cause', () => {
    const fails: [number, string, Facts] = [one, 'failed', { call: 1, code: 'store_failed' }];
    expect(findingsIn(history([one, 'calling', { call: 1 }], fails))).toEqual(['a call failed without a cause']);
    const diskIsFull: [number, string, Facts] = [
      one,
      'fault',
      { kind: 'full disk', moment: 'claim', milliseconds: 500 },
    ];
    expect(findingsIn(history(diskIsFull, [one, 'calling', { call: 1 }], fails))).toEqual([]);
  });

  it.each(['network', 'refresh_under_way', 'store_failed', 'timed_out', 'rate_limited', 'spotify_unavailable'])(
    'accepts %s while the machine is slow, whichever process saw that',
    (code) => {
      const late: [number, string, Facts] = [other, 'late', { milliseconds: 1200 }];
      const calls: [number, string, Facts] = [one, 'calling', { call: 1 }];
      expect(findingsIn(history(calls, late, [one, 'failed', { call: 1, code }]))).toEqual([]);
    },
  );

  it('accepts a new access token that is rejected because a refresh token was reused', () => {
    const reused: [number, string, Facts] = [server, 'reused', { turn: '0.1', asker: other }];
    const calls: [number, string, Facts] = [one, 'calling', { call: 1 }];
    const fails: [number, string, Facts] = [one, 'failed', { call: 1, code: 'access_token_expired' }];
    expect(judge(history(reused, calls, fails)).figures).toMatchObject({ 'calls that failed without a cause': 0 });
    expect(judge(history(calls, fails)).figures).toMatchObject({ 'calls that failed without a cause': 1 });
  });

  describe('if tokens do not rotate', () => {
    const refreshed: [number, string, Facts] = [
      server,
      'refreshed',
      { turn: '0.1', token: 'token 0', next: 'token 0' },
    ];
    const losesIt: [number, string, Facts][] = [
      ...claims(one),
      asked('0.1', one, 0),
      refreshed,
      [one, 'lost', { turn: '0.1' }],
    ];

    it('accepts a token that is sent again after a lost answer', () => {
      const events = history(...losesIt, asked('0.2', other, 0), refreshed, ends('live', 'token 0', 'token 0'));
      expect(findingsIn(events)).toEqual([]);
    });

    it('finds each token that became uncertain', () => {
      expect(findingsIn(history(...losesIt, reportsUncertain(one)))).toEqual([
        'a token became uncertain without a cause',
      ]);
    });
  });

  it('finds a token anywhere in a log', () => {
    const token = `AQ${'0aZ_-9bY'.repeat(4)}`;
    expect(
      findingsIn(history([one, 'failed', { call: 1, code: 'x', error: { cause: `refused: ${token}.` } }])),
    ).toContain('a token is in a log');
  });

  it('counts a stop only if the process was stopped', () => {
    const stop: [number, string, Facts] = [
      server,
      'fault',
      { kind: 'stop', moment: 'arrival', victim: one, struck: true },
    ];
    const goesOn: [number, string, Facts] = [server, 'continued', { victim: one }];
    const calls: [number, string, Facts] = [one, 'calling', { call: 1 }];
    expect(judge(history(stop, goesOn, calls)).faults).toMatchObject([{ kind: 'stop', total: 1 }]);
    expect(judge(history(stop, calls, goesOn)).faults).toEqual([]);
  });
});
