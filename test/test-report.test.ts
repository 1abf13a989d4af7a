import { describe, expect, it } from 'vitest';
import { conclude, countTests, sum } from '../scripts/test-report.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});
const report = (passed: number, failed: number, ...testResults: unknown[]) =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults });
const skipped = [{ name: 'a test', why: 'there is no screen' }];

describe('the count of a run', () => {
  it('is taken from the report', () => {
    const read = report(3, 1, file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed'));
    expect(countTests(read, skipped, 1)).toEqual({ passed: 3, failed: 1, skipped });
  });

  it('counts a file that broke before its tests as a failure', () => {
    expect(countTests(report(2, 0, file('passed', 'passed', 'passed'), file('failed')), [], 1)).toMatchObject({
      passed: 2,
      failed: 1,
    });
  });

  it('counts a run that failed without a failed test', () => {
    expect(countTests(report(2, 0, file('passed', 'passed', 'passed')), [], 1).failed).toBe(1);
    expect(countTests(report(2, 0, file('passed', 'passed', 'passed')), [], null).failed).toBe(1);
  });

  it.each([undefined, '', '{', 'null', '{}', '{"numPassedTests":"3"}'])('counts a crash as a failure: %j', (text) => {
    expect(countTests(text, [], 0)).toEqual({ passed: 0, failed: 1, skipped: [] });
  });

  it('can be summed', () => {
    const first = { passed: 1, failed: 2, skipped };
    expect(sum([first, { passed: 10, failed: 20, skipped: [] }])).toEqual({ passed: 11, failed: 22, skipped });
  });
});

describe('the summary of a run', () => {
  it('is one line if all tests passed', () => {
    expect(conclude({ passed: 5, failed: 0, skipped: [] }, { ci: true })).toEqual({
      lines: ['5 passed, 0 failed'],
      exitCode: 0,
    });
  });

  it('lists skipped tests and why', () => {
    expect(conclude({ passed: 5, failed: 0, skipped }, { ci: false })).toEqual({
      lines: ['skipped: a test (there is no screen)', '5 passed, 0 failed, 1 skipped'],
      exitCode: 0,
    });
  });

  it('counts a skipped test as a failure in CI', () => {
    const { lines, exitCode } = conclude({ passed: 5, failed: 0, skipped }, { ci: true });
    expect(lines.at(-1)).toBe('5 passed, 1 failed');
    expect(exitCode).toBe(1);
  });

  it.each([
    [5, 1],
    [0, 0],
  ])('is a failure with %i passed and %i failed', (passed, failed) => {
    expect(conclude({ passed, failed, skipped: [] }, { ci: false }).exitCode).toBe(1);
  });
});
