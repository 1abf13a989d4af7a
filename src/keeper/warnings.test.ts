import { describe, expect, it } from 'vitest';
import { day, keeperBench, listener } from '../../test/support/keeper/keeper-bench.ts';

describe('warnings', () => {
  it('come at 30, 14, 7 and 2 days, once each for all processes', async () => {
    const bench = keeperBench();
    await bench.kept();
    const warnings: number[] = [];
    const onChange = ({ warned }: { warned?: number | undefined }, before: { warned?: number | undefined }) => {
      if (warned !== undefined && warned !== before.warned) warnings.push(warned);
    };
    let processes = Array.from({ length: 3 }, () => bench.keeper({ onChange }));
    for (let passed = 0; passed < 180; passed++) {
      for (const one of processes) await one.accessToken();
      if (passed % 50 === 0) processes = processes.map(() => bench.keeper({ onChange }));
      bench.clock.time += day;
    }
    expect(warnings).toEqual([30, 14, 7, 2]);
  });

  it('come without any call, and without a timer that is too long for the platform', async () => {
    const bench = keeperBench();
    const { states, onChange } = listener();
    const waits: number[] = [];
    const clock = {
      now: bench.clock.now,
      wait: (milliseconds: number, options: object) => {
        waits.push(milliseconds);
        return bench.clock.wait(milliseconds, options);
      },
    };
    const keeper = await bench.kept({ onChange, clock });
    const end = new AbortController();
    const watching = keeper.watch(end.signal);
    await bench.clock.pass(151 * day);
    expect(states.at(-1)).toMatchObject({ warned: 30, state: 'expiring', daysLeft: 29 });
    await bench.clock.pass(28 * day);
    const warnings = states.map(({ warned }) => warned).filter((days, at, all) => days && days !== all[at - 1]);
    expect(warnings).toEqual([30, 14, 7, 2]);
    end.abort();
    await watching;
    expect(bench.refreshes).toHaveLength(0);
    expect(Math.max(...waits)).toBeLessThan(2 ** 31);
  });

  it('come once if several are due: the most urgent one', async () => {
    const bench = keeperBench();
    const { states, onChange } = listener();
    const { refreshToken = '' } = await bench.consent();
    const seed = { refreshToken, authorizedAt: bench.clock.now() - 175 * day };
    const keeper = bench.keeper({ seed, onChange });
    await keeper.state();
    await keeper.accessToken();
    expect(states.map(({ warned }) => warned).filter(Boolean)).toEqual([7]);
  });
});
