import { spawnSync } from 'node:child_process';
import type { TestContext } from 'vitest';

const found = new Map<string, boolean>();

/** Whether a program is installed and starts. */
export function hasProgram(name: string, args: readonly string[] = ['--version']): boolean {
  let answer = found.get(name);
  if (answer === undefined) {
    answer = spawnSync(name, args, { stdio: 'ignore' }).status === 0;
    found.set(name, answer);
  }
  return answer;
}

/** Skips a test if a program is not installed, and says so. In CI the test fails instead. */
export function needs(context: TestContext, ...names: readonly string[]): void {
  const missing = names.filter((name) => !hasProgram(name));
  context.skip(!process.env['CI'] && missing.length > 0, `${missing.join(' and ')} not installed`);
}
