/**
 * The time limits of all tests, in milliseconds. They only end a test that hangs: a busy machine is slow, and must not
 * make a test fail. No test has a shorter one of its own.
 */
export const timeLimits = {
  /** A test or a hook. */
  test: 600_000,
  /** One wait inside it: for an element, a navigation, a download, the start of a program. */
  wait: 180_000,
};
