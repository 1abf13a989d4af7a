// @ts-check
/** The result of a test run. Pure, so that it can be tested. */

/** @typedef {{ passed: number, failed: number, skipped: { name: string, why: string }[] }} Count */

/**
 * Reads vitest's JSON report. A file that failed before any of its tests ran counts as one failure, and so does a run
 * that says it failed without naming a test, or that left no report.
 * @param {string | undefined} report the JSON text, undefined if there is none
 * @param {{ name: string, why: string }[]} skipped
 * @param {number | null} exitCode null: ended by a signal
 * @returns {Count}
 */
export function countTests(report, skipped, exitCode) {
  const read = parse(report);
  if (read === undefined) return { passed: 0, failed: 1, skipped: [] };
  const crashed = read.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = read.numFailedTests + crashed;
  const unnamed = exitCode !== 0 && failed === 0 ? 1 : 0;
  return { passed: read.numPassedTests, failed: failed + unnamed, skipped };
}

/**
 * @typedef {{ numPassedTests: number, numFailedTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} VitestReport
 * @param {string | undefined} report @returns {VitestReport | undefined}
 */
function parse(report) {
  try {
    const read = JSON.parse(report ?? '');
    const whole = Number.isInteger(read.numPassedTests) && Number.isInteger(read.numFailedTests);
    return whole && Array.isArray(read.testResults) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** @param {Count[]} counts @returns {Count} */
export function sum(counts) {
  return {
    passed: counts.reduce((total, { passed }) => total + passed, 0),
    failed: counts.reduce((total, { failed }) => total + failed, 0),
    skipped: counts.flatMap(({ skipped }) => skipped),
  };
}

/**
 * The last lines of a run, and its exit code. In CI a skipped test counts as failed.
 * @param {Count} count @param {{ ci: boolean }} where @returns {{ lines: string[], exitCode: 0 | 1 }}
 */
export function conclude({ passed, failed, skipped }, { ci }) {
  const failures = failed + (ci ? skipped.length : 0);
  const named = skipped.map(({ name, why }) => `skipped: ${name} (${why})`);
  const rest = !ci && skipped.length > 0 ? `, ${skipped.length} skipped` : '';
  const nothing = passed + failures === 0;
  return {
    lines: [...named, `${passed} passed, ${failures} failed${rest}`],
    exitCode: failures > 0 || nothing ? 1 : 0,
  };
}
