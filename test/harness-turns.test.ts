import { describe, expect, it } from 'vitest';
import { createTurns } from '../bench/keeper/spotify/turns.mjs';

const stalled = { turn: 1, fault: { kind: 'stalled', moment: 'rotated' as const, amount: 0 } };
const refused = { turn: 1, fault: { kind: 'connection refused', moment: 'request' as const, amount: 0 } };
const world = { isKnown: () => true, isStoreUp: () => true };

describe('a fault of the harness', () => {
  it('goes to the next turn of its line if its turn ended first, and strikes once', () => {
    const turns = createTurns([[stalled], []], world);
    const first = turns.take(0, 101);
    expect(first.fault).toEqual(stalled.fault);
    expect(turns.take(1, 101).fault).toBeUndefined();

    const second = turns.take(0, 102);
    expect([first.fault, second.fault]).toEqual([undefined, stalled.fault]);
    second.hasStruck = true;
    expect(turns.take(0, 101).fault).toBeUndefined();
  });

  it('is left until it has struck', () => {
    const turns = createTurns([[stalled], []], world);
    const turn = turns.take(0, 101);
    expect(turns.left()).toEqual([1, 0]);
    turn.hasStruck = true;
    expect(turns.left()).toEqual([0, 0]);
  });

  it('counts as struck at once if the client makes it instead of its request', () => {
    const turns = createTurns([[refused]], world);
    expect(turns.take(0, 101).fault).toEqual(refused.fault);
    expect(turns.left()).toEqual([0]);
    expect(turns.take(0, 101).fault).toBeUndefined();
  });
});
