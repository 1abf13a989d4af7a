import { describe, expect, it } from 'vitest';
import { judge } from '../bench/keeper/judge/judge.mjs';

type Facts = Record<string, unknown>;
type Happened = { at: number; pid: number; by: string; event: string; line: number } & Facts;

const [server, person, one, other] = [1, 2, 101, 102] as const;

/** A tiny history of one line, told a second a step. */
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

/** The server's side of a turn: asked with the token of a step, which it spends. */
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
const doubted = (pid: number): [number, string, Facts] => [pid, 'told', { state: 'in_doubt', was: 'live' }];
const consents: [number, string, Facts] = [person, 'adopted', { family: 2 }];
const ends = (state: string, held: string, live: string): [number, string, Facts] => [
  person,
  'end',
  { state, held, live },
];

/** A whole refresh with which nothing is wrong. */
const refreshes = (turn: string, pid: number, step: number): [number, string, Facts][] => [
  ...claims(pid),
  asked(turn, pid, step),
  rotated(turn, pid, step),
  received(turn, pid, step),
  ...saves(turn, pid),
  isGiven(pid, step + 1),
];

const whatIsFound = (events: Happened[]) => judge(events).findings.map(({ what }) => what);

describe('the judge of a history', () => {
  it('finds nothing where nothing is wrong', () => {
    const events = history(
      ...refreshes('0.1', one, 0),
      ...refreshes('0.2', other, 1),
      ends('live', 'token 2', 'token 2'),
    );
    expect(whatIsFound(events)).toEqual([]);
    expect(judge(events).figures).toMatchObject({ 'rotations saved': 2, calls: 2, doubts: 0, 'answers not kept': 0 });
  });

  it('finds a spent token that is sent again', () => {
    const again = asked('0.3', other, 0);
    const events = history(...refreshes('0.1', one, 0), ...refreshes('0.2', one, 1), again, [
      server,
      'reused',
      again[2],
    ]);
    expect(whatIsFound(events)).toContain('a spent token was sent again');
  });

  it('counts apart what a person sends again', () => {
    const again = asked('0.3', person, 0, { person: true });
    const events = history(...refreshes('0.1', one, 0), ...refreshes('0.2', one, 1), again, [
      server,
      'reused',
      again[2],
    ]);
    expect(judge(events).figures['the same, by a person’s own try']).toBe(1);
    expect(whatIsFound(events)).not.toContain('a spent token was sent again');
  });

  // The first refresh is saved in the eighth second, counted from 0.
  it.each([
    ['what was lost with a failover', { since: 6500 }, 1, 0],
    ['what came after the record that stayed', { since: 15_500, held: { 0: `claim of ${one}` } }, 1, 0],
    ['nothing that the record that stayed came after', { since: 6500, held: { 0: `claim of ${other}` } }, 0, 1],
    ['nothing that was saved before one', { since: 15_500 }, 0, 1],
    ['nothing of other lines', { since: 6500, lost: [1] }, 0, 1],
  ])('counts apart %s', (_, loss, afterLoss, plain) => {
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
    ['counts apart', 1500, 1, 0],
    ['lets nothing pass of', 4500, 0, 1],
  ])('%s a person\u2019s try whose save a failover loses (%i)', (_, since, afterLoss, plain) => {
    const [tried, again] = [asked('', person, 0, { person: true }), asked('0.1', one, 0)];
    const spent: [number, string, Facts] = [server, 'rotated', { ...rotated('', person, 0)[2], person: true }];
    const saved: [number, string, Facts] = [person, 'tried', { ok: true }];
    const lost: [number, string, Facts] = [person, 'store down', { kind: 'redis failed over', lost: [0], since }];
    expect(judge(history(tried, spent, saved, consents, lost, again)).figures).toMatchObject({
      'the same, after a failover that lost writes': afterLoss,
      'spent tokens sent again': plain,
    });
  });

  it('counts apart a lost answer that is asked for again before the line was known to rotate, not two at once', () => {
    const first = [...claims(one), asked('0.1', one, 0), rotated('0.1', one, 0)];
    const again = asked('0.2', other, 0);
    const name = 'the same, before a line was known to rotate';
    expect(judge(history(...first, [one, 'lost', { turn: '0.1' }], again)).figures[name]).toBe(1);
    expect(whatIsFound(history(...first, again))).toContain('a spent token was sent again');
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
    expect(whatIsFound(events)).toEqual(['an access token was used before the refresh token was saved']);
  });

  const cannotSave: [number, string, Facts][] = [
    ...claims(one),
    asked('0.1', one, 0),
    rotated('0.1', one, 0),
    received('0.1', one, 0),
    [one, 'not written', { save: true, turn: '0.1' }],
  ];

  it('lets a token be used that could not be saved, where that is said', () => {
    const says: [number, string, Facts] = [one, 'told', { state: 'live', was: 'live', unsaved: true }];
    const events = history(
      ...cannotSave,
      says,
      isGiven(one, 1),
      ...saves('0.1', one),
      ends('live', 'token 1', 'token 1'),
    );
    expect(whatIsFound(events)).toEqual([]);
  });

  it('finds a token that could not be saved and is used without a word', () => {
    const events = history(...cannotSave, isGiven(one, 1), ...saves('0.1', one));
    expect(whatIsFound(events)).toEqual(['a token that could not be saved was used without a word']);
  });

  it('takes a token for saved that another client was handed', () => {
    const events = history(...cannotSave, isGiven(other, 1), isGiven(one, 1), ends('live', 'token 1', 'token 1'));
    expect(whatIsFound(events)).toEqual([]);
  });

  const losesAnswer = [...refreshes('0.1', one, 0), ...claims(one), asked('0.2', one, 1), rotated('0.2', one, 1)];

  it('lets a lost answer pass that leaves a doubt', () => {
    const events = history(
      ...losesAnswer,
      [one, 'lost', { turn: '0.2' }],
      doubted(one),
      [one, 'failed', { call: 1, code: 'refresh_token_in_doubt' }],
      consents,
      ends('live', 'token A', 'token A'),
    );
    expect(whatIsFound(events)).toEqual([]);
    expect(judge(events).figures).toMatchObject({ doubts: 1, 'answers not kept': 1 });
  });

  it.each([
    ['that is followed by another try', asked('0.3', other, 1)],
    ['of which nothing is said', ends('live', 'token 1', 'token 2')],
  ])('finds a lost answer %s', (_, next) => {
    expect(whatIsFound(history(...losesAnswer, [one, 'lost', { turn: '0.2' }], next))).toContain(
      'a lost answer left no doubt',
    );
  });

  it('takes a doubt about a request that ran out of time on its way, and about no other that never arrived', () => {
    const lost = (error: string): [number, string, Facts] => [one, 'lost', { turn: '0.1', error }];
    expect(whatIsFound(history(...claims(one), lost('TimeoutError'), doubted(one)))).toEqual([]);
    expect(whatIsFound(history(...claims(one), lost('TypeError'), doubted(one)))).toEqual(['a doubt came of nothing']);
  });

  it('takes a doubt about a claimant that was killed', () => {
    const events = history(...refreshes('0.1', one, 0), ...claims(one), killed(one), doubted(other), consents);
    expect(whatIsFound(events)).toEqual([]);
    expect(judge(events).figures).toMatchObject({ doubts: 1, 'killed claimants': 1 });
  });

  it.each([
    ['nobody', []],
    ['one that was killed after it had saved', [killed(one)]],
  ] as [string, [number, string, Facts][]][])('finds a doubt about %s', (_, before) => {
    const events = history(...refreshes('0.1', one, 0), ...before, doubted(other));
    expect(whatIsFound(events)).toEqual(['a doubt came of nothing']);
  });

  it('finds a second doubt for one cause', () => {
    const events = history(
      ...losesAnswer,
      [one, 'lost', { turn: '0.2' }],
      doubted(one),
      consents,
      doubted(other),
      consents,
    );
    expect(whatIsFound(events)).toEqual(['a doubt came of nothing']);
  });

  it('finds a token that is lost though all seems well', () => {
    const events = history(...refreshes('0.1', one, 0), ends('live', 'token 0', 'token 1'));
    expect(whatIsFound(events)).toEqual(['the token is lost and nobody was told']);
  });

  it('finds an older consent that comes back over a newer one', () => {
    const events = history(...refreshes('0.1', one, 0), consents, ...claims(other), asked('0.2', other, 1));
    expect(whatIsFound(events)).toContain('an older consent came back');
  });

  it('lets a request pass that was claimed before the newer consent', () => {
    const events = history(...refreshes('0.1', one, 0), ...claims(other), consents, asked('0.2', other, 1));
    expect(whatIsFound(events)).not.toContain('an older consent came back');
  });

  it('finds a call that fails though nothing stands in its way', () => {
    const fails: [number, string, Facts] = [one, 'failed', { call: 1, code: 'store_failed' }];
    expect(whatIsFound(history([one, 'calling', { call: 1 }], fails))).toEqual([
      'a call failed though nothing stood in its way',
    ]);
    const diskIsFull: [number, string, Facts] = [
      one,
      'fault',
      { kind: 'full disk', moment: 'claim', milliseconds: 500 },
    ];
    expect(whatIsFound(history(diskIsFull, [one, 'calling', { call: 1 }], fails))).toEqual([]);
  });

  describe('where tokens do not rotate', () => {
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

    it('lets a lost answer be asked for again', () => {
      const events = history(...losesIt, asked('0.2', other, 0), refreshed, ends('live', 'token 0', 'token 0'));
      expect(whatIsFound(events)).toEqual([]);
    });

    it('finds a doubt, whatever it came of', () => {
      expect(whatIsFound(history(...losesIt, doubted(one)))).toEqual(['a doubt came of nothing']);
    });
  });

  it('finds a token in a log, wherever it stands', () => {
    const token = `AQ${'0aZ_-9bY'.repeat(4)}`;
    expect(
      whatIsFound(history([one, 'failed', { call: 1, code: 'x', error: { cause: `refused: ${token}.` } }])),
    ).toContain('a token stands in a log');
  });

  it('counts a fault only where its victim stood still', () => {
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
